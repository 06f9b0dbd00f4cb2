import { wornAt } from '../../manifest/index.js';
import { type Daylight, daylightOf, expressionOf, type PartColour, type Pattern } from '../../memory/index.js';
import type { PosedBody } from '../bodies/index.js';
import type { Face } from '../expressions/index.js';
import { type GivenFace, givenMood, type HouseFront } from '../faces/index.js';
import type { MarkShape } from '../paws/index.js';
import { bareOf, bodyIn } from './bodied.js';
import { type Clip, clipOf } from './clip.js';
import { facingOf } from './facing.js';
import { edgesIn, edgesOfFrame, type Frame, pointAt, pointIn, squareAt, tightBox } from './frame.js';
import type { Edges } from './geometry.js';
import { eachOf, edgesOf, headOf, type Placed, type Stage } from './placed.js';
import { cornerSignOf, flamesIn, signBehindOf, trailOf } from './signs.js';

/**
 * What a layer is of a draft: one of its things; the face of a mood, whose lines must be seen on whatever it lies on; a
 * mark, which tells a mood beside a thing; a paw in the colours of who holds something, or what is drawn between things
 * that something is done with; or the body of a head.
 */
export type LayerRole = 'thing' | 'mood' | 'mark' | 'paw' | 'body';

/** A picture of the memory on the canvas. */
export interface Layer extends Clip {
  picture: number;
  paint: number;
  /** Parts in other colours. */
  parts: readonly PartColour[];
  /** Over its body. */
  pattern?: Pattern;
  /** What its own eyes tell, the face that it is given, or what makes it a house; absent where it is as drawn. */
  face?: Face | GivenFace | HouseFront;
  flip: boolean;
  frame: Frame;
  role: LayerRole;
  /** What is drawn where it is a body. */
  body?: PosedBody;
  /** What is drawn in the place of a paw. */
  shape?: MarkShape;
  /** Of a place, how light falls into it. */
  daylight?: Daylight;
  /** Whether a line is about it, as what is behind it is of its colour. */
  isOutlined?: boolean;
}

/**
 * Radius of the smallest face of a mood that can be read, in parts of a picture's side, and by how much it may outgrow
 * the room for it.
 */
const SMALLEST_FACE = 0.23;
const MOST_BEYOND = 1.4;
/** Tears begin so far below the middle of an eye, in parts of its half height. */
const BELOW = 0.7;
/** Thinner lines in a face do not survive on the canvas, in pixels; textures are told apart by halves of them. */
const LEAST_LINE = 3;
const LINE_STEP = 0.5;

/** All that is painted, from back to front. @param things from back to front */
export function layersOf(things: readonly Placed[], stage: Stage): Layer[] {
  const each = things.flatMap((placed) => eachOf(placed, stage));
  // What others are in is behind them, but for its front wall, and hands on that, which come before all of them.
  const holders = each.filter(({ rim }) => rim !== undefined);
  if (holders.length === 0) return eachLayer(each, stage);
  const isBefore = ({ role, rim, shape }: Layer) =>
    (role === 'thing' && rim !== undefined) || (role === 'paw' && shape === undefined);
  const walls = eachLayer(holders, stage).filter(isBefore);
  const whole = eachLayer(each, stage).map(({ rim: _, ...layer }) => layer);
  return [...whole, ...walls];
}

function eachLayer(each: readonly Placed[], stage: Stage): Layer[] {
  const isWornBefore = each.some(({ thing }) => wornAt(stage.tables, [thing]) === 'face');
  const layers = each.map((placed) => {
    const { picture, paint, parts, pattern, flip, frame } = placed;
    const marks = marksOf(bareOf(placed), stage);
    const look = { picture, paint, parts, ...(pattern ? { pattern } : {}) };
    const face = faceOf(placed, isWornBefore, stage);
    const daylight = daylightOf(placed.thing);
    const clipped = { ...clipOf(placed), ...(placed.oval && !placed.oval.isBare ? { isOutlined: true } : {}) };
    const thing: Layer = {
      ...look,
      ...(face ? { face } : {}),
      ...clipped,
      ...(daylight ? { daylight } : {}),
      flip,
      frame,
      role: 'thing',
    };
    const behind = signBehindOf(placed, stage) !== undefined;
    const pawsAt = (isBehindIt: boolean) =>
      (placed.paws ?? [])
        .filter(({ isBehind = false }) => isBehind === isBehindIt)
        .map(
          ({ by, shape, flip: isLeft, frame: at }): Layer => ({
            ...by,
            ...(shape ? { shape } : {}),
            flip: isLeft,
            frame: at,
            role: 'paw',
          }),
        );
    return [
      ...pawsAt(true),
      ...(behind ? marks : []),
      ...bodyOf(placed, look, stage),
      thing,
      ...moodOf(placed, stage),
      ...(behind ? [] : marks),
      ...pawsAt(false),
    ];
  });
  return dressed(each, layers, stage).flat();
}

/** With bodies behind what is worn on them, which is behind the head. */
function dressed(each: readonly Placed[], layers: readonly Layer[][], { tables }: Stage): readonly Layer[][] {
  const wearers = each.map(({ thing }, k) => {
    if (wornAt(tables, [thing]) !== 'body') return -1;
    // Garments of several are one after another, and so are who wear them.
    const [first, next] = [
      each.findIndex((one) => one.thing === thing),
      each.findIndex((one, j) => j > k && one.thing !== thing),
    ];
    const wearer = next + k - first;
    return next > 0 && each[wearer]?.body ? wearer : -1;
  });
  return layers.map((own, k) => {
    const before = wearers[k]! < 0 ? [] : layers[wearers[k]!]!.filter(({ role }) => role === 'body');
    return [...before, ...(wearers.includes(k) ? own.filter(({ role }) => role !== 'body') : own)];
  });
}

function bodyOf(placed: Placed, look: Pick<Layer, 'picture' | 'paint' | 'parts'>, { artwork }: Stage): Layer[] {
  const at = bodyIn(placed, artwork);
  return at && placed.body ? [{ ...look, ...at, body: placed.body, role: 'body' }] : [];
}

/**
 * What the eyes of a thing with a mood, or under a mark, are drawn as, where it is known where they are, or the face
 * that it is given where it has none.
 */
function faceOf(placed: Placed, isWornBefore: boolean, stage: Stage): Layer['face'] {
  const { artwork, size } = stage;
  const { picture, frame, mood, mark } = placed;
  const name = mood?.name ?? mark?.name;
  if (name === undefined && !placed.isHouse) return undefined;
  const scale = Math.sqrt(Math.abs(frame.xx * frame.yy - frame.xy * frame.yx)) / size;
  const line = Math.ceil(LEAST_LINE / scale / LINE_STEP) * LINE_STEP;
  if (placed.isHouse || name === undefined) return { isHouse: true, line };
  if (artwork.hasRoomForMood(picture)) {
    const given = givenMood(name);
    const isCrying = mark?.at === 'eyes' && given?.drops === undefined;
    const at = isWornBefore ? { at: seatBehind(picture, artwork) } : {};
    return given && { mood: { ...given, ...(isCrying ? { drops: 'tears' } : {}) }, line, ...at };
  }
  const expression = expressionOf(name);
  if (expression === undefined || !artwork.hasOwnEyes(picture)) return undefined;
  const head = artwork.headOf(picture);
  const nearer = head && head.x - head.x0 > head.x1 - head.x ? 1 : -1;
  return {
    expression,
    eyes: artwork.eyesOf(picture),
    facing: facingOf({ picture, flip: false }, stage) || nearer,
    isAnimal: artwork.isAnimal(picture),
    line,
  };
}

/** The eyes of a mood lie this far above the middle of its face, in parts of its radius. */
export const MOOD_EYES = 0.24;
/** Half of the width of a face behind glasses, in parts of that radius. */
const BEHIND = 0.75;

/** A face whose eyes are where layouts have what is worn before them. */
function seatBehind(picture: number, artwork: Stage['artwork']): NonNullable<GivenFace['at']> {
  const [x, y, radius] = artwork.circleOf(picture);
  return { x, y: y - MOOD_EYES * moodRadius(radius), half: BEHIND * radius };
}

/** Radius of the face of a mood in a circle of what is solid, in parts of the picture's side. */
export function moodRadius(radius: number): number {
  return Math.max(radius, Math.min(SMALLEST_FACE, MOST_BEYOND * radius));
}

function moodOf({ mood, picture, flip, frame }: Placed, { artwork, tables }: Stage): Layer[] {
  if (mood?.picture === undefined) return [];
  const [x, y, radius] = artwork.circleOf(picture);
  const { disc, scale } = tables.layouts.mood;
  const spread = moodRadius(radius);
  const part = ((2 * spread) / disc) * scale;
  const [xx, xy, yx, yy] = [part * frame.xx, part * frame.xy, part * frame.yx, part * frame.yy];
  const centre = pointIn({ frame, flip }, x, y);
  const at = { x: centre.x - (xx + xy) / 2, y: centre.y - (yx + yy) / 2, xx, xy, yx, yy };
  return [asDrawn(mood.picture, at, 'mood')];
}

function marksOf(placed: Placed, stage: Stage): Layer[] {
  const { mark, frame, picture, flip } = placed;
  if (!mark) return [];
  const { eyes, corner } = stage.tables.layouts.marks;
  const { x0, x1 } = edgesOf(placed, stage);
  const width = x1 - x0;
  const head = headOf(placed, stage);
  if (mark.at === 'eyes') {
    // A face that is given has tears of its own.
    if (stage.artwork.hasRoomForMood(picture)) return [];
    const [u0, v0, u1, v1] = tightBox(stage.artwork, picture, flip);
    const side = eyes.side * (head ? head.x1 - head.x0 : width);
    const own = stage.artwork.hasOwnEyes(picture) ? stage.artwork.eyesOf(picture) : [];
    if (own.length > 0) {
      return own.map((eye) => {
        const { x, y } = pointIn({ frame, flip }, eye.x, eye.y + BELOW * eye.down);
        return asDrawn(mark.picture, squareAt(x - side / 2, y, side));
      });
    }
    return eyes.x.map((along) => {
      const { x, y } = head
        ? { x: head.x0 + (head.x1 - head.x0) * along, y: head.y0 + (head.y1 - head.y0) * eyes.y }
        : pointAt(frame, u0 + (u1 - u0) * along, v0 + (v1 - v0) * eyes.y);
      return asDrawn(mark.picture, squareAt(x - side / 2, y, side));
    });
  }
  const burning = flamesIn(placed, stage);
  if (burning.length > 0) return burning.map((at) => asDrawn(mark.picture, squareAt(at.x0, at.y0, at.x1 - at.x0)));
  const trail = trailOf(placed, stage);
  if (trail) return [asDrawn(mark.picture, trail)];
  const flames = signBehindOf(placed, stage);
  if (flames) return [asDrawn(mark.picture, squareAt(flames.x0, flames.y0, flames.x1 - flames.x0))];
  const sign = cornerSignOf(placed, stage)!;
  const side = sign.x1 - sign.x0;
  const margin = corner.margin * stage.size;
  const within = (at: number) => Math.max(Math.min(at, stage.size - margin - side), margin);
  return [asDrawn(mark.picture, squareAt(within(sign.x0), within(sign.y0), side))];
}

function asDrawn(picture: number, frame: Frame, role: LayerRole = 'mark'): Layer {
  return { picture, paint: 0, parts: [], flip: false, frame, role };
}

/**
 * Where what is painted has details that a small model would smear, in pixels, from back to front: heads, by what is
 * about their eyes, and each picture as a whole.
 */
export function detailedOf(layers: readonly Layer[], stage: Stage): Edges[] {
  return layers.flatMap((layer) => {
    const { picture, frame, flip } = layer;
    const head = layer.role === 'thing' ? headOf(layer, stage) : undefined;
    if (layer.role === 'paw' || layer.role === 'body') return [edgesOfFrame(frame)];
    const whole = edgesIn(frame, stage.artwork, picture, flip);
    return head ? [head, whole] : [whole];
  });
}
