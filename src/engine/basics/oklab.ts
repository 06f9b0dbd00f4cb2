import type { RgbaImage } from './rgba-image.js';

/**
 * sRGB and OKLab (Ottosson, "A perceptual color space for image processing", 2020) for whole pictures. Colours that
 * people write go through `latents/colours.ts`.
 */

/** L, a, b. */
export type Lab = readonly [l: number, a: number, b: number];

/** Linear light of each sRGB byte. */
const LINEAR = Float64Array.from({ length: 256 }, (_, byte) => {
  const value = byte / 255;
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
});

/** sRGB bytes to OKLab, into three numbers of `into` from `at` on. */
export function toOklab(red: number, green: number, blue: number, into: Float32Array | Float64Array, at: number): void {
  const [r, g, b] = [LINEAR[red]!, LINEAR[green]!, LINEAR[blue]!];
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  into[at] = 0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s;
  into[at + 1] = 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s;
  into[at + 2] = 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s;
}

/** OKLab to sRGB of 0–1, clipped, into three numbers of `into` from `at` on. */
export function toSrgb(lightness: number, a: number, b: number, into: Float32Array, at: number): void {
  const l = cube(lightness + 0.3963377774 * a + 0.2158037573 * b);
  const m = cube(lightness - 0.1055613458 * a - 0.0638541728 * b);
  const s = cube(lightness - 0.0894841775 * a - 1.291485548 * b);
  into[at] = gamma(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s);
  into[at + 1] = gamma(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s);
  into[at + 2] = gamma(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s);
}

/** Powers are slow, and pictures have many pixels. */
function cube(value: number): number {
  return value * value * value;
}

/** sRGB of linear light k / GAMMA_STEPS. */
const GAMMA_STEPS = 4096;
const GAMMA = Float32Array.from({ length: GAMMA_STEPS + 2 }, (_, k) => {
  const linear = k / GAMMA_STEPS;
  return linear <= 0.0031308 ? linear * 12.92 : 1.055 * linear ** (1 / 2.4) - 0.055;
});

/** By the table, between its steps in proportion: within 0.0002, a twentieth of a byte. */
function gamma(linear: number): number {
  if (!(linear > 0)) return 0;
  if (linear >= 1) return 1;
  const at = linear * GAMMA_STEPS;
  const k = Math.floor(at);
  return GAMMA[k]! + (at - k) * (GAMMA[k + 1]! - GAMMA[k]!);
}

/** OKLab of `#rrggbb`. */
export function labOf(hex: string): Lab {
  const into = new Float64Array(3);
  const byte = (at: number) => Number.parseInt(hex.slice(at, at + 2), 16);
  toOklab(byte(1), byte(3), byte(5), into, 0);
  return [into[0]!, into[1]!, into[2]!];
}

/** Distance in OKLab. */
export function labDistance([l, a, b]: Lab, [l2, a2, b2]: Lab): number {
  return Math.sqrt((l - l2) ** 2 + (a - a2) ** 2 + (b - b2) ** 2);
}

/** Which of some colours, at least one, is nearest to another. @returns its index, of several the first */
export function nearestLab(lab: Lab, of: readonly Lab[]): number {
  return of.reduce((best, other, k) => (labDistance(other, lab) < labDistance(of[best]!, lab) ? k : best), 0);
}

/** How far a colour is from grey. */
export function chromaOf([, a, b]: Lab): number {
  return Math.sqrt(a * a + b * b);
}

/** Alpha bytes above this are solid. */
export const SOLID = 127;

/** A picture's colours in OKLab, three numbers a pixel, row by row; 0 where nothing is to be seen. */
export function labPixels({ data }: RgbaImage): Float32Array {
  const labs = new Float32Array((data.length / 4) * 3);
  for (let p = 0; 4 * p < data.length; p++) {
    if (data[4 * p + 3] !== 0) toOklab(data[4 * p]!, data[4 * p + 1]!, data[4 * p + 2]!, labs, 3 * p);
  }
  return labs;
}
