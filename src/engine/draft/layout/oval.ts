import { type Frame, pointAt } from './frame.js';
import type { Edges, Spread } from './geometry.js';

/** What is seen of a picture through a round opening, in parts of its side, as it is drawn and not mirrored. */
export interface Oval {
  x: number;
  y: number;
  rx: number;
  ry: number;
  /** Whether no line is about it. */
  isBare?: true;
}

/** How much of a point of the picture is seen, 0–1. @param side of its square on the canvas, in pixels */
export function seenIn({ x, y, rx, ry }: Oval, u: number, v: number, side: number): number {
  const beyond = Math.hypot((u - x) / rx, (v - y) / ry) - 1;
  return Math.min(1, Math.max(0, 0.5 - beyond * Math.min(rx, ry) * side));
}

/** Where it lies on the canvas, of a picture that stands upright, in pixels. */
export function ovalEdges(frame: Frame, { x, y, rx, ry }: Oval, flip: boolean): Edges {
  const middle = flip ? 1 - x : x;
  const [one, other] = [pointAt(frame, middle - rx, y - ry), pointAt(frame, middle + rx, y + ry)];
  return { x0: one.x, y0: one.y, x1: other.x, y1: other.y };
}

/** Centre and covariance of it, in pixels. */
export function ovalSpread(frame: Frame, oval: Oval, flip: boolean): Spread {
  const { x0, y0, x1, y1 } = ovalEdges(frame, oval, flip);
  return { x: (x0 + x1) / 2, y: (y0 + y1) / 2, xx: ((x1 - x0) / 4) ** 2, xy: 0, yy: ((y1 - y0) / 4) ** 2 };
}
