import { ownValue } from '../../basics/index.js';
import type { Facing, Figure } from './facing.js';
import { mapped, pointIn } from './frame.js';
import { heightOf, longestOf, middleOf, widthOf } from './geometry.js';
import { handOf } from './hands.js';
import { dashes, leash, marked, markIn, spilt } from './marks.js';
import { turnAbout } from './pair.js';
import { asEach, edgesOf, isFigure, type Placed, type Stage, shifted, spreadOf, withSide } from './placed.js';

/** Longer side of what flies or falls, in parts of the longer side of who sent it, and of a head; and of somebody. */
const SENT = { figure: 0.42, face: 0.46, somebody: 0.68 } as const;
/** How far before who sent it that is, in parts of their width, how far down them, and how it is tilted. */
const FLIGHT = { before: 0.12, down: 0.32, tilt: 18 } as const;
const FALL = { before: 0.04, down: 0.8, tilt: 48 } as const;
/**
 * How a watering can is held: how large, how far over and down who holds it; and where its spout ends, as it is drawn
 * to the left.
 */
const POUR = { side: 0.56, over: 0.22, down: 0.5, tilt: 24, spout: { x: 0.1, y: 0.4 }, drop: 0.15 } as const;
/** Where drops are below a spout, in parts of one. */
const DROPS: readonly (readonly [across: number, down: number])[] = [
  [0.1, 0.2],
  [1, 0.5],
  [0.5, 1.5],
  [-0.3, 1.7],
  [1.2, 1.9],
];
/**
 * How large a kite is beside who flies it, how much of it is above them, where its line is tied, and how wide that is.
 */
const KITE = { side: 0.62, above: 0.45, tied: 0.2, line: 0.016 } as const;
/** How large what is lifted is, in parts of the head's width; and of so much of a figure's longer side. */
const LIFTED = { long: 1.9, other: 0.74, figure: 0.5 } as const;
const LONG: ReadonlySet<string> = new Set(['barbell']);
/**
 * How large what is juggled is, in parts of the head's width; where its arc is about a head and a figure, in parts of
 * their width and height, and how much of half a turn is free at its ends.
 */
const TOSS = {
  side: 0.36,
  from: 0.06,
  face: { wide: 0.78, high: 1.24, down: 1 },
  figure: { wide: 0.56, high: 0.62, down: 0.4 },
} as const;
/** What burns behind itself as it flies: how far it is turned to do so to the left, in degrees, as it is drawn. */
const FLAMES: Readonly<Record<string, number>> = { fire: 90, comet: 45, fireball: 45 };
/** What is spilt of what falls. */
const SPILLED: ReadonlySet<string> = new Set(
  `coffee,mug,teacup,cup,teapot,bubble tea,glass of water,glass of milk,wine,wine glass,beer,champagne,cup with straw,soda,juice,sake,mate,beverage box,bottle,energy drink,paper cup,clinking glasses,clinking beer mugs,kettle,tropical drink,cup with straw,vase,ice cream,soft ice cream,shaved ice,
  tumbler glass,cocktail glass,bottle with popping cork,baby bottle,milkshake,smoothie,pot of food,steaming bowl,bowl with spoon,bucket`.split(
    /,\s*/,
  ),
);

/** Whether a thing is a vessel that something can be spilt from, or drunk. */
export const isPoured = (thing: string): boolean => SPILLED.has(thing);

const asFacing = (side: Facing): 1 | -1 => (side < 0 ? -1 : 1);

/** Turned about its middle. @param degrees clockwise */
const tiltedBy = (placed: Placed, degrees: number, stage: Stage): Placed =>
  placed.group || placed.each
    ? placed
    : { ...placed, frame: mapped(placed.frame, turnAbout(spreadOf(placed, stage), degrees)) };

/** As large as it is in the air. */
const sentBy = (thing: Placed, { edges, isFace }: Figure, stage: Stage): Placed => {
  const kind = isFigure(thing, stage) ? 'somebody' : isFace ? 'face' : 'figure';
  return withSide(thing, SENT[kind] * longestOf(edges), stage);
};

/** What somebody has thrown, kicked or shot, in the air before them, with dashes behind it. */
export function inFlight(thing: Placed, figure: Figure, side: Facing, stage: Stage): Placed {
  const { edges } = figure;
  const to = asFacing(side);
  const flame = ownValue(FLAMES, thing.thing);
  const sized = sentBy(flame === undefined ? thing : { ...thing, flip: to > 0 }, figure, stage);
  const tilted = tiltedBy(sized, flame === undefined ? FLIGHT.tilt * to : -flame * to, stage);
  const own = edgesOf(tilted, stage);
  const gap = FLIGHT.before * widthOf(own);
  const x = to < 0 ? edges.x0 - gap - own.x1 : edges.x1 + gap - own.x0;
  const placed = shifted(tilted, x, edges.y0 + FLIGHT.down * heightOf(edges) - (own.y0 + own.y1) / 2);
  return flame !== undefined ? placed : marked(placed, dashes(placed, { x: to, y: 0 }, stage));
}

/** A watering can tilted before somebody, drops below its spout. */
export function poured(thing: Placed, figure: Figure, side: Facing, stage: Stage): Placed {
  const { edges } = figure;
  const to = asFacing(side);
  const sized = withSide({ ...thing, flip: to > 0 }, POUR.side * longestOf(edges), stage);
  const tilted = tiltedBy(sized, POUR.tilt * to, stage);
  const own = edgesOf(tilted, stage);
  const inward = POUR.over * widthOf(own);
  const x = to < 0 ? edges.x0 + inward - own.x1 : edges.x1 - inward - own.x0;
  const placed = shifted(tilted, x, edges.y0 + POUR.down * heightOf(edges) - (own.y0 + own.y1) / 2);
  const spout = pointIn(placed, POUR.spout.x, POUR.spout.y);
  const drop = POUR.drop * longestOf(own);
  const drops = DROPS.map(([across, down]) =>
    markIn('drop', placed, spout.x + (to * across - 0.5) * drop, spout.y + down * drop, drop),
  );
  return marked(placed, drops);
}

/** A kite high up before somebody, its line in their hand. */
export function flown(thing: Placed, figure: Figure, side: Facing, stage: Stage): Placed {
  const { edges } = figure;
  const to = asFacing(side);
  const sized = withSide(thing, KITE.side * longestOf(edges), stage);
  const own = edgesOf(sized, stage);
  const x = to < 0 ? edges.x0 - own.x1 : edges.x1 - own.x0;
  const placed = shifted(sized, x, edges.y0 - KITE.above * heightOf(own) - own.y0);
  const at = edgesOf(placed, stage);
  const end = { x: middleOf(at) - to * KITE.tied * widthOf(at), y: (at.y0 + at.y1) / 2 + KITE.tied * heightOf(at) };
  return marked(placed, leash(placed, handOf(figure, side), end, KITE.line * longestOf(edges)));
}

/** What is lifted, in both hands over the head; of who has none that are drawn, right above it. */
export function lifted(thing: Placed, { edges, handAt, head, mouth }: Figure, stage: Stage): Placed {
  const side = LIFTED[LONG.has(thing.thing) ? 'long' : 'other'];
  const sized = withSide(thing, handAt ? side * head : LIFTED.figure * side * longestOf(edges), stage);
  const own = edgesOf(sized, stage);
  const at = handAt?.(0) ?? { x: mouth.x, y: edges.y0 - heightOf(own) / 2 };
  return shifted(sized, at.x - middleOf(own), at.y - (own.y0 + own.y1) / 2);
}

/** What is juggled, in an arc from hand to hand over the head. */
export function tossed(thing: Placed, { edges, handAt, isFace }: Figure, stage: Stage): Placed {
  const { group, ...one } = thing;
  const copies = group?.copies ?? 1;
  const isBodied = handAt !== undefined || isFace;
  const { high, wide, down } = TOSS[isBodied ? 'face' : 'figure'];
  const sized = withSide(one, TOSS.side * (isBodied ? widthOf(edges) : longestOf(edges) / 2), stage);
  const own = edgesOf(sized, stage);
  const at = Array.from({ length: copies }, (_one, k) => {
    const turn = Math.PI * (TOSS.from + (1 - 2 * TOSS.from) * (copies === 1 ? 0.5 : k / (copies - 1)));
    const x = middleOf(edges) - Math.cos(turn) * wide * widthOf(edges);
    const y = edges.y0 + down * heightOf(edges) - Math.sin(turn) * high * heightOf(edges);
    return shifted(sized, x - middleOf(own), y - (own.y0 + own.y1) / 2);
  });
  return asEach(at);
}

/** What somebody drops, on its way to the ground beside them. */
export function inFall(thing: Placed, figure: Figure, side: Facing, stage: Stage): Placed {
  const { edges } = figure;
  const sized = sentBy(thing, figure, stage);
  return falling(
    sized,
    asFacing(side),
    (placed) => {
      const own = edgesOf(placed, stage);
      const gap = FALL.before * widthOf(own);
      const x = side < 0 ? edges.x0 - gap - own.x1 : edges.x1 + gap - own.x0;
      return shifted(placed, x, edges.y0 + FALL.down * heightOf(edges) - (own.y0 + own.y1) / 2);
    },
    stage,
  );
}

/** Tilted away from where it falls from, with dashes above it, and drops where it is full of something. */
export function falling(thing: Placed, side: 1 | -1, put: (placed: Placed) => Placed, stage: Stage): Placed {
  const placed = put(tiltedBy(thing, FALL.tilt * side, stage));
  const drops = SPILLED.has(thing.thing) ? spilt(placed, side, stage) : [];
  return marked(placed, [...dashes(placed, { x: 0, y: 1 }, stage), ...drops]);
}
