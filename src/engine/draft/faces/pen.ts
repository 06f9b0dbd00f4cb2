import { type Distance, heartAt, type Point, type Rgb, toCone, toPath } from '../expressions/index.js';
import type { FaceSeat } from './face-seat.js';

/** A shape of a face. */
export interface Shape {
  distance: Distance;
  /** Points that it lies between. */
  area: readonly Point[];
  colour: Rgb;
  /** How much of what is under it it covers; all when absent. */
  blend?: number;
  /** Whether it never has a rim. */
  isBare?: boolean;
}

/** What a face is drawn in. */
export interface Ink {
  /** Least width of a line, in pixels. */
  line: number;
  ink: Rgb;
  /** The opposite of ink. */
  rim: Rgb;
}

/** Width of lines in parts of half the face's width. */
const LINE = 0.085;

/** Draws in parts of half the face's width, from its middle. */
export class Pen {
  readonly shapes: Shape[] = [];
  readonly width: number;

  constructor(
    readonly seat: FaceSeat,
    readonly tone: Ink,
  ) {
    this.width = Math.max(LINE * seat.half, 0.8 * tone.line);
  }

  point(x: number, y: number): Point {
    const { seat } = this;
    return [seat.x + x * seat.half, seat.y + y * seat.half];
  }

  /** Width of a line in parts of half the face's width. */
  get lineWidth(): number {
    return this.width / this.seat.half;
  }

  /** An arc. @param depth by which its ends are above its middle, or to the left of it where it is upright */
  arc(x: number, y: number, half: number, depth: number, isUpright = false): [number, number][] {
    return Array.from({ length: 13 }, (_, k) => {
      const along = k / 6 - 1;
      const [a, b] = [along * half, depth * (0.5 - along * along)];
      return isUpright ? [x + b, y + a] : [x + a, y + b];
    });
  }

  line(points: readonly (readonly [number, number])[], colour: Rgb = this.tone.ink, widths = 1): void {
    const path = points.map(([x, y]) => this.point(x, y));
    const half = (widths * this.width) / 2;
    const distance: Distance = (u, v) => toPath(path, u, v) - half;
    this.shapes.push({ distance, area: grown(path, half), colour });
  }

  ellipse(x: number, y: number, across: number, down: number, colour: Rgb, more: Partial<Shape> = {}): void {
    const { half } = this.seat;
    const [cx, cy] = this.point(x, y);
    const [a, b] = [across * half, down * half];
    const distance: Distance = (u, v) => (Math.hypot((u - cx) / a, (v - cy) / b) - 1) * Math.min(a, b);
    this.shapes.push({ distance, area: grown([[cx, cy]], Math.max(a, b)), colour, ...more });
  }

  disc(x: number, y: number, radius: number, colour: Rgb, more: Partial<Shape> = {}): void {
    this.ellipse(x, y, radius, radius, colour, more);
  }

  /** What lies below a level and within a lower half of an ellipse: an open mouth. */
  bowl(x: number, y: number, across: number, down: number, colour: Rgb, more: Partial<Shape> = {}): void {
    const { half } = this.seat;
    const [cx, cy] = this.point(x, y);
    const [a, b] = [across * half, down * half];
    const distance: Distance = (u, v) =>
      Math.max((Math.hypot((u - cx) / a, (v - cy) / b) - 1) * Math.min(a, b), cy - v);
    this.shapes.push({ distance, area: grown([[cx, cy]], Math.max(a, b)), colour, ...more });
  }

  /** Discs (x, y, radius) that become one another. */
  joined(discs: readonly (readonly [number, number, number])[], colour: Rgb, more: Partial<Shape> = {}): void {
    const { half } = this.seat;
    const all = discs.map(([x, y, radius]) => ({ at: this.point(x, y), radius: radius * half }));
    const distance: Distance = (u, v) => {
      let least = Number.POSITIVE_INFINITY;
      for (let k = 1; k < all.length; k++) least = Math.min(least, toCone(all[k - 1]!, all[k]!, u, v));
      return least;
    };
    const most = Math.max(...all.map(({ radius }) => radius));
    this.shapes.push({
      distance,
      area: grown(
        all.map(({ at }) => at),
        most,
      ),
      colour,
      ...more,
    });
  }

  heart(x: number, y: number, radius: number, colour: Rgb): void {
    const size = radius * this.seat.half;
    const [x0, y0] = this.point(x, y);
    this.shapes.push({ distance: heartAt(x0, y0, size), area: grown([[x0, y0]], 1.3 * size), colour });
  }
}

const grown = (points: readonly Point[], by: number): Point[] =>
  points.flatMap(([x, y]): Point[] => [
    [x - by, y - by],
    [x + by, y + by],
  ]);
