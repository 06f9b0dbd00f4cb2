import { facingOf } from './facing.js';
import { edgesOfFrame, type Frame } from './frame.js';
import type { Edges } from './geometry.js';
import { edgesOf, headOf, isFigure, type Placed, type Stage } from './placed.js';
import { isScene } from './scenes.js';
import { frontOf, isDriven } from './vehicles.js';

/** Behind a head that looks sideways is the nape, no further from the snout than this part of the width. */
const NAPE = 0.5;
/** What has a back is at least so long beside its height. */
const LONG = 0.85;
/** So much of a sign's side lies over what it is about, where that may reach into the corner as ears do. */
const OVER = 0.34;
/** Longest side of a sign, in parts of the longer side of what it is about: larger ones leave too little room. */
const LARGEST = 0.3;

/**
 * Where the sign in the corner of a thing is drawn, in pixels, though it may reach beyond the canvas: over a
 * corner, or behind the head of who looks sideways.
 * @returns undefined where it has none
 */
export function cornerSignOf(placed: Placed, stage: Stage): Edges | undefined {
  if (placed.mark?.at !== 'corner') return undefined;
  const { side: part, up } = stage.tables.layouts.marks.corner;
  const { x0, y0, x1, y1 } = edgesOf(placed, stage);
  const side = Math.min(part, LARGEST) * Math.max(x1 - x0, y1 - y0);
  const facing = facingOf(placed, stage);
  const y = y0 - up * side;
  const isOnFours = stage.artwork.isAnimal(placed.picture) && x1 - x0 > LONG * (y1 - y0);
  if (facing !== 0 && isOnFours && !stage.artwork.isFace(placed.picture)) {
    // Over the back, which is lower than the head.
    const head = headOf(placed, stage) ?? { x0: x0, x1: x1 };
    const nape = facing < 0 ? Math.min(head.x1, x0 + NAPE * (x1 - x0)) : Math.max(head.x0, x1 - NAPE * (x1 - x0));
    const left = facing < 0 ? nape : nape - side;
    return { x0: left, y0: y, x1: left + side, y1: y + side };
  }
  // Behind who looks to the right, or it would lie on the snout.
  const x = facing > 0 ? x0 - (1 - OVER) * side : x1 - OVER * side;
  return { x0: x, y0: y, x1: x + side, y1: y + side };
}

/** How large what burns about a thing is, in parts of its longer side, and how far below its lower end it begins. */
const AROUND = { side: 1.62, below: 0.06 } as const;

/**
 * Where the flames behind a thing are drawn, in pixels; where there is room, they stand above it and on both sides.
 * @returns undefined where it has none
 */
export function signBehindOf(placed: Placed, stage: Stage): Edges | undefined {
  if (!isSignBehind(placed) || isScene(placed, stage)) return undefined;
  const trail = trailOf(placed, stage);
  if (trail) return edgesOfFrame(trail);
  const at = placed.mark?.at;
  const { x0, y0, x1, y1 } = edgesOf(placed, stage);
  const whole = Math.max(x1 - x0, y1 - y0);
  const side = (at === 'around' ? AROUND.side : stage.tables.layouts.marks.behind.side) * whole;
  const [x, bottom] = [(x0 + x1) / 2, at === 'around' ? y1 + AROUND.below * whole : y1];
  return { x0: x - side / 2, y0: bottom - side, x1: x + side / 2, y1: bottom };
}

/** How wide what burns behind a vehicle is, in parts of its height, and how much of that lies behind its rear. */
const TRAILING = { wide: 1.3, over: 0.3 } as const;

/** The square of flames that trail behind a vehicle: their tips point away from where it goes. */
export function trailOf(placed: Placed, stage: Stage): Frame | undefined {
  const front = placed.mark?.at === 'around' && isDriven(placed) && !isFigure(placed, stage) ? frontOf(placed) : 0;
  if (front === 0) return undefined;
  const { x0, y0, x1, y1 } = edgesOf(placed, stage);
  const side = TRAILING.wide * (y1 - y0);
  const rear = front < 0 ? x1 : x0;
  const top = (y0 + y1) / 2 - side / 2;
  // Upright flames, a quarter turn to the side.
  const x = rear - front * (1 - TRAILING.over) * side;
  return { x, y: front < 0 ? top : top + side, xx: 0, xy: front * side, yx: -front * side, yy: 0 };
}

const isSignBehind = ({ mark }: Placed): boolean => mark?.at === 'behind' || mark?.at === 'around';

/** Flames in a place that burns: where each has its middle and how large it is, in parts of the width. */
const IN_PLACE: readonly (readonly [x: number, side: number])[] = [
  [0.13, 0.34],
  [0.87, 0.38],
  [0.34, 0.22],
  [0.66, 0.25],
];

/** Where the flames of a place that burns are, along its lower edge, in pixels; none of what is no place. */
export function flamesIn(placed: Placed, stage: Stage): Edges[] {
  if (!isSignBehind(placed) || !isScene(placed, stage)) return [];
  const { x0, x1, y1 } = edgesOf(placed, stage);
  return IN_PLACE.map(([along, part]) => {
    const [x, side] = [x0 + along * (x1 - x0), part * (x1 - x0)];
    return { x0: x - side / 2, y0: y1 - side, x1: x + side / 2, y1 };
  });
}
