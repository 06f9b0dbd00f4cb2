import type { WornAt } from '../../manifest/index.js';
import type { Artwork } from '../../memory/index.js';
import type { Actor } from './actor.js';
import { bareOf, frameOnBody } from './bodied.js';
import { facingOf } from './facing.js';
import { type Fitting, fittingOf, type WornLimits } from './fitting.js';
import { type Frame, pointIn, squareAt } from './frame.js';
import { type Edges, edgesAbout, heightOf, middleOf, widthOf } from './geometry.js';
import { onHead, turnedHead } from './hats.js';
import { isHood } from './hoods.js';
import { MOOD_EYES, moodRadius } from './layers.js';
import { asEach, eachOf, edgesOf, eyesOf, moved, type Placed, type Stage } from './placed.js';
import { BAND, CUPS, glassesAside, halfOverEar, looksAside, profileFor } from './profile.js';

const UNLIMITED: WornLimits = { side: Number.POSITIVE_INFINITY, top: Number.NEGATIVE_INFINITY };

/**
 * Puts on a thing at its place what it wears. Where the tables have no rule for the place, as other bundles may not, it
 * goes on the head.
 */
export function putOn(wearer: Placed, worn: Actor, at: WornAt, stage: Stage, limits = UNLIMITED): Placed {
  if (wearer.group?.way === 'stack' && (at === 'body' || isHood(worn.thing))) return shared(wearer, worn, at, stage);
  // Each of several wears its own.
  if (wearer.group) return asEach(eachOf(wearer, stage).map((one) => putOn(one, worn, at, stage)));
  const clothing = frameOnBody(wearer, worn, stage.artwork);
  if (clothing) return { ...worn, frame: clothing };
  if (wearer.body) {
    const on = putOn(bareOf(wearer), worn, at, stage, limits);
    return at === 'body' ? fittedToBody(on, stage) : on;
  }
  const fitting = fittingOf(wearer, worn, stage, limits);
  const profile = profileFor(worn, wearer, stage);
  if (profile) return at === 'ears' ? halfOverEar(profile, fitting) : glassesAside(profile, fitting);
  return { ...worn, frame: FRAMES[at](fitting) ?? onHead(fitting) };
}

/** How much wider than for one a garment is that two look out of, side by side. */
const FOR_TWO = 1.5;

/** On the lowest of those who are in one garment, or about all of those side by side. */
function shared(wearer: Placed, worn: Actor, at: WornAt, stage: Stage): Placed {
  const each = eachOf(wearer, stage);
  const on = putOn(each[0]!, worn, at, stage);
  if (wearer.spread !== 'collar') return on;
  const [own, all] = [edgesOf(on, stage), edgesAbout(each.map((one) => edgesOf(one, stage)))];
  const [x, y] = [middleOf(own), (all.y0 + all.y1) / 2];
  return moved(on, squareAt(middleOf(all) - FOR_TWO * x, y - FOR_TWO * y, FOR_TWO));
}

/** On a body clothes are so much smaller than below a head alone. */
const ON_BODY = 0.76;

function fittedToBody(worn: Placed, stage: Stage): Placed {
  const { x0, x1, y0 } = edgesOf(worn, stage);
  return moved(worn, squareAt(((1 - ON_BODY) * (x0 + x1)) / 2, (1 - ON_BODY) * y0, ON_BODY));
}

/**
 * Whether what is worn there goes behind its wearer: a face looks out of a coat, which covers the body of what is drawn
 * whole.
 */
export function isBehindWearer(wearer: Pick<Actor, 'picture' | 'body'>, at: WornAt, artwork: Artwork): boolean {
  return (
    at === 'back' ||
    (at === 'body' &&
      (wearer.body !== undefined || artwork.isFace(wearer.picture) || artwork.headOf(wearer.picture) === undefined))
  );
}

/** Where each place is; undefined where the tables have no rule for it. */
const FRAMES: Record<WornAt, (fitting: Fitting) => Frame | undefined> = {
  head: onHead,
  face: beforeFace,
  ears: atEars,
  neck: aroundNeck,
  body: onBody,
  back: onBack,
  over: overAll,
  feet: onFeet,
};

function beforeFace(fitting: Fitting): Frame {
  const { wearer, worn, stage, limits, rules, own, edges, width, height, isFace, seen, across, left } = fitting;
  const lens = own?.lens && beforeOneEye(wearer, worn, own.lens, width, stage);
  if (lens) return lens;
  const { face } = rules;
  const side = Math.min(face.width * width, limits.side) / across;
  const known = own?.eyes === undefined ? eyesOf(wearer, stage)?.eyes.y : undefined;
  const eyes = known ?? (isFace ? edges.y0 + face.eyes * height : eyesOnBody(wearer, face.above, stage.artwork));
  const middle = (edges.x0 + edges.x1) / 2 + aside(wearer, stage) * side * across;
  return squareAt(left(side, middle), eyes - (side * (seen.top + seen.bottom)) / 2, side);
}

function atEars(fitting: Fitting) {
  const { wearer, stage, rules, own, edges, width, height, seen, across, left } = fitting;
  const { ears } = rules;
  if (!ears) return undefined;
  const side = (ears.width * width) / across;
  const eyes = own && eyesOf(wearer, stage);
  if (eyes) return overEars(eyes, edges, { side, left: left(side), top: seen.top, bottom: seen.bottom });
  return squareAt(left(side), edges.y0 - ears.above * height - side * seen.top, side);
}

/** How far behind the middle of a head in profile its neck is, in parts of its width. */
const NAPE = 0.14;

function aroundNeck({ wearer, stage, rules: { neck }, edges, width, height, isFace, seen, across, left }: Fitting) {
  if (!neck) return undefined;
  const aside = besideHead({ wearer, seen, across, left, stage });
  if (aside) return aside;
  const looks = stage.artwork.isFace(wearer.picture) ? looksAside(wearer, stage) : 0;
  const middle = middleOf(edges) - looks * NAPE * width;
  const part = isFace ? neck.width : neck.width * neck.figure;
  const side = (part * width) / across;
  const lower = Math.min(edges.y1, edgesOf(wearer, stage).y1);
  const chin = isFace ? lower - neck.rises * height : edges.y0 + neck.chin * height;
  return squareAt(left(side, middle), chin - side * seen.top, side);
}

/**
 * The neck of an animal that is drawn whole from the side: how far it is on the way from its eye to the middle of its
 * mass, how wide what is about it is beside the shorter side of all, which of that is the wrap, and how far it leans
 * with a neck that lies, in radians.
 */
const NECK = { along: 0.46, wide: 0.5, wrap: 0.2, leans: 0.5 } as const;

/** About the neck of who is drawn whole, and from the side; undefined of anybody else. */
function besideHead({
  wearer,
  seen,
  across,
  left,
  stage,
}: Pick<Fitting, 'wearer' | 'seen' | 'across' | 'left' | 'stage'>): Frame | undefined {
  const { artwork } = stage;
  const { picture, frame, flip } = wearer;
  const looks = facingOf(wearer, stage);
  const head = artwork.headOf(picture);
  const isSideways = artwork.isAnimal(picture) && !artwork.isFace(picture) && !artwork.isFrontal(picture);
  if (looks === 0 || !head || !isSideways || frame.yx !== 0) return undefined;
  const whole = edgesOf(wearer, stage);
  const [massX, massY] = artwork.momentsOf(picture);
  const [eye, mass] = [pointIn({ frame, flip }, head.x, head.y), pointIn({ frame, flip }, massX, massY)];
  const [x, y] = [eye.x + NECK.along * (mass.x - eye.x), eye.y + NECK.along * (mass.y - eye.y)];
  const side = (NECK.wide * Math.min(widthOf(whole), heightOf(whole))) / across;
  const lies = Math.atan2(Math.abs(mass.x - eye.x), Math.max(mass.y - eye.y, 0)) / (Math.PI / 2);
  const [cos, sin] = [Math.cos(NECK.leans * lies), looks * Math.sin(NECK.leans * lies)];
  const level = squareAt(left(side, x), y - side * (seen.top + NECK.wrap * (seen.bottom - seen.top)), side);
  const [dx, dy] = [level.x - x, level.y - y];
  return {
    x: x + cos * dx - sin * dy,
    y: y + sin * dx + cos * dy,
    xx: cos * side,
    xy: -sin * side,
    yx: sin * side,
    yy: cos * side,
  };
}

/**
 * On who stands upright before us: how wide beside that, how far over the head, how far above the feet, in parts of
 * what is below the head; and how much it is stretched one way or the other at most.
 */
const FIGURE = { wide: 0.92, chin: 0.12, feet: 0.16, most: 1.4 } as const;

/** On all that is below the head of who is drawn whole, stretched to it a little. */
function onFigure({ wearer, stage, edges, seen, across, left }: Fitting): Frame {
  const whole = edgesOf(wearer, stage);
  const below = whole.y1 - edges.y1;
  const top = edges.y1 - FIGURE.chin * heightOf(edges);
  const high = (whole.y1 - FIGURE.feet * below - top) / (seen.bottom - seen.top);
  const xx = Math.min((FIGURE.wide * widthOf(whole)) / across, high * FIGURE.most);
  const yy = Math.min(high, xx * FIGURE.most);
  return { x: left(xx, middleOf(whole)), y: top - yy * seen.top, xx, xy: 0, yx: 0, yy };
}

function onBody(fitting: Fitting) {
  const { wearer, stage, rules, edges, width, height, seen, across, down, left } = fitting;
  const { body } = rules;
  if (!body) return undefined;
  if (edges.y1 < edgesOf(wearer, stage).y1 - width / 4 && stage.artwork.isFrontal(wearer.picture))
    return onFigure(fitting);
  const side = Math.min((body.width * width) / across, (body.width * height) / down);
  return squareAt(left(side), edges.y1 - body.rises * height - side * seen.top, side);
}

/** Opening of a hood: its width, in parts of the picture's side, and how far down that its middle is. */
const HOOD = { wide: 0.7, down: 0.34 } as const;

function onBack({ wearer, worn, rules: { back }, edges, width, height, seen, across, left }: Fitting) {
  if (!back) return undefined;
  if (wearer.oval && isHood(worn.thing)) {
    const side = width / HOOD.wide;
    return squareAt(left(side), (edges.y0 + edges.y1) / 2 - HOOD.down * side, side);
  }
  const side = (back.width * width) / across;
  return squareAt(left(side), edges.y1 - back.rises * height - side * seen.top, side);
}

function overAll({ wearer, stage, rules: { over }, isFace, seen, across, left }: Fitting) {
  if (!over) return undefined;
  const whole = edgesOf(wearer, stage);
  const side = (over.width * (whole.x1 - whole.x0)) / across;
  const under = (isFace ? over.rises : FIGURE_UNDER) * (whole.y1 - whole.y0);
  return squareAt(left(side, (whole.x0 + whole.x1) / 2), whole.y1 - under - side * seen.top, side);
}

function onFeet({ wearer, stage, rules: { feet }, seen, across, down, left }: Fitting) {
  if (!feet) return undefined;
  const whole = edgesOf(wearer, stage);
  const [width, height] = [whole.x1 - whole.x0, whole.y1 - whole.y0];
  const side = Math.min((feet.width * width) / across, (HIGHEST_SHOE * height) / down);
  return squareAt(left(side, (whole.x0 + whole.x1) / 2), whole.y1 - feet.sinks * height - side * seen.top, side);
}

/** Of a figure so much is under a blanket, in parts of its height. */
const FIGURE_UNDER = 0.5;
/** Shoes and boots are no higher than this, in parts of the height of what wears them. */
const HIGHEST_SHOE = 0.42;
/** A lens is so much larger than the eye behind it, and no smaller than this, in parts of a head's width. */
const [LENS_OVER, LEAST_LENS] = [1.4, 0.15];

/**
 * What has one lens, before the eye on the right.
 * @param lens its middle and its half size, in parts of the picture's side
 * @returns undefined where it is not known where eyes are
 */
function beforeOneEye(
  { picture, frame, flip }: Placed,
  worn: Actor,
  [x, y, half]: readonly [number, number, number],
  width: number,
  { artwork }: Stage,
): Frame | undefined {
  const eyes = artwork.eyesOf(picture);
  if (eyes.length === 0 || frame.yx !== 0) return undefined;
  const shown = eyes.map((eye) => ({ ...eye, x: flip ? 1 - eye.x : eye.x }));
  const eye = shown.reduce((right, one) => (one.x > right.x ? one : right));
  const least = LEAST_LENS * width;
  const radius = Math.max(LENS_OVER * Math.max(eye.across, eye.down) * frame.yy, least);
  const side = radius / half;
  return squareAt(
    frame.x + frame.xx * eye.x - side * (worn.flip ? 1 - x : x),
    frame.y + frame.yy * eye.y - side * y,
    side,
  );
}

/** What is worn over the ears may be so much lower or higher than it is drawn. */
const [FLATTEST, TALLEST] = [0.72, 1.25];

/** A band over the crown whose cups are at the ears, stretched a little between the two. */
function overEars(
  { eyes, skull }: NonNullable<ReturnType<typeof eyesOf>>,
  edges: Edges,
  { side, left, top, bottom }: { side: number; left: number; top: number; bottom: number },
): Frame {
  const below = eyes.y + CUPS * (edges.y1 - eyes.y);
  const crown = skull.y - BAND * (edges.y1 - skull.y);
  const high = Math.min(Math.max((below - crown) / (bottom - top), FLATTEST * side), TALLEST * side);
  return { x: left, y: below - high * bottom, xx: side, xy: 0, yx: 0, yy: high };
}

/** Height of the eyes that are laid over a thing, or of where they would be. */
function eyesOnBody({ frame, picture, mood }: Placed, above: number, artwork: Artwork): number {
  const [, y, radius] = artwork.circleOf(picture);
  return frame.y + frame.yy * (y - (mood ? MOOD_EYES * moodRadius(radius) : above));
}

/** Of a lens, from the middle of what is worn before the eyes to its own, in parts of the whole. */
const LENS = 0.25;

/** Of a head seen from the side one lens lies before its one eye, and the other towards the snout. */
const aside = (wearer: Placed, stage: Stage): number => LENS * turnedHead(wearer, stage);
