import type { Actor } from './actor.js';
import { type Facing, type Figure, figureOf } from './facing.js';
import { atFeet, isFootwear } from './feet.js';
import { pointIn } from './frame.js';
import { heightOf, longestOf, middleOf, widthOf } from './geometry.js';
import { byItsHandle, floated, isFloating, isHandled } from './handled.js';
import { handOf, INWARD } from './hands.js';
import { whole } from './into-canvas.js';
import { outOfMouth } from './out-of-mouth.js';
import { turnAbout } from './pair.js';
import { isAslant, isHandless, isPawed, PAW_SIDE, pawAt, slopeOf, withOnePaw, withPaws } from './paws.js';
import { asEach, eachOf, edgesOf, moved, type Placed, type Stage, shifted, spreadOf, withSide } from './placed.js';
import { flown, inFall, inFlight, isPoured, lifted, poured, tossed } from './sent.js';
import { onPlate, setWith, toppedWith } from './set-on.js';
import type { Way } from './ways.js';

/** Longer side of what is eaten, in parts of a head's width, short and long. */
const BITE = { face: 0.5, long: 0.66 } as const;
/**
 * Of what is carried in a snout, and eaten there: its longer side in parts of the head's width, and of the figure at
 * least and most; and how much of its width lies over the snout, and of its height above the mouth.
 */
const CARRIED = { head: 0.95, least: 0.34, most: 0.5, inward: 0.36, up: 0.5 } as const;
const BITTEN_AHEAD = { head: 0.8, least: 0.28, most: 0.42, inward: 0.16, up: 0.28 } as const;
/** How much of the height of what is bitten is above a mouth's middle, and how far aside of a whole figure it is. */
const BITTEN_BELOW = { up: 0.08, aside: 0.34 } as const;
/** What is bitten at the other end than that which points up as it is drawn, where its leaves or its stalk are. */
const STALKED: ReadonlySet<string> = new Set(['carrot', 'eggplant', 'chili pepper', 'radish', 'drumstick']);
/** How far what is long leans as it is eaten, in degrees. */
const EATEN_LEANS = 10;
/** Longer side of what is held, in parts of the longer side of who holds it: in the hand, read, in the arms. */
const SIDE = { hand: 0.52, read: 0.58, hugged: 0.56 } as const;
/**
 * Longer side of what is in both paws of a face, in parts of its width, held or played; how far below the mouth's
 * middle it begins, in parts of its height; how far before the middle of one that is seen from the side it is; and by
 * how much of its own height what is long and aslant is lifted, whose upper end is beside the cheek.
 */
const PAWED = { held: 0.58, played: 0.92, below: 0.1, aside: 0.2, lifted: 0.25 } as const;
/**
 * What somebody without hands has, in parts of their head's width, several by so much larger; how far below the mouth
 * it is at least, and above their lower end, in parts of their height; and how much of it is before them, at least.
 */
const LOW = { side: 0.72, least: 0.6, several: 1.4, chin: 0.13, above: 0.05, before: 0.62 } as const;
/** How much nearer to the middle a string begins on who has no hand that is known, in parts of their width. */
const NEARER = 0.14;
/** What is played with both hands. */
const PLAYED: ReadonlySet<string> = new Set([
  'guitar',
  'banjo',
  'violin',
  'drum',
  'long drum',
  'accordion',
  'musical keyboard',
  'game controller',
  'keyboard',
  'laptop',
  'harp',
  'trumpet',
  'trombone',
  'saxophone',
  'flute',
  'dumbbell',
  'barbell',
]);
/** So much longer than high are animals on all fours. */
const ALL_FOURS = 1.3;
/** How much of its width what is held lies over who holds it. */
const OVERLAP = 0.28;
const LOW_OVERLAP = 0.12;
/** Beside a face it lies over less of it, and lower: eyes, nose and mouth stay free. */
const BESIDE_FACE = { overlap: 0.34, top: 0.66 } as const;
/**
 * How far aside a shelter is held, in parts of the figure's width, how far down it its stick reaches, and how large it
 * is in parts of its longer side: beside a body its hook is at the hand, and behind a head seen beside the cheek.
 */
const SHELTER = {
  figure: { aside: 0.3, down: 0.58, side: 0.95 },
  face: { aside: 0.47, down: 0.96, side: 1.24 },
} as const;
/**
 * How much of a shelter is below the hand of a body, in parts of its height; how large it is, and how far aside, in
 * parts of the head's width.
 */
const [HOOK, SHELTERED, UNDER] = [0.06, 2.2, 0.36];
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
  const one = whole(holder, stage);
  return [one, heldBy(one, thing, way, stage)];
}

/**
 * What somebody who is at their place holds, eats or reads, or a thing has on it.
 * @param isOther whether it is in the other hand
 */
export function heldBy(holder: Placed, thing: Actor, way: Way, stage: Stage, isOther = false): Placed {
  if (!holder.group) return heldByOne(holder, thing, way, stage, isOther);
  // Each of several has its own.
  const each = eachOf(holder, stage).flatMap((one) => eachOf(heldByOne(one, thing, way, stage, isOther), stage));
  return asEach(each);
}

function heldByOne(holder: Placed, thing: Actor, way: Way, stage: Stage, isOther: boolean): Placed {
  const figure = figureOf(holder, stage);
  const looking: Facing = figure.facing === 0 ? (holder.flip ? -1 : 1) : figure.facing;
  const other = whole(thing, stage);
  if (way === 'topped') return toppedWith(holder, other, stage, isOther);
  if (way === 'juggling') return tossed(other, figure, stage);
  if (way === 'lifting') return lifted(other, figure, stage);
  if (way === 'cooked') return onPlate(other, holder, stage);
  if (way === 'set') return setWith(holder, other, stage);
  if (isFootwear(thing.thing)) return atFeet(other, figure, stage);
  const side = isOther ? (-looking as Facing) : looking;
  const isPaired = !isOther && isPawed(holder, figure, stage);
  // A cup is below the mouth, which else it would hide.
  const isSipped = way === 'eaten' && isPoured(thing.thing) && isPaired;
  if (way === 'fitted' && isSheltering(thing)) return over(other, figure, side, stage);
  if (thing.thing === 'kite' && way === 'fitted') return flown(other, figure, side, stage);
  if (isFloating(thing.thing) && way === 'fitted') return onString(other, holder, figure, side, stage);
  if (isSipped || (isPaired && way === 'fitted' && !isHandled(thing.thing)))
    return withPaws(inPaws(other, figure, stage), holder, figure, stage);
  if (way === 'fitted' && !isOther && isHandless(holder, figure) && !isHandled(thing.thing))
    return clearOfEyes(lowBefore(other, figure, stage), holder, figure, stage);
  const isInMouth = isOnAllFours(figure) && !isHandled(thing.thing) && !isOther;
  const at = PLACES[way as keyof typeof PLACES] ?? (isInMouth ? inMouth : inHand);
  const placed = clearOfEyes(at(other, figure, side, stage), holder, figure, stage);
  if (isOther || LEFT.has(way) || !isPawed(holder, figure, stage)) return placed;
  if (way === 'watered') return withOnePaw(placed, holder, figure, stage);
  // Who is seen from the side bites what is before the mouth, and has no paws there.
  if (way === 'eaten') return isBefore(figure) ? withPaws(placed, holder, figure, stage, true) : placed;
  if (way !== 'fitted') return withPaws(placed, holder, figure, stage);
  return isHandled(thing.thing) ? withOnePaw(placed, holder, figure, stage) : placed;
}

/**
 * A balloon over the hand; of a head alone, a paw at its lower edge has it, and who is on all fours has it in the
 * mouth.
 */
function onString(thing: Placed, holder: Placed, figure: Figure, side: Facing, stage: Stage): Placed {
  const hand = isOnAllFours(figure) ? figure.mouth : handOf(figure, side);
  const { edges, isFace, handAt } = figure;
  // Of who has no arm that is known it is nearer to the middle, and at half the height.
  const isArmless = isHandless(holder, figure);
  if (isArmless) hand.y = (edges.y0 + edges.y1) / 2;
  if (isArmless || !(handAt || isFace || isOnAllFours(figure))) hand.x -= side * NEARER * widthOf(edges);
  const placed = floated(thing, figure, hand, side, stage);
  if (!isPawed(holder, figure, stage)) return placed;
  const paw = pawAt(holder, { ...hand, flip: side < 0 }, PAW_SIDE * figure.head);
  return { ...placed, paws: [...(placed.paws ?? []), paw] };
}

/** Who is seen from the side and longer than high has no hand free: it carries with its mouth. */
const isOnAllFours = ({ facing, edges, isFace }: Figure): boolean =>
  !isFace && facing !== 0 && widthOf(edges) > ALL_FOURS * heightOf(edges);

/**
 * Brought down where it would hide an eye of who holds it, or away from the one eye of a head in profile where that is
 * nearer.
 */
function clearOfEyes(thing: Placed, { picture, flip, frame }: Placed, figure: Figure, stage: Stage): Placed {
  const own = edgesOf(thing, stage);
  const eyes = stage.artwork.eyesOf(picture);
  const moves = eyes.map((eye) => {
    const reach = eye.across * frame.xx;
    const { x, y } = pointIn({ frame, flip }, eye.x, eye.y + eye.down);
    const isHidden = x + reach > own.x0 && x - reach < own.x1 && y > own.y0;
    if (!isHidden) return { away: 0, down: 0 };
    return { away: figure.facing < 0 ? own.x1 - x + reach : x + reach - own.x0, down: y - own.y0 };
  });
  const down = Math.max(0, ...moves.map((move) => move.down));
  const [only] = moves;
  return eyes.length === 1 && figure.facing !== 0 && only!.away < down
    ? shifted(thing, figure.facing * only!.away, 0)
    : shifted(thing, 0, down);
}

/** Before the lower end of who has no hands. */
function lowBefore(thing: Placed, { head, edges, mouth }: Figure, stage: Stage): Placed {
  const several = thing.group ? LOW.several : 1;
  const sized = withSide(thing, several * LOW.side * Math.max(head, LOW.least * longestOf(edges)), stage);
  const own = edgesOf(sized, stage);
  const chin = mouth.y + LOW.chin * heightOf(edges);
  const low = Math.max(chin, edges.y1 - LOW.above * heightOf(edges) - heightOf(own));
  const top = Math.min(low, edges.y1 - LOW.before * heightOf(own));
  return shifted(sized, middleOf(edges) - middleOf(own), top - own.y0);
}

/** Low before a face, its mouth free; what is played is larger than what is held. */
function inPaws(thing: Placed, figure: Figure, stage: Stage): Placed {
  const { mouth, head, facing, edges } = figure;
  const sized = withSide(thing, (PLAYED.has(thing.thing) ? PAWED.played : PAWED.held) * head, stage);
  const own = edgesOf(sized, stage);
  if (figure.handAt) {
    const { x, y } = figure.handAt(0);
    return shifted(sized, x - middleOf(own), y - (own.y0 + own.y1) / 2);
  }
  const x = middleOf(edges) + facing * PAWED.aside * widthOf(edges);
  const lifted = isAslant(sized, stage) ? PAWED.lifted * heightOf(own) : 0;
  return shifted(sized, x - middleOf(own), mouth.y + PAWED.below * heightOf(edges) - lifted - own.y0);
}

const PLACES = {
  aimed: inFlight,
  dropped: inFall,
  watered: poured,
  breathed: outOfMouth,
  eaten: atMouth,
  read: lowInFront,
  close: inArms,
} as const;

/** Ways in which a thing has left who had it. */
const LEFT: ReadonlySet<Way> = new Set(['breathed', 'aimed', 'dropped']);

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

/** Whether what somebody eats is before their face, rather than beside it. */
const isBefore = ({ facing, lips }: Figure): boolean => facing === 0 || lips !== undefined;

function atMouth(thing: Placed, figure: Figure, _: Facing, stage: Stage): Placed {
  return bitten(thing, figure, figure.isFace ? CARRIED : BITTEN_AHEAD, stage);
}

/** In the mouth of who goes on all fours, whole. */
function inMouth(thing: Placed, figure: Figure, _: Facing, stage: Stage): Placed {
  return bitten(thing, figure, CARRIED, stage);
}

/** At a mouth: before a face as it has it, and before a snout by so much. */
function bitten(thing: Placed, figure: Figure, ahead: typeof CARRIED | typeof BITTEN_AHEAD, stage: Stage): Placed {
  const { facing, isFace, head, edges } = figure;
  const mouth = figure.lips ?? figure.mouth;
  const whole = longestOf(edges);
  const slope = isFace && isBefore(figure) ? slopeOf(thing, stage) : undefined;
  const stood = slope === undefined ? thing : onEnd(thing, slope, stage);
  const bite = slope === undefined ? BITE.face : BITE.long;
  const side = isFace ? bite * head : Math.min(Math.max(ahead.head * head, ahead.least * whole), ahead.most * whole);
  const sized = withSide(stood, side, stage);
  const own = edgesOf(sized, stage);
  if (isBefore(figure)) {
    const aside = isFace ? 0 : facing * BITTEN_BELOW.aside * widthOf(own);
    return shifted(sized, mouth.x + aside - middleOf(own), mouth.y - BITTEN_BELOW.up * heightOf(own) - own.y0);
  }
  const inward = ahead.inward * widthOf(own);
  const x = facing < 0 ? mouth.x - own.x1 + inward : mouth.x - own.x0 - inward;
  return shifted(sized, x, mouth.y - ahead.up * heightOf(own) - own.y0);
}

/** What is long and lies or leans, on the end that is not bitten. @param slope its angle to the horizontal */
function onEnd(thing: Placed, slope: number, stage: Stage): Placed {
  const upright = slope > 0 ? 90 - slope - EATEN_LEANS : -90 - slope + EATEN_LEANS;
  const turn = upright + (STALKED.has(thing.thing) ? 180 : 0);
  return moved(thing, turnAbout(spreadOf(thing, stage), turn));
}

function lowInFront(thing: Placed, figure: Figure, _: Facing, stage: Stage): Placed {
  const { facing, edges, isFace } = figure;
  if (figure.handAt) return inPaws(thing, figure, stage);
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
  if (isHandled(thing.thing)) return byItsHandle(thing, figure, side, stage);
  const hand = handOf(figure, side);
  const sized = withSide(thing, SIDE.hand * longestOf(edges), stage);
  const own = edgesOf(sized, stage);
  if (figure.isFace) {
    const inward = BESIDE_FACE.overlap * widthOf(own);
    const x = side < 0 ? edges.x0 + inward - own.x1 : edges.x1 - inward - own.x0;
    return shifted(sized, x, edges.y0 + BESIDE_FACE.top * heightOf(edges) - own.y0);
  }
  const x = side < 0 ? hand.x - own.x1 + OVERLAP * widthOf(own) : hand.x - own.x0 - OVERLAP * widthOf(own);
  return shifted(sized, x, hand.y - (own.y0 + own.y1) / 2);
}

function over(thing: Placed, figure: Figure, side: Facing, stage: Stage): Placed {
  const { edges, isFace, head } = figure;
  if (figure.handAt) {
    const hand = figure.handAt(side);
    const sized = withSide(thing, SHELTERED * head, stage);
    const own = edgesOf(sized, stage);
    return shifted(
      sized,
      middleOf(edges) + side * UNDER * head - middleOf(own),
      hand.y - own.y1 + HOOK * heightOf(own),
    );
  }
  const at = SHELTER[isFace ? 'face' : 'figure'];
  const sized = withSide(thing, at.side * longestOf(edges), stage);
  const own = edgesOf(sized, stage);
  const x = middleOf(edges) + side * at.aside * widthOf(edges);
  return shifted(sized, x - middleOf(own), edges.y0 + at.down * heightOf(edges) - own.y1);
}
