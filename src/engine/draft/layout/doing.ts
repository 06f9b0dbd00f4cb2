import { facingOf, figureOf } from './facing.js';
import { heightOf, middleOf, widthOf } from './geometry.js';
import { handOf } from './hands.js';
import { leash, marked, markIn } from './marks.js';
import {
  asEach,
  eachOf,
  edgesOf,
  headOf,
  isFigure,
  type Paw,
  type Placed,
  type Stage,
  shifted,
  withSide,
} from './placed.js';
import { smallBeside } from './real-sizes.js';
import { falling } from './sent.js';
import { turned } from './together.js';
import { type Member, type Unit, unitEdges, unitShifted, unitStanding, unitWithin } from './units.js';

/** How large who is aimed at is beside who aims, at most, and how far beyond what flies, in parts of that. */
const TARGET = { high: 0.96, wide: 1.15, beyond: -0.02 } as const;
/** How high what is watered is, beside who waters it, and how far below the spout. */
const POURED = { high: 0.44, beyond: -0.2 } as const;
/**
 * Who stands on what something falls off, in parts of its width; how far from its edge; what falls, and how far down.
 */
const OFF = { stander: 0.62, edge: 0.03, fallen: 0.34, alone: 0.5, beyond: 0.03, down: 0.12 } as const;
/** What something falls off is no higher than wide, so many times. */
const HIGHEST_BASE = 0.72;
/** How far apart owner and pet are, and how wide the leash, in parts of the owner's height. */
const WALK = { apart: 0.1, leash: 0.028 } as const;
/** How large what all of them stand on is, beside them, and how deep they stand in it. */
const UNDER = { wide: 1, high: 0.8, sunk: 0.16 } as const;
/** How high those are who are fed, beside who feeds them, at most; and their crumbs. */
const FED = { high: 0.8, apart: 0.12, crumb: 0.055 } as const;
/** How far apart those of a crowd are, in parts of their width, and every other one further back, of their height. */
const CROWD = { apart: 0.86, back: 0.34 } as const;
/** Where crumbs lie between two, in parts of the way and of their height above the ground. */
const CRUMBS: readonly (readonly [along: number, up: number])[] = [
  [0, 0.62],
  [0.1, 0.4],
  [0.2, 0.2],
  [0.05, 0.02],
  [0.35, 0.03],
  [0.6, 0.01],
  [0.85, 0.04],
];
/**
 * Somebody, what they send and whom they send it to, in one line: the last turned to the first, on the same ground.
 * @param unit who sends it, and what
 * @param isPoured whether the last is below what is poured over it
 */
export function aimedAt(unit: Unit, target: Member, isPoured: boolean, stage: Stage): Unit {
  const [sender, sent] = unit as [Member, Member];
  const [own, flying] = [edgesOf(sender.placed, stage), edgesOf(sent.placed, stage)];
  const to = middleOf(flying) < middleOf(own) ? -1 : 1;
  const part = smallBeside(target.placed.thing, sender.placed.thing);
  const most = isPoured ? POURED.high : TARGET.high * part;
  const [wide, high] = [TARGET.wide * widthOf(own) * part, most * heightOf(own)];
  const [sized] = unitWithin(
    [{ ...target, placed: facing(target.placed, -to as 1 | -1, stage) }],
    Math.max(wide, high),
    high,
    stage,
  );
  const { x0, x1, y1 } = edgesOf(sized!.placed, stage);
  const beyond = (isPoured ? POURED.beyond : TARGET.beyond) * widthOf(own);
  const x = to > 0 ? flying.x1 + beyond - x0 : flying.x0 - beyond - x1;
  return [...unit, ...unitShifted([sized!], x, own.y1 - y1)];
}

/** Somebody looks to a side; who looks at us, and a thing, stays as drawn. */
const facing = (placed: Placed, to: 1 | -1, stage: Stage): Placed =>
  placed.group || !isFigure(placed, stage) ? placed : turned(placed, to, stage);

/**
 * Something that falls off a thing, and who stands on that, if anybody.
 * @param isMirrored whether it falls to the left
 */
export function fallen(by: Member | undefined, thing: Member, base: Member, isMirrored: boolean, stage: Stage): Unit {
  const to = isMirrored ? -1 : 1;
  const wide = stage.size;
  const [under] = unitWithin([base], wide, HIGHEST_BASE * wide, stage);
  const edges = edgesOf(under!.placed, stage);
  const width = widthOf(edges);
  const sized = withSide(thing.placed, (by ? OFF.fallen : OFF.alone) * width, stage);
  const falls = falling(
    sized,
    to,
    (placed) => {
      const own = edgesOf(placed, stage);
      const x = to > 0 ? edges.x1 + OFF.beyond * width - own.x0 : edges.x0 - OFF.beyond * width - own.x1;
      return shifted(placed, x, edges.y0 + OFF.down * width - (own.y0 + own.y1) / 2);
    },
    stage,
  );
  const fell: Member = { at: thing.at, placed: falls };
  if (!by) return [under!, fell];
  const [stander] = unitWithin(
    [{ ...by, placed: facing(by.placed, to, stage) }],
    OFF.stander * width,
    OFF.stander * width,
    stage,
  );
  const half = widthOf(edgesOf(stander!.placed, stage)) / 2;
  const x = to > 0 ? edges.x1 - OFF.edge * width - half : edges.x0 + OFF.edge * width + half;
  return [under!, ...unitStanding([stander!], x, edges.y0 + 0.04 * width, stage), fell];
}

/** Two beside each other on one ground, who look the same way or at each other. */
function onGround(
  first: Member,
  other: Member,
  to: 1 | -1,
  looks: 1 | -1,
  high: number,
  apart: number,
  stage: Stage,
): [Member, Member] {
  const one = facing(first.placed, to, stage);
  const own = edgesOf(one, stage);
  const part = Math.min(high, smallBeside(other.placed.thing, one.thing));
  const [sized] = unitWithin(
    [{ ...other, placed: facing(other.placed, looks, stage) }],
    Number.POSITIVE_INFINITY,
    part * heightOf(own),
    stage,
  );
  const { x0, x1, y1 } = edgesOf(sized!.placed, stage);
  const x = to > 0 ? own.x1 + apart * heightOf(own) - x0 : own.x0 - apart * heightOf(own) - x1;
  const [second] = unitShifted([sized!], x, own.y1 - y1);
  return [{ ...first, placed: one }, second!];
}

/** Those who do something together on what they all stand on, which is no larger than they are. */
export function onGroundOf(unit: Unit, base: Member, stage: Stage): Unit {
  const edges = unitEdges(unit, stage);
  const sized = unitWithin([base], UNDER.wide * widthOf(edges), UNDER.high * heightOf(edges), stage);
  const own = unitEdges(sized, stage);
  const top = edges.y1 - UNDER.sunk * heightOf(own);
  return [...unitShifted(sized, middleOf(edges) - middleOf(own), top - own.y0), ...unit];
}

/** Owner and pet, both looking ahead, a leash from the hand of the one to the neck of the other. */
export function walked(owner: Member, pet: Member, isMirrored: boolean, stage: Stage): Unit {
  const to = isMirrored ? -1 : 1;
  const [one, other] = onGround(owner, pet, to, to, 1, WALK.apart, stage);
  const figure = figureOf(one.placed, stage);
  const hand = handOf(figure, to);
  const width = WALK.leash * heightOf(figure.edges);
  const each = eachOf(other.placed, stage).flatMap((placed) => leash(one.placed, hand, neckOf(placed, stage), width));
  return [one, { ...other, placed: marked(other.placed, each) }];
}

/** Below a head; of animals whose head nobody knows, at their front. */
function neckOf(placed: Placed, stage: Stage): { x: number; y: number } {
  const head = headOf(placed, stage);
  const edges = edgesOf(placed, stage);
  if (head) return { x: middleOf(head), y: Math.min(head.y1, edges.y0 + 0.75 * heightOf(edges)) };
  const front = facingOf(placed, stage);
  return { x: middleOf(edges) + front * 0.25 * widthOf(edges), y: edges.y0 + 0.55 * heightOf(edges) };
}

/** Who feeds, and who is fed before them on the ground, turned to them, with crumbs between. */
export function fed(feeder: Member, eaters: Member, isMirrored: boolean, stage: Stage): Unit {
  const to = isMirrored ? -1 : 1;
  const scattered = inCrowd(eaters, -to as 1 | -1, stage);
  const [one, other] = onGround(feeder, scattered, to, -to as 1 | -1, FED.high, FED.apart, stage);
  const figure = figureOf(one.placed, stage);
  const hand = handOf(figure, to);
  const [own, its] = [figure.edges, edgesOf(other.placed, stage)];
  const side = FED.crumb * heightOf(own);
  const [from, far] = to > 0 ? [Math.max(hand.x, own.x1), its.x1] : [Math.min(hand.x, own.x0), its.x0];
  const crumbs = CRUMBS.map(([along, up]): Paw => {
    const x = from + along * (far - from);
    const y = own.y1 - up * (own.y1 - hand.y) - side;
    return markIn('crumb', one.placed, x, y, side);
  });
  return [one, { ...other, placed: marked(other.placed, crumbs) }];
}

/** Several as a loose crowd on the ground: every other one a little further back, and now and then turned away. */
function inCrowd({ at, placed }: Member, looks: 1 | -1, stage: Stage): Member {
  const { group, ...alone } = placed;
  if (!group) return { at, placed };
  const one = facing(alone, looks, stage);
  const edges = edgesOf(one, stage);
  const copies = Array.from({ length: group.copies }, (_, k) =>
    shifted(one, CROWD.apart * k * widthOf(edges), -CROWD.back * (k % 2) * heightOf(edges)),
  );
  return { at, placed: asEach(copies.sort((a, b) => a.frame.y - b.frame.y)) };
}
