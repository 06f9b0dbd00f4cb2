import { ownValue } from '../../basics/index.js';
import type { Tables, WornAt, WornRule } from '../../manifest/index.js';
import type { Artwork } from '../../memory/index.js';
import type { Actor } from './actor.js';
import { type Frame, squareAt, tightBox } from './frame.js';
import type { Edges } from './geometry.js';
import { moodRadius } from './layers.js';
import { asEach, eachOf, edgesOf, eyesOf, headOf, type Placed, type Stage, seatOf } from './placed.js';

/** What is worn is taken to be no narrower or lower than this, in parts of its picture's side. */
const SMALLEST_WORN = 0.1;

/** Limits in pixels. */
export interface WornLimits {
  /** Longest side of the picture of what is worn on the head, and of the tight box of what is worn before the eyes. */
  side: number;
  /** Where the top of what is worn on the head may lie at the highest. */
  top: number;
}

const UNLIMITED: WornLimits = { side: Number.POSITIVE_INFINITY, top: Number.NEGATIVE_INFINITY };

/**
 * Puts on a thing at its place what it wears. Where the tables have no rule for the place, as other bundles may not, it
 * goes on the head.
 */
export function putOn(wearer: Placed, worn: Actor, at: WornAt, stage: Stage, limits = UNLIMITED): Placed {
  // Each of several wears its own.
  if (wearer.group) return asEach(eachOf(wearer, stage).map((one) => putOn(one, worn, at, stage)));
  return { ...worn, frame: frameOf(wearer, worn, at, stage, limits) };
}

/**
 * Whether what is worn there goes behind its wearer: a face looks out of a coat, which covers the body of what is drawn
 * whole.
 */
export function isBehindWearer(wearer: Pick<Actor, 'picture'>, at: WornAt, artwork: Artwork): boolean {
  return (
    at === 'back' || (at === 'body' && (artwork.isFace(wearer.picture) || artwork.headOf(wearer.picture) === undefined))
  );
}

function frameOf(wearer: Placed, worn: Actor, at: WornAt, stage: Stage, limits: WornLimits): Frame {
  const { head, face, neck, ears, body, back } = rulesFor(worn.thing, stage.tables.layouts.worn);
  const found = headOf(wearer, stage);
  const edges = found ?? edgesOf(wearer, stage);
  const [width, height] = [edges.x1 - edges.x0, edges.y1 - edges.y0];
  const [bx0, by0, bx1, by1] = tightBox(stage.artwork, worn.picture, worn.flip);
  const [across, down] = [Math.max(bx1 - bx0, SMALLEST_WORN), Math.max(by1 - by0, SMALLEST_WORN)];
  const left = (side: number, middle = (edges.x0 + edges.x1) / 2) => middle - (side * (bx0 + bx1)) / 2;
  const isFace = found !== undefined || stage.artwork.isFace(wearer.picture);
  if (at === 'face') {
    const side = Math.min(face.width * width, limits.side) / across;
    const own = ownValue(stage.tables.layouts.worn.own ?? {}, worn.thing)?.eyes;
    const known = own === undefined ? eyesOf(wearer, stage)?.eyes.y : undefined;
    const eyes = known ?? (isFace ? edges.y0 + face.eyes * height : eyesOnBody(wearer, face.above, stage.artwork));
    const middle = (edges.x0 + edges.x1) / 2 + aside(wearer, stage) * side * across;
    return squareAt(left(side, middle), eyes - (side * (by0 + by1)) / 2, side);
  }
  if (at === 'ears' && ears) {
    const side = (ears.width * width) / across;
    return squareAt(left(side), edges.y0 - ears.above * height - side * by0, side);
  }
  if (at === 'neck' && neck) {
    const part = isFace ? neck.width : neck.width * neck.figure;
    const side = (part * width) / across;
    const chin = isFace ? edges.y1 - neck.rises * height : edges.y0 + neck.chin * height;
    return squareAt(left(side), chin - side * by0, side);
  }
  if (at === 'body' && body) {
    const side = Math.min((body.width * width) / across, (body.width * height) / down);
    return squareAt(left(side), edges.y1 - body.rises * height - side * by0, side);
  }
  if (at === 'back' && back) {
    const side = (back.width * width) / across;
    return squareAt(left(side), edges.y1 - back.rises * height - side * by0, side);
  }
  const top = topOf(wearer, edges, isFace, stage);
  const rim = top.y + head.sinks * (edges.y1 - top.y);
  const side = Math.min((head.width * width) / across, (rim - limits.top) / down, limits.side);
  return squareAt(left(side, top.x), rim - side * by1, side);
}

/** The eyes of a mood lie this far above the middle of its face, in parts of its radius. */
const MOOD_EYES = 0.24;

/** Height of the eyes that are laid over a thing, or of where they would be. */
function eyesOnBody({ frame, picture, mood }: Placed, above: number, artwork: Artwork): number {
  const [, y, radius] = artwork.circleOf(picture);
  return frame.y + frame.yy * (y - (mood ? MOOD_EYES * moodRadius(radius) : above));
}

/** Where what is worn on the head rests: between the ears, and on what has no head where things stand on it. */
function topOf(wearer: Placed, edges: Edges, isFace: boolean, stage: Stage): { x: number; y: number } {
  const middle = (edges.x0 + edges.x1) / 2;
  const skull = eyesOf(wearer, stage)?.skull;
  if (skull) return { x: middle, y: Math.max(skull.y, edges.y0) };
  const seat = isFace ? undefined : seatOf(wearer, stage);
  return seat && seat.y <= edges.y0 + UPPER * (edges.y1 - edges.y0) ? seat : { x: middle, y: edges.y0 };
}

/** What stands on a thing this far below its top, in parts of its height, stands on no head: on a banana's peel. */
const UPPER = 0.3;

/** Of a lens, from the middle of what is worn before the eyes to its own, in parts of the whole. */
const LENS = 0.25;

/** Of a head seen from the side one lens lies before its one eye, and the other towards the snout. */
function aside({ picture, flip }: Placed, { artwork }: Stage): number {
  const head = artwork.headOf(picture);
  if (!head || artwork.isFrontal(picture)) return 0;
  return head.x - head.x0 < head.x1 - head.x === flip ? LENS : -LENS;
}

/** The layouts' numbers, but for those in which the thing goes its own way. */
function rulesFor(thing: string, rules: Tables['layouts']['worn']): Tables['layouts']['worn'] {
  const own = ownValue(rules.own ?? {}, thing);
  if (!own) return rules;
  const { at, ...numbers } = own;
  const shared = at === 'back' ? { ...BACK, ...rules.back } : rules[at];
  return shared ? { ...rules, [at]: { ...shared, ...numbers } } : rules;
}

/** What hangs down a back begins at the neck. */
const BACK: Pick<WornRule, 'width' | 'rises'> = { width: 1.6, rises: 0.2 };
