import type { Gear, Pose, Spot } from '../bodies/index.js';
import type { Actor } from './actor.js';
import { bareOf, bodySpot, inBody } from './bodied.js';
import { facingOf, figureOf } from './facing.js';
import { edgesAbout, heightOf, middleOf, widthOf } from './geometry.js';
import { marked, markIn, stroke } from './marks.js';
import { withSigns } from './pair-signs.js';
import { isHandless, PAW_SIDE, pawAt } from './paws.js';
import { edgesOf, isFigure, mirrored, type Placed, type Stage, shifted, withSide } from './placed.js';
import { inScale, turned } from './together.js';
import type { Member, Unit } from './units.js';
import type { PairWay } from './ways.js';

/** How two stand who do something with each other. */
interface Paired {
  pose: Pose;
  /** How far apart their heads are, or who has no drawn body, in parts of the narrower one's width. */
  apart: number;
  /** How far below their chins their hands meet, in lengths of the head. */
  meet?: number;
  /** Where each has a hand that meets none, as bodies have it; and what is in it. */
  hand?: Spot;
  gear?: Gear;
  /** Whether only the first holds out a hand. */
  isFirst?: true;
  /** Whether they are so far apart whoever has no arms too. */
  isOpen?: true;
}

export const PAIRED: Readonly<Record<PairWay | 'given', Paired>> = {
  hugged: { pose: 'standing', apart: -0.2 },
  kissed: { pose: 'standing', apart: -0.05, meet: 0.5 },
  handed: { pose: 'standing', apart: 0.06, meet: 0.52 },
  danced: { pose: 'dancing', apart: 0.34, meet: 0.06 },
  fived: { pose: 'standing', apart: 0.34, meet: -0.24 },
  whispered: { pose: 'standing', apart: -0.06, hand: [-0.46, -0.06], isFirst: true },
  wrestled: { pose: 'standing', apart: 0.24, meet: 0.1 },
  fought: { pose: 'fighting', apart: 0.44, hand: [-0.68, 0.1] },
  dueled: { pose: 'fighting', apart: 0.62, hand: [-0.6, 0.2], gear: 'sword' },
  boxed: { pose: 'fighting', apart: 0.44, hand: [-0.62, 0.1], gear: 'glove' },
  given: { pose: 'standing', apart: 0.5, meet: 0.36 },
  argued: { pose: 'standing', apart: 0.5, hand: [-0.6, 0.04], isOpen: true },
  talked: { pose: 'standing', apart: 0.16, hand: [-0.5, 0.14] },
  laughed: { pose: 'standing', apart: 0.06, hand: [-0.4, 0.3] },
};

/** Where a hand lies on who is hugged, as bodies have it: in front, and behind; and how large it is beside a paw. */
const HUGGED = { before: [0.04, 0.38], behind: [0.26, 0.34], hand: 0.9 } as const;
/** How far down, and in from its near edge, a hand meets who has no drawn body. */
const NEAR = { down: 0.55, inward: 0.1 } as const;
/** An arm is no longer than this, from the shoulder, in lengths of the head. */
const LONGEST = 0.95;
const SHOULDER: Spot = [-0.27, 0.14];
/** Longer side of what is given, in parts of the lower one's height, and how much of it is above the hand. */
const GIFT = { side: 0.4, above: 0.3 } as const;

/** How high the table is at which arms are wrestled, beside those behind it. */
const BOARD = { high: 0.36 } as const;

interface Point {
  x: number;
  y: number;
}

/**
 * Two who do something with each other: on one ground, turned to each other, with the hands held out by which it is
 * seen, of such as have a drawn body. The first is on the left unless it is mirrored.
 */
export function paired(way: PairWay | 'given', first: Actor, second: Actor, stage: Stage): [Placed, Placed] {
  const rule = PAIRED[way];
  const scaled = inScale([first, second], stage) as [Placed, Placed];
  const isSwapped = first.flip;
  const [left, right] = inRow(isSwapped ? [scaled[1], scaled[0]] : scaled, rule, stage);
  const pair: [Placed, Placed] = isSwapped ? [right, left] : [left, right];
  if (way === 'hugged') return hugging(pair, stage);
  const done = reaching(pair, rule, stage);
  return way === 'wrestled' ? atBoard(done, stage) : withSigns(way, done, stage);
}

/** With the hands held out by which it is seen. */
function reaching(pair: [Placed, Placed], rule: Paired, stage: Stage): [Placed, Placed] {
  const at = rule.meet === undefined ? undefined : meetingOf(...fromLeft(pair, stage), rule.meet, stage);
  return pair.map((one, k) => {
    if (rule.isFirst && k > 0) return one;
    if (at && !one.body) return armed(one, at, stage);
    return at ? reachingTo(one, at, stage) : rule.hand ? withHand(one, rule.hand, rule.gear) : one;
  }) as [Placed, Placed];
}

const fromLeft = ([one, other]: [Placed, Placed], stage: Stage): [Placed, Placed] =>
  edgesOf(bareOf(one), stage).x0 < edgesOf(bareOf(other), stage).x0 ? [one, other] : [other, one];

/** Behind a table that hides them from the elbows down. */
function atBoard([one, other]: [Placed, Placed], stage: Stage): [Placed, Placed] {
  const edges = edgesAbout([edgesOf(one, stage), edgesOf(other, stage)]);
  const top = edges.y1 - BOARD.high * heightOf(edges);
  const table = markIn('table', one, edges.x0, top, widthOf(edges), edges.y1 - top);
  return [one, marked(other, [table])];
}

/** Side by side on one ground, each turned to the other, and so are their bodies. */
function inRow([one, other]: readonly [Placed, Placed], { apart, isOpen }: Paired, stage: Stage): [Placed, Placed] {
  const isSame = one.picture === other.picture && one.flip === other.flip && facingOf(other, stage) === 0;
  const left = bodyTo(turned(one, 1, stage), 1);
  const right = bodyTo(isSame ? mirrored(other, stage) : turned(other, -1, stage), -1);
  const [a, b] = [edgesOf(bareOf(left), stage), edgesOf(bareOf(right), stage)];
  // An arm takes room.
  const arms = apart > 0 && !isOpen ? [left, right].filter(({ body }) => body).length / 2 : 1;
  const gap = apart * arms * Math.min(widthOf(a), widthOf(b));
  const ground = edgesOf(left, stage).y1;
  return [left, shifted(right, a.x1 + gap - b.x0, ground - edgesOf(right, stage).y1)];
}

/** A body whose arm on the left, as it is drawn, is on one side. */
function bodyTo(placed: Placed, side: 1 | -1): Placed {
  const { body, flip } = placed;
  return body ? { ...placed, body: { ...body, isMirrored: side > 0 !== flip } } : placed;
}

function withHand(placed: Placed, reach: Spot, gear?: Gear): Placed {
  const { body } = placed;
  return body ? { ...placed, body: { ...body, reach, ...(gear ? { gear } : {}) } } : placed;
}

/** With a hand at a point, as far as an arm reaches. */
function reachingTo(placed: Placed, at: Point, stage: Stage): Placed {
  if (!placed.body) return placed;
  const [x, y] = inBody(placed, at, stage.artwork);
  const [across, down] = [x - SHOULDER[0], y - SHOULDER[1]];
  const part = Math.min(1, LONGEST / Math.hypot(across, down));
  return withHand(placed, [SHOULDER[0] + part * across, SHOULDER[1] + part * down]);
}

/**
 * Who has no drawn body, and an arm out to where hands meet: where it begins, in from the near edge and above its hand,
 * in parts of the width and height, how thick it is, and how large its paw, in parts of the shorter of both.
 */
const ARM = { inward: 0.34, above: 0.06, thick: 0.13, paw: 0.2 } as const;

/** With an arm of its own fur to a point, and the paw there; what has no hands in the world touches with its side. */
function armed(placed: Placed, at: Point, stage: Stage): Placed {
  const edges = edgesOf(placed, stage);
  if (isHandless(placed, { ...figureOf(placed, stage), facing: 0 })) return placed;
  const isLeft = middleOf(edges) < at.x;
  const unit = Math.min(widthOf(edges), heightOf(edges));
  const inward = ARM.inward * widthOf(edges);
  const shoulder = { x: isLeft ? edges.x1 - inward : edges.x0 + inward, y: at.y - ARM.above * heightOf(edges) };
  const paw = pawAt(placed, { ...at, flip: !isLeft }, ARM.paw * unit);
  return marked(placed, [stroke('arm', placed, shoulder, at, ARM.thick * unit), paw]);
}

/** Where the hands of two meet: between them, or at the near side of who has no drawn body. */
function meetingOf(left: Placed, right: Placed, down: number, stage: Stage): Point {
  const own = [left, right].flatMap((one) => (one.body ? [bodySpot(one, [0, down], stage.artwork)] : []));
  const y = own.reduce((sum, point) => sum + point.y, 0) / own.length;
  const [one, other] = [edgesOf(left, stage), edgesOf(right, stage)];
  if (own.length === 2) return { x: (own[0]!.x + own[1]!.x) / 2, y };
  const isLeft = left.body === undefined;
  const edges = isLeft ? one : other;
  const inward = NEAR.inward * widthOf(edges);
  const near = isLeft ? edges.x1 - inward : edges.x0 + inward;
  if (own.length === 0) return { x: (one.x1 + other.x0) / 2, y: edges.y0 + NEAR.down * heightOf(edges) };
  return { x: near, y: Math.max(y, edges.y0 + NEAR.down * heightOf(edges)) };
}

/** The arm of the second before the first, and a hand of the first behind the second, who is before it. */
function hugging([first, second]: [Placed, Placed], stage: Stage): [Placed, Placed] {
  const side = middleOf(edgesOf(second, stage)) < middleOf(edgesOf(first, stage)) ? -1 : 1;
  const hugger = reachingTo(second, spotOn(first, HUGGED.before, side, stage), stage);
  if (!first.body) return [first, hugger];
  const { x, y } = spotOn(second, HUGGED.behind, side, stage);
  const hand = pawAt(first, { x, y, flip: side > 0 }, HUGGED.hand * PAW_SIDE * figureOf(first, stage).head);
  return [first, { ...hugger, paws: [...(hugger.paws ?? []), hand] }];
}

/** A spot of a body on one side, or about there of who has no drawn one. */
function spotOn(placed: Placed, [across, down]: Spot, side: 1 | -1, stage: Stage): Point {
  if (placed.body) {
    const { x, y } = bodySpot(placed, [0, down], stage.artwork);
    const unit = bodySpot(placed, [0, 1], stage.artwork).y - bodySpot(placed, [0, 0], stage.artwork).y;
    return { x: x + side * across * unit, y };
  }
  const edges = edgesOf(placed, stage);
  return { x: middleOf(edges) + side * across * widthOf(edges), y: edges.y0 + NEAR.down * heightOf(edges) };
}

/** Both as a unit. */
export const bothOf = (pair: [Placed, Placed]): Unit => pair.map((placed, at) => ({ at, placed }));

/** Two of whom the first gives something to the second, which is in a hand between them. */
export function giving(first: Actor, gift: Member, second: Actor, stage: Stage): Unit {
  const [giver, taker] = paired('given', first, second, stage);
  const [left, right] = first.flip ? [taker, giver] : [giver, taker];
  const at = meetingOf(left, right, PAIRED.given.meet!, stage);
  const lower = Math.min(heightOf(edgesOf(giver, stage)), heightOf(edgesOf(taker, stage)));
  const sized = withSide(gift.placed, GIFT.side * lower, stage);
  const own = edgesOf(sized, stage);
  const y = at.y + GIFT.above * heightOf(own) - own.y1;
  const placed = shifted(sized, at.x - middleOf(own), y);
  return [
    { at: 0, placed: giver },
    { at: 2, placed: taker },
    { at: gift.at, placed },
  ];
}

/** Whether two can do something with each other: neither is a mere thing, nor several. */
export const arePair = (first: Actor, second: Actor, stage: Stage): boolean =>
  [first, second].every((one) => isFigure(one, stage) && !one.group);
