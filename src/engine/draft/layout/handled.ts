import { ownValue } from '../../basics/index.js';
import type { Facing, Figure } from './facing.js';
import { spreadIn } from './frame.js';
import { heightOf, longestOf, middleOf, widthOf } from './geometry.js';
import { type Grip, gripOf, hasGrip } from './grips.js';
import { handOf } from './hands.js';
import { marked, stroke } from './marks.js';
import { asEach, edgesOf, mirrored, type Placed, type Stage, shifted, withSide } from './placed.js';

/** Longer side of what is held by its handle, in parts of the longer side of who holds it. */
const SIDE = 0.64;
/** And of what reaches far beyond them. */
const SIDES: Readonly<Record<string, number>> = { 'fishing pole': 0.9 };
/** From this correlation of across and down on, a stick leans. */
const LEANS = 0.4;
/** How much of a face what is held beside it may hide, in parts of the face's width. */
const FACE_OVERLAP = 0.12;
/** How much of what is held by a handle is below the hand, and beyond it, in parts of its height and width. */
const GRIP = 0.08;
const INSET = 0.05;
/** What is heavier at its lower end has its middle so far below that of its box, in parts of its height. */
const HEAVIER = 0.02;

/** What hangs to the right of a pole, as it is drawn. */
const POLES: ReadonlySet<string> = new Set([
  'chequered flag',
  'triangular flag',
  'black flag',
  'white flag',
  'rainbow flag',
  'pirate flag',
]);
/** What is held at its lower end though nobody looked for its grip: by a string, a stem or a stick. */
const HANDLED: ReadonlySet<string> = new Set([
  'balloon',
  'kite',
  'candy',
  'rose',
  'tulip',
  'sunflower',
  'wilted flower',
  'hyacinth',
  'sparkler',
  'candle',
  'crossed swords',
  'ice cream',
  ...POLES,
  'carp streamer',
  'tanabata tree',
  'flag in hole',
  'badminton',
  'ping pong',
  'lacrosse',
  'field hockey',
  'ice hockey',
]);
/** Whether a thing is held by a handle, a stem or a string. */
export const isHandled = (thing: string): boolean => hasGrip(thing) || HANDLED.has(thing);

/** Its handle in the hand, its other end up and away from who holds it. */
export function byItsHandle(thing: Placed, figure: Figure, side: Facing, stage: Stage): Placed {
  const { edges, handAt } = figure;
  const isFace = figure.isFace && !handAt;
  const hand = handOf(figure, side);
  const grip = thing.group ? undefined : gripOf(thing.thing, stage.artwork.slugOf(thing.picture));
  const raised = POLES.has(thing.thing) || thing.group ? thing : raisedBy(thing, grip, stage);
  const lean = grip ? leanFrom(grip, thing.flip) : leanOf(raised, stage);
  const turned = lean !== 0 && lean !== side ? mirrored(raised, stage) : raised;
  const sized = withSide(turned, (ownValue(SIDES, thing.thing) ?? SIDE) * longestOf(edges), stage);
  const own = edgesOf(sized, stage);
  // Beside a face, which it would hide.
  const most = side < 0 ? own.x1 - FACE_OVERLAP * widthOf(edges) : own.x0 + FACE_OVERLAP * widthOf(edges);
  const end = lean === 0 ? middleOf(own) : side < 0 ? own.x1 - INSET * widthOf(own) : own.x0 + INSET * widthOf(own);
  const x = isFace ? (side < 0 ? edges.x0 : edges.x1) - most : hand.x - end;
  return shifted(sized, x, hand.y - own.y1 + GRIP * heightOf(own));
}

/**
 * How large a balloon is in parts of the head's width, and at least of the longer side of who has it; how much of its
 * width is over the head's edge; how far down the head its string begins; how wide that is; and of several, how far
 * apart and how much lower the outer ones are, in parts of their size.
 */
const BALLOON = { head: 1.05, least: 0.4, inward: 0.06, down: 0.4, string: 0.035, apart: 0.56, lower: 0.14 } as const;
const FLOATING: ReadonlySet<string> = new Set(['balloon', 'red paper lantern']);
/** Whether a thing is in the air on a string that somebody holds. */
export const isFloating = (thing: string): boolean => FLOATING.has(thing);

/** A balloon, or a bunch, over the hand beside the head, on a string. */
export function floated(thing: Placed, figure: Figure, hand: Point, side: Facing, stage: Stage): Placed {
  const { edges, head, facing, mouth, isFace, handAt } = figure;
  const { group, ...one } = thing;
  const size = Math.max(BALLOON.head * head, handAt || isFace ? 0 : BALLOON.least * longestOf(edges));
  const raised = raisedBy(one, undefined, stage);
  const lean = leanOf(raised, stage);
  const turned = lean !== 0 && lean !== side ? mirrored(raised, stage) : raised;
  const sized = withSide(turned, size, stage);
  const own = edgesOf(sized, stage);
  const outer =
    isFace || handAt ? (side < 0 ? edges.x0 : edges.x1) : facing === 0 ? mouth.x + (side * head) / 2 : mouth.x;
  const inner = side > 0 ? Math.max(outer, hand.x) : Math.min(outer, hand.x);
  const near = inner - side * BALLOON.inward * widthOf(own);
  const top = isFace || handAt ? edges.y0 : mouth.y - head / 2;
  const bottom = top + BALLOON.down * (isFace || handAt ? heightOf(edges) : head);
  const copies = group?.copies ?? 1;
  const placed = Array.from({ length: copies }, (_, k) => {
    const out = copies - 1 - k;
    const x = near - (side > 0 ? own.x0 : own.x1) + side * out * BALLOON.apart * widthOf(own);
    return shifted(sized, x, bottom - own.y1 - (out % 2) * BALLOON.lower * 2 * heightOf(own));
  });
  const strings = placed.map((balloon) => {
    const at = edgesOf(balloon, stage);
    const end = lean === 0 ? middleOf(at) : side < 0 ? at.x1 - INSET * widthOf(at) : at.x0 + INSET * widthOf(at);
    return stroke('dash', balloon, hand, { x: end, y: at.y1 - GRIP * heightOf(at) }, BALLOON.string * head);
  });
  return marked(copies === 1 ? placed[0]! : asEach(placed), strings);
}

interface Point {
  x: number;
  y: number;
}

/** To which side of its handle a thing is, which is turned by half where that is drawn above. */
function leanFrom([x, y]: Grip, flip: boolean): Facing {
  const isSwapped = flip !== y < 0.5;
  return x === 0.5 ? 0 : x < 0.5 === isSwapped ? -1 : 1;
}

/** To which side of its lower end a thing is. */
function leanOf({ thing, frame, picture, flip, group }: Placed, { artwork }: Stage): Facing {
  if (group) return 0;
  if (POLES.has(thing)) return flip ? -1 : 1;
  const { xx, xy, yy } = spreadIn(frame, artwork, picture, flip);
  return xy * xy < LEANS ** 2 * xx * yy ? 0 : xy > 0 ? -1 : 1;
}

/** With its handle down, where it is known, else with its heavier end up: things are drawn either way. */
function raisedBy(thing: Placed, grip: Grip | undefined, stage: Stage): Placed {
  if (grip) return grip[1] < 0.5 ? upsideDown(thing) : thing;
  const { y0, y1 } = edgesOf(thing, stage);
  const { y } = spreadIn(thing.frame, stage.artwork, thing.picture, thing.flip);
  return y - (y0 + y1) / 2 < HEAVIER * (y1 - y0) ? thing : upsideDown(thing);
}

/** On its head, in the same square. */
export function upsideDown(thing: Placed): Placed {
  const { frame } = thing;
  return { ...thing, frame: { ...frame, x: frame.x + frame.xx, y: frame.y + frame.yy, xx: -frame.xx, yy: -frame.yy } };
}
