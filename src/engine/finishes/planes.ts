import { labPixels, type RgbaImage, SOLID } from '../basics/index.js';

/** A picture's colours and edges as filters take them, row by row. */
export interface Planes {
  readonly width: number;
  readonly height: number;
  /** OKLab, three numbers a pixel; where nothing is to be seen, that of the nearest solid pixel. */
  readonly labs: Float32Array;
  /** 0–1 */
  readonly alpha: Float32Array;
  /** How far inside the figure a pixel lies, in pixels; outside negative. */
  readonly depth: Float32Array;
}

/** A picture that has nothing solid has no planes. */
export function planesOf(image: RgbaImage): Planes | undefined {
  const { width, height, data } = image;
  const count = width * height;
  const alpha = filledPlane(count, (p) => data[4 * p + 3]! / 255);
  const isSolid = (p: number) => data[4 * p + 3]! > SOLID;
  const inward = nearestOf(width, height, isSolid);
  if (inward === undefined) return undefined;
  const outward = nearestOf(width, height, (p) => !isSolid(p));
  const depth = new Float32Array(count);
  const labs = labPixels(image);
  const filled = new Float32Array(3 * count);
  for (let p = 0; p < count; p++) {
    const near = inward.nearest[p]!;
    for (let c = 0; c < 3; c++) filled[3 * p + c] = labs[3 * near + c]!;
    depth[p] = isSolid(p) ? (outward?.far[p] ?? width) - 0.5 : 0.5 - inward.far[p]!;
  }
  return { width, height, labs: filled, alpha, depth };
}

const NONE = -1;
/** Rows and columns of pixels in one number. */
const ROW = 16;
const COLUMN = 0xffff;

/**
 * Of each pixel the nearest one of a set, and how far it is in pixels, by two sweeps that hand on what lies nearest
 * (Danielsson, “Euclidean distance mapping”, 1980); undefined where the set is empty.
 */
export function nearestOf(
  width: number,
  height: number,
  isIn: (p: number) => boolean,
): { nearest: Int32Array; far: Float32Array } | undefined {
  const nearest = new Int32Array(width * height).fill(NONE);
  const far = new Float32Array(width * height).fill(Number.POSITIVE_INFINITY);
  for (let p = 0; p < far.length; p++) {
    if (!isIn(p)) continue;
    nearest[p] = (Math.floor(p / width) << ROW) | (p % width);
    far[p] = 0;
  }
  const take = (p: number, x: number, y: number, from: number) => {
    const other = nearest[from]!;
    if (other === NONE) return;
    const dx = (other & COLUMN) - x;
    const dy = (other >> ROW) - y;
    const distance = dx * dx + dy * dy;
    if (distance >= far[p]!) return;
    far[p] = distance;
    nearest[p] = other;
  };
  for (const way of [1, -1]) {
    for (let k = 0; k < height; k++) {
      const y = way === 1 ? k : height - 1 - k;
      const row = y * width;
      const last = row - way * width;
      for (let x = 0; k > 0 && x < width; x++) {
        if (x > 0) take(row + x, x, y, last + x - 1);
        take(row + x, x, y, last + x);
        if (x < width - 1) take(row + x, x, y, last + x + 1);
      }
      for (let x = 1; x < width; x++) take(row + x, x, y, row + x - 1);
      for (let x = width - 2; x >= 0; x--) take(row + x, x, y, row + x + 1);
    }
  }
  if (nearest[0] === NONE) return undefined;
  for (let p = 0; p < far.length; p++) {
    nearest[p] = (nearest[p]! >> ROW) * width + (nearest[p]! & COLUMN);
    far[p] = Math.sqrt(far[p]!);
  }
  return { nearest, far };
}

/** A plane of so many pixels. */
export function filledPlane(count: number, of: (p: number) => number): Float32Array {
  const plane = new Float32Array(count);
  for (let p = 0; p < count; p++) plane[p] = of(p);
  return plane;
}

/** A plane blurred by a Gaussian; what lies beyond the edges is as the edge is. @param sigma in pixels */
export function blurred(plane: Float32Array, width: number, height: number, sigma: number): Float32Array {
  const reach = Math.ceil(2.5 * sigma);
  const kernel = Float32Array.from({ length: 2 * reach + 1 }, (_, k) =>
    Math.exp(-((k - reach) ** 2) / (2 * sigma * sigma)),
  );
  const sum = kernel.reduce((all, weight) => all + weight, 0);
  for (let k = 0; k < kernel.length; k++) kernel[k]! /= sum;
  const across = new Float32Array(plane.length);
  const both = new Float32Array(plane.length);
  sweep(plane, across, { kernel, reach, lines: height, length: width, line: width, step: 1 });
  sweep(across, both, { kernel, reach, lines: width, length: height, line: 1, step: width });
  return both;
}

interface Sweep {
  kernel: Float32Array;
  reach: number;
  lines: number;
  length: number;
  /** From line to line, and from pixel to pixel. */
  line: number;
  step: number;
}

function sweep(from: Float32Array, to: Float32Array, { kernel, reach, lines, length, line, step }: Sweep): void {
  const padded = new Float32Array(length + 2 * reach);
  for (let k = 0; k < lines; k++) {
    for (let at = 0; at < padded.length; at++) {
      padded[at] = from[k * line + Math.min(length - 1, Math.max(0, at - reach)) * step]!;
    }
    for (let at = 0; at < length; at++) {
      let sum = 0;
      for (let tap = 0; tap < kernel.length; tap++) sum += kernel[tap]! * padded[at + tap]!;
      to[k * line + at * step] = sum;
    }
  }
}

/** What a plane of so many numbers a pixel has at a place between pixels, in proportion. */
export function sampled(
  plane: Float32Array,
  { width, height }: { width: number; height: number },
  x: number,
  y: number,
  channels = 1,
  channel = 0,
): number {
  const [u, v] = [Math.min(width - 1, Math.max(0, x)), Math.min(height - 1, Math.max(0, y))];
  const [left, top] = [Math.min(width - 2, Math.floor(u)), Math.min(height - 2, Math.floor(v))];
  const at = (column: number, row: number) => plane[channels * (row * width + column) + channel]!;
  const above = at(left, top) * (1 - u + left) + at(left + 1, top) * (u - left);
  const below = at(left, top + 1) * (1 - u + left) + at(left + 1, top + 1) * (u - left);
  return above * (1 - v + top) + below * (v - top);
}

/** 0 below `from`, 1 from `to` on, smooth between. */
export function smoothStep(from: number, to: number, value: number): number {
  const t = Math.min(1, Math.max(0, (value - from) / (to - from)));
  return t * t * (3 - 2 * t);
}
