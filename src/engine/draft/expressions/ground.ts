import { commonest } from './commonest.js';
import { apart, colourAt, eachPixel, OPAQUE, type Raster, type Rgb } from './raster.js';

/** Colours are told apart in so many steps, to find the commonest. */
const STEPS = 10;
/** What is as near as this to the commonest colour, and then to the plane through these, is ground. */
const NEAR = [0.2, 0.12, 0.1] as const;
const FEWEST = 12;

/**
 * The colour of what lies under everything in an area: red, green and blue as planes through most of its pixels (least
 * squares, trimmed), as light falls on faces from above.
 * @returns undefined where hardly anything is solid
 */
export function groundOf(
  raster: Raster,
  area: [number, number, number, number],
): ((x: number, y: number) => Rgb) | undefined {
  const pixels: { x: number; y: number; colour: Rgb }[] = [];
  eachPixel(raster.size, area, (x, y, p) => {
    if (raster.rgba[4 * p + 3]! >= OPAQUE) pixels.push({ x, y, colour: colourAt(raster, p) });
  });
  if (pixels.length < FEWEST) return undefined;
  const common = commonest(
    pixels.map(({ colour }) => colour),
    STEPS,
  )!;
  let ground = (_x: number, _y: number): Rgb => common;
  for (const near of NEAR) {
    const kept = pixels.filter(({ x, y, colour }) => apart(colour, ground(x, y)) < near);
    if (kept.length < FEWEST) break;
    ground = planesThrough(kept);
  }
  return ground;
}

function planesThrough(pixels: readonly { x: number; y: number; colour: Rgb }[]): (x: number, y: number) => Rgb {
  const mean = (of: (pixel: (typeof pixels)[number]) => number) =>
    pixels.reduce((sum, pixel) => sum + of(pixel), 0) / pixels.length;
  const [x0, y0] = [mean(({ x }) => x), mean(({ y }) => y)];
  const xx = mean(({ x }) => (x - x0) ** 2);
  const yy = mean(({ y }) => (y - y0) ** 2);
  const xy = mean(({ x, y }) => (x - x0) * (y - y0));
  const determinant = Math.max(xx * yy - xy * xy, 1e-6);
  const planes = ([0, 1, 2] as const).map((c) => {
    const c0 = mean(({ colour }) => colour[c]);
    const xc = mean(({ x, colour }) => (x - x0) * (colour[c] - c0));
    const yc = mean(({ y, colour }) => (y - y0) * (colour[c] - c0));
    return { c0, a: (xc * yy - yc * xy) / determinant, b: (yc * xx - xc * xy) / determinant };
  });
  const at = (c: 0 | 1 | 2, x: number, y: number) => {
    const { c0, a, b } = planes[c]!;
    return Math.min(Math.max(c0 + a * (x - x0) + b * (y - y0), 0), 1);
  };
  return (x, y) => [at(0, x, y), at(1, x, y), at(2, x, y)];
}
