/**
 * Boxes and blobs in the steps that latents are written in, from measures in pixels: what training measures
 * of its canvases (training/kaleido/data/geometry.py), so that the prior reads of a draft what it has learned from.
 */
import { ANGLE_STEPS, LOCATION_STEPS } from '../../basics/index.js';
import { type Blob, type Box, clamp, type Edges } from '../../latents/index.js';

export { type Edges, edgesAbout } from '../../latents/index.js';

/** An edge this close to a step, in steps, counts as on it. */
const SLACK = 0.05;
const RADIUS_STEPS = 2 * LOCATION_STEPS;
const DEGREES_PER_STEP = 180 / ANGLE_STEPS;
/** Covariance below this part of the variances is a rounding error of the numbers. */
const NO_COVARIANCE = 2 ** -53;

/** Edges of the rectangle between two of its corners. */
export function edgesBetween(one: { x: number; y: number }, other: { x: number; y: number }): Edges {
  return {
    x0: Math.min(one.x, other.x),
    y0: Math.min(one.y, other.y),
    x1: Math.max(one.x, other.x),
    y1: Math.max(one.y, other.y),
  };
}

export const widthOf = ({ x0, x1 }: Edges): number => x1 - x0;
export const heightOf = ({ y0, y1 }: Edges): number => y1 - y0;
export const middleOf = ({ x0, x1 }: Edges): number => (x0 + x1) / 2;
export const longestOf = (edges: Edges): number => Math.max(widthOf(edges), heightOf(edges));

/** Centre and covariance in pixels. */
export interface Spread {
  x: number;
  y: number;
  xx: number;
  xy: number;
  yy: number;
}

/** A tight box in pixels of a canvas of `size` as a box: outwards to whole steps, x0 < x1 and y0 < y1. */
export function boxSteps({ x0, y0, x1, y1 }: Edges, label: string, size: number): Box {
  const step = size / LOCATION_STEPS;
  const low = (value: number) => clamp(Math.floor(value / step + SLACK), 0, LOCATION_STEPS - 1);
  const high = (value: number, start: number) =>
    Math.max(clamp(Math.ceil(value / step - SLACK), 0, LOCATION_STEPS), start + 1);
  const [left, top] = [low(x0), low(y0)];
  return {
    label,
    x0: left / LOCATION_STEPS,
    y0: top / LOCATION_STEPS,
    x1: high(x1, left) / LOCATION_STEPS,
    y1: high(y1, top) / LOCATION_STEPS,
  };
}

/** The ellipse of the same centre and second moments. */
export function blobSteps(spread: Spread, size: number): Blob {
  const { x, y } = spread;
  const { major, minor, angle } = ellipseOf(spread);
  const radius = (pixels: number) => clamp(roundEven(pixels / (size / RADIUS_STEPS)), 1, LOCATION_STEPS) / RADIUS_STEPS;
  const centre = (pixels: number) =>
    clamp(roundEven(pixels / (size / LOCATION_STEPS)), 0, LOCATION_STEPS) / LOCATION_STEPS;
  return {
    x: centre(x),
    y: centre(y),
    major: radius(major),
    minor: radius(minor),
    angle: (roundEven(angle / DEGREES_PER_STEP) % ANGLE_STEPS) * DEGREES_PER_STEP,
  };
}

/** Centre and covariance in pixels of the ellipse that fills a box, whose edges are parts of the canvas. */
export function spreadOfBox({ x0, y0, x1, y1 }: Edges, size: number): Spread {
  const variance = (length: number) => ((length * size) / 4) ** 2;
  return {
    x: ((x0 + x1) / 2) * size,
    y: ((y0 + y1) / 2) * size,
    xx: variance(x1 - x0),
    xy: 0,
    yy: variance(y1 - y0),
  };
}

/** Centre and covariance of several together, each of which counts by its weight. */
export function mixtureOf(all: readonly { spread: Spread; weight: number }[]): Spread {
  const whole = all.reduce((sum, { weight }) => sum + weight, 0);
  const mean = (of: (one: Spread) => number) =>
    all.reduce((sum, { spread, weight }) => sum + weight * of(spread), 0) / whole;
  const [x, y] = [mean((one) => one.x), mean((one) => one.y)];
  return {
    x,
    y,
    xx: mean((one) => one.xx + (one.x - x) ** 2),
    xy: mean((one) => one.xy + (one.x - x) * (one.y - y)),
    yy: mean((one) => one.yy + (one.y - y) ** 2),
  };
}

/** Radii in pixels and the angle in degrees, [0, 180), of the filled ellipse with these second moments. */
export function ellipseOf({ xx, xy, yy }: Spread): { major: number; minor: number; angle: number } {
  const middle = (xx + yy) / 2;
  const half = Math.hypot((xx - yy) / 2, xy);
  // A filled ellipse of radius r has variance r² / 4 along that axis.
  const radius = (variance: number) => 2 * Math.sqrt(Math.max(variance, 0));
  return { major: radius(middle + half), minor: radius(middle - half), angle: majorAngle(xx, xy, yy) };
}

function majorAngle(xx: number, xy: number, yy: number): number {
  // What is as wide as high counts as upright, as LAPACK has it.
  if (xy * xy <= NO_COVARIANCE ** 2 * Math.abs(xx * yy)) return xx > yy ? 0 : 90;
  const degrees = (Math.atan2(2 * xy, xx - yy) * 90) / Math.PI;
  return ((degrees % 180) + 180) % 180;
}

/** The nearest whole number, of two equally near ones the even one, as Python rounds. */
export function roundEven(value: number): number {
  const low = Math.floor(value);
  const rest = value - low;
  if (rest !== 0.5) return Math.round(value);
  return low % 2 === 0 ? low : low + 1;
}
