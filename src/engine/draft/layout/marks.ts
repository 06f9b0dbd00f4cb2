import type { MarkShape } from '../paws/index.js';
import { edgesOfFrame, squareAt } from './frame.js';
import { heightOf, longestOf, middleOf } from './geometry.js';
import { edgesOf, type Paw, type Placed, type Stage } from './placed.js';
import { isScene } from './scenes.js';

interface Point {
  x: number;
  y: number;
}

/** How long a dash behind what flies or falls is, and how wide, in parts of the longer side of that. */
const DASH = { long: 0.34, wide: 0.055, gap: 0.12, apart: 0.26 } as const;
/** In how many pieces a leash hangs, and by how much of its length. */
const LEASH = { pieces: 7, sags: 0.16 } as const;
/** Where drops are about what is spilt, in parts of its longer side from its middle, and how large. */
const SPILT: readonly (readonly [x: number, y: number, side: number])[] = [
  [0.62, 0.18, 0.2],
  [0.48, 0.52, 0.24],
  [0.78, 0.5, 0.15],
];

const markOf = (shape: MarkShape, { picture, paint, parts }: Placed, frame: Paw['frame']): Paw => ({
  by: { picture, paint, parts },
  shape,
  flip: false,
  frame,
});

/** A mark that fills an upright rectangle, in pixels. */
export const markIn = (shape: MarkShape, by: Placed, x: number, y: number, width: number, height = width): Paw =>
  markOf(shape, by, { x, y, xx: width, xy: 0, yx: 0, yy: height });

/** A straight stroke from one point to another. */
export function stroke(shape: MarkShape, by: Placed, from: Point, to: Point, width: number): Paw {
  const [xx, yx] = [to.x - from.x, to.y - from.y];
  const length = Math.max(Math.hypot(xx, yx), 1e-6);
  const [xy, yy] = [(-yx / length) * width, (xx / length) * width];
  return markOf(shape, by, { x: from.x - xy / 2, y: from.y - yy / 2, xx, xy, yx, yy });
}

/** A leash that hangs between two points. */
export function leash(by: Placed, from: Point, to: Point, width: number): Paw[] {
  const sags = LEASH.sags * Math.hypot(to.x - from.x, to.y - from.y);
  const at = (k: number): Point => {
    const t = k / LEASH.pieces;
    return { x: from.x + t * (to.x - from.x), y: from.y + t * (to.y - from.y) + 4 * t * (1 - t) * sags };
  };
  return Array.from({ length: LEASH.pieces }, (_, k) => stroke('leash', by, at(k), at(k + 1), width));
}

/** Three dashes behind what moves. @param to the direction in which it moves, of length 1 */
export function dashes(placed: Placed, to: Point, stage: Stage): Paw[] {
  const edges = edgesOf(placed, stage);
  const long = longestOf(edges);
  const middle = { x: middleOf(edges), y: (edges.y0 + edges.y1) / 2 };
  const reach = (Math.abs(to.x) * (edges.x1 - edges.x0) + Math.abs(to.y) * heightOf(edges)) / 2;
  return [-1, 0, 1].map((k) => {
    const back = reach + (k === 0 ? DASH.gap : 0) * long;
    const aside = k * DASH.apart * long;
    const start = { x: middle.x - to.x * back - to.y * aside, y: middle.y - to.y * back + to.x * aside };
    const end = { x: start.x - to.x * DASH.long * long, y: start.y - to.y * DASH.long * long };
    return stroke('dash', placed, start, end, DASH.wide * long);
  });
}

/** Drops that leave what is spilt, to one side. */
export function spilt(placed: Placed, side: 1 | -1, stage: Stage): Paw[] {
  const edges = edgesOf(placed, stage);
  const long = longestOf(edges);
  const [x, y] = [middleOf(edges), (edges.y0 + edges.y1) / 2];
  return SPILT.map(([across, down, part]) => {
    const half = (part * long) / 2;
    return markIn('drop', placed, x + side * across * long - half, y + down * long - half, 2 * half);
  });
}

/** The thing with marks before it. */
export const marked = (placed: Placed, marks: readonly Paw[]): Placed => ({
  ...placed,
  paws: [...(placed.paws ?? []), ...marks],
});

/** The thing in a mirror, by its frame alone: each of several may look another way. */
export function inMirror(placed: Placed): Placed {
  const { frame } = placed;
  return { ...placed, frame: { ...squareAt(frame.x + frame.xx, frame.y, frame.yy), xx: -frame.xx } };
}

/** What is left behind in the air, or on the ground. */
const TRAILS: ReadonlySet<MarkShape | undefined> = new Set<MarkShape>(['dash', 'dust', 'cloud']);

/** Things without those marks behind them that reach beyond the scene that they are in, if they are in one. */
export function withinScene(placed: readonly Placed[], stage: Stage): Placed[] {
  const scene = placed.find((one) => isScene(one, stage));
  if (!scene) return [...placed];
  const { x0, x1 } = edgesOf(scene, stage);
  const isInside = ({ shape, frame }: Paw) => {
    const own = edgesOfFrame(frame);
    return !TRAILS.has(shape) || (own.x0 >= x0 && own.x1 <= x1);
  };
  return placed.map((one) => (one.paws ? { ...one, paws: one.paws.filter(isInside) } : one));
}
