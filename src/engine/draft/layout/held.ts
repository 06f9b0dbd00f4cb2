import type { Actor } from './actor.js';
import { type Facing, type Figure, figureOf } from './facing.js';
import { spreadIn } from './frame.js';
import { heightOf, longestOf, middleOf, widthOf } from './geometry.js';
import { put } from './into-canvas.js';
import { edgesOf, mirrored, type Placed, type Stage, shifted, withSide } from './placed.js';
import type { Way } from './ways.js';

/** Longer side of what is eaten, in parts of a head's width, and of a figure. */
const BITE = { face: 0.5, head: 0.95, least: 0.34, most: 0.5 } as const;
/** How much of its width lies over a snout. */
const BITTEN = 0.36;
/** Longer side of what is held, in parts of the longer side of who holds it: by hand, by its handle, and a book. */
const SIDE = { hand: 0.52, handle: 0.64, read: 0.58, shelter: 0.95, hugged: 0.56 } as const;
/** Down a figure, and a face, where a hand is. */
const HAND = { figure: 0.62, face: 0.92 } as const;
/** How far in from the edge of a figure a hand is, in parts of its width: from the side, paws are behind the snout. */
const INWARD = { side: 0.14, front: 0.1 } as const;
/** How much of its width what is held lies over who holds it. */
const OVERLAP = 0.28;
const LOW_OVERLAP = 0.12;
/** How far aside a shelter is held, in parts of the figure's width, and how far down it its stick reaches. */
const SHELTER = { aside: 0.2, down: 0.5 } as const;
/** From this correlation of across and down on, a stick leans. */
const LEANS = 0.4;
/** How much of a face what is held beside it may hide, in parts of the face's width. */
const FACE_OVERLAP = 0.12;
/** How much of what is held by a handle is below the hand, in parts of its height. */
const GRIP = 0.08;
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
/** What is held at its lower end: by a string, a stem or a stick. */
const HANDLED: ReadonlySet<string> = new Set([
  'balloon',
  'kite',
  'lollipop',
  'candy',
  'rose',
  'tulip',
  'sunflower',
  'wilted flower',
  'hyacinth',
  'magic wand',
  'sparkler',
  'candle',
  'axe',
  'hammer',
  'pick',
  'broom',
  'shovel',
  'fishing pole',
  'crossed swords',
  'kitchen knife',
  'microphone',
  'ice cream',
  ...POLES,
  'carp streamer',
  'tanabata tree',
  'flag in hole',
  'paintbrush',
  'badminton',
  'ping pong',
  'lacrosse',
  'field hockey',
  'ice hockey',
]);
/** What is held over a head. */
const SHELTERS: ReadonlySet<string> = new Set(['umbrella', 'parachute']);

/** How much of its width what is hugged from the side lies over who hugs it; from the front, how far it is aside. */
const HUGGED = 0.5;
const ASIDE = 0.12;
/** How much of its height what a face hugs reaches below the chin. */
const BELOW_CHIN = 0.45;

/**
 * Somebody with what they hold, hug, eat or read, not yet brought into the canvas: at the mouth, low in front of them,
 * or at the hand on the side that they look to; who looks at us, by whether they are mirrored.
 * @returns who holds it, and what is held
 */
export function held(holder: Actor, thing: Actor, way: Way, stage: Stage): [Placed, Placed] {
  const one = put(holder, { x: 0.5, y: 0.5, side: 1 }, stage);
  const figure = figureOf(one, stage);
  const side: Facing = figure.facing === 0 ? (holder.flip ? -1 : 1) : figure.facing;
  const other = put(thing, { x: 0.5, y: 0.5, side: 1 }, stage);
  const at = PLACES[way as keyof typeof PLACES] ?? (isSheltering(thing) ? over : inHand);
  return [one, at(other, figure, side, stage)];
}

const PLACES = { eaten: atMouth, read: lowInFront, close: inArms } as const;

/** Whether what is held goes behind who holds it. */
export function isSheltering({ thing }: Pick<Actor, 'thing'>): boolean {
  return SHELTERS.has(thing);
}

/** In the arms: low on the chest, over the side that is looked to. */
function inArms(thing: Placed, figure: Figure, side: Facing, stage: Stage): Placed {
  const { facing, edges, isFace } = figure;
  const sized = withSide(thing, SIDE.hugged * longestOf(edges), stage);
  const own = edgesOf(sized, stage);
  const bottom = edges.y1 + (isFace ? BELOW_CHIN * heightOf(own) : 0);
  if (facing === 0)
    return shifted(sized, middleOf(edges) + side * ASIDE * widthOf(edges) - middleOf(own), bottom - own.y1);
  const inward = HUGGED * widthOf(own);
  return shifted(sized, facing < 0 ? edges.x0 - own.x1 + inward : edges.x1 - own.x0 - inward, bottom - own.y1);
}

function atMouth(thing: Placed, figure: Figure, _: Facing, stage: Stage): Placed {
  const { facing, mouth, isFace, head, edges } = figure;
  const whole = longestOf(edges);
  const side = isFace ? BITE.face * head : Math.min(Math.max(BITE.head * head, BITE.least * whole), BITE.most * whole);
  const sized = withSide(thing, side, stage);
  const own = edgesOf(sized, stage);
  if (facing === 0) return shifted(sized, mouth.x - (own.x0 + own.x1) / 2, mouth.y - own.y0);
  const x = facing < 0 ? mouth.x - own.x1 + BITTEN * widthOf(own) : mouth.x - own.x0 - BITTEN * widthOf(own);
  return shifted(sized, x, mouth.y - (own.y0 + own.y1) / 2);
}

function lowInFront(thing: Placed, figure: Figure, _: Facing, stage: Stage): Placed {
  const { facing, edges, isFace } = figure;
  const sized = withSide(thing, SIDE.read * longestOf(edges), stage);
  const own = edgesOf(sized, stage);
  const y = isFace ? figure.mouth.y + 0.55 * (edges.y1 - figure.mouth.y) : edges.y1 - 0.82 * heightOf(own);
  if (facing === 0) return shifted(sized, middleOf(edges) - middleOf(own), y - own.y0);
  const top = edges.y1 - heightOf(own);
  // A head that is as low as the book looks over its edge.
  const isLow = figure.mouth.y > top;
  const front = (facing < 0 ? edges.x0 : edges.x1) - (isLow ? 0 : facing * INWARD.side * widthOf(edges));
  const inward = (isLow ? LOW_OVERLAP : OVERLAP) * widthOf(own);
  return shifted(sized, facing < 0 ? front - own.x1 + inward : front - own.x0 - inward, edges.y1 - own.y1);
}

function inHand(thing: Placed, figure: Figure, side: Facing, stage: Stage): Placed {
  const { edges } = figure;
  if (HANDLED.has(thing.thing)) return byItsHandle(thing, figure, side, stage);
  const hand = handOf(figure, side);
  const sized = withSide(thing, SIDE.hand * longestOf(edges), stage);
  const own = edgesOf(sized, stage);
  const x = side < 0 ? hand.x - own.x1 + OVERLAP * widthOf(own) : hand.x - own.x0 - OVERLAP * widthOf(own);
  return shifted(sized, x, hand.y - (own.y0 + own.y1) / 2);
}

/** Its lighter end in the hand, its heavier one up and away from who holds it. */
function byItsHandle(thing: Placed, figure: Figure, side: Facing, stage: Stage): Placed {
  const { isFace, edges } = figure;
  const hand = handOf(figure, side);
  const raised = POLES.has(thing.thing) || thing.group ? thing : withHeavyEndUp(thing, stage);
  const lean = leanOf(raised, stage);
  const turned = lean !== 0 && lean !== side ? mirrored(raised, stage) : raised;
  const sized = withSide(turned, SIDE.handle * longestOf(edges), stage);
  const own = edgesOf(sized, stage);
  // Beside a face, which it would hide.
  const most = side < 0 ? own.x1 - FACE_OVERLAP * widthOf(edges) : own.x0 + FACE_OVERLAP * widthOf(edges);
  const end = lean === 0 ? middleOf(own) : side < 0 ? own.x1 : own.x0;
  const x = isFace ? (side < 0 ? edges.x0 : edges.x1) - most : hand.x - end;
  return shifted(sized, x, hand.y - own.y1 + GRIP * heightOf(own));
}

/** To which side of its lower end a thing is. */
function leanOf({ thing, frame, picture, flip, group }: Placed, { artwork }: Stage): Facing {
  if (group) return 0;
  if (POLES.has(thing)) return flip ? -1 : 1;
  const { xx, xy, yy } = spreadIn(frame, artwork, picture, flip);
  return xy * xy < LEANS ** 2 * xx * yy ? 0 : xy > 0 ? -1 : 1;
}

/** Knives are drawn either way. */
function withHeavyEndUp(thing: Placed, stage: Stage): Placed {
  const { y0, y1 } = edgesOf(thing, stage);
  const { y } = spreadIn(thing.frame, stage.artwork, thing.picture, thing.flip);
  if (y - (y0 + y1) / 2 < HEAVIER * (y1 - y0)) return thing;
  const { frame } = thing;
  return { ...thing, frame: { ...frame, x: frame.x + frame.xx, y: frame.y + frame.yy, xx: -frame.xx, yy: -frame.yy } };
}

function over(thing: Placed, figure: Figure, side: Facing, stage: Stage): Placed {
  const { edges } = figure;
  const sized = withSide(thing, SIDE.shelter * longestOf(edges), stage);
  const own = edgesOf(sized, stage);
  const x = middleOf(edges) + side * SHELTER.aside * widthOf(edges);
  return shifted(sized, x - middleOf(own), edges.y0 + SHELTER.down * heightOf(edges) - own.y1);
}

function handOf({ edges, facing, isFace }: Figure, side: Facing): { x: number; y: number } {
  const inward = (facing === 0 || isFace ? INWARD.front : INWARD.side) * widthOf(edges);
  return {
    x: side < 0 ? edges.x0 + inward : edges.x1 - inward,
    y: edges.y0 + (isFace ? HAND.face : HAND.figure) * heightOf(edges),
  };
}
