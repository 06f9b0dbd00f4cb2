import { chromaOf, type Lab, type RgbaImage } from '../../basics/index.js';
import type { ColourArea } from './colour-areas.js';

/** Changes a picture's colours in place. */
export interface Recolouring {
  /** Names what it does to colours; two of one key do the same to one picture. */
  key: string;
  /** @param labs the picture's colours, as `labPixels` has them */
  apply(labs: Float32Array, image: RgbaImage): void;
}

/** A colour area that becomes another colour. */
export interface ShadeMove {
  from: Lab;
  to: Lab;
  /** Shades stay within this of the new colour. */
  most: number;
  /** The colour of a palette that it is a tone of; absent where that is as good as the new colour. */
  of?: Lab;
}

/** Colours paler than this are grey: of the old colour's hue they keep only so much. */
const GREY_CHROMA = 0.04;
const GREY_KEEPS = 0.25;
/** How sharply a pixel belongs to the area whose shades it is nearest to, in OKLab. */
const BLUR = 0.025;
/** Areas of a smaller weight, e^−7, are left out. */
const FURTHEST = 7;
const LEAST_WEIGHT = 0.001;

/**
 * Moves the colour areas of one picture, keeping shade, compressed.
 * @param moves of each area; undefined where it stays
 */
export function recolouring(areas: readonly ColourArea[], moves: readonly (ShadeMove | undefined)[]): Recolouring {
  return { key: JSON.stringify(moves), apply: (labs, image) => apply(areas, moves, labs, image) };
}

function apply(
  areas: readonly ColourArea[],
  moves: readonly (ShadeMove | undefined)[],
  labs: Float32Array,
  { data }: RgbaImage,
): void {
  const shades = Float64Array.from(areas.flatMap(({ shades: own }) => own.flat()));
  const ends = areas.map((_, k) => areas.slice(0, k + 1).reduce((sum, { shades: own }) => sum + own.length, 0));
  const weights = new Float64Array(areas.length);
  const mixed = new Float64Array(3);
  for (let p = 0; 4 * p < data.length; p++) {
    if (data[4 * p + 3] === 0) continue;
    const pixel: Lab = [labs[3 * p]!, labs[3 * p + 1]!, labs[3 * p + 2]!];
    weigh(pixel, shades, ends, weights);
    mixed.fill(0);
    for (let area = 0; area < weights.length; area++) {
      const weight = weights[area]!;
      if (weight < LEAST_WEIGHT) continue;
      const move = moves[area];
      const colour = move ? shaded(pixel, move) : pixel;
      for (let c = 0; c < 3; c++) mixed[c]! += weight * colour[c]!;
    }
    for (let c = 0; c < 3; c++) labs[3 * p + c] = mixed[c]!;
  }
}

/**
 * How much a pixel is of each area, in all 1: by the nearest of the area's shades.
 * @param shades three numbers each, those of the first area first
 * @param ends how many shades there are up to the end of each area
 */
function weigh(pixel: Lab, shades: Float64Array, ends: readonly number[], weights: Float64Array): void {
  let nearest = Number.POSITIVE_INFINITY;
  for (let area = 0, k = 0; area < ends.length; area++) {
    let least = Number.POSITIVE_INFINITY;
    for (; k < ends[area]!; k++) {
      const l = pixel[0] - shades[3 * k]!;
      const a = pixel[1] - shades[3 * k + 1]!;
      const b = pixel[2] - shades[3 * k + 2]!;
      const distance = l * l + a * a + b * b;
      if (distance < least) least = distance;
    }
    weights[area] = least;
    if (least < nearest) nearest = least;
  }
  let sum = 0;
  for (let area = 0; area < weights.length; area++) {
    const further = (weights[area]! - nearest) / (2 * BLUR ** 2);
    weights[area] = further > FURTHEST ? 0 : Math.exp(-further);
    sum += weights[area]!;
  }
  for (let area = 0; area < weights.length; area++) weights[area]! /= sum;
}

/** The new colour with what the pixel differs from the old one, less the further it differs. */
export function shaded(pixel: Lab, { from, to, most }: ShadeMove): Lab {
  const keeps = chromaOf(to) < GREY_CHROMA ? GREY_KEEPS : 1;
  const l = pixel[0] - from[0];
  const a = keeps * (pixel[1] - from[1]);
  const b = keeps * (pixel[2] - from[2]);
  const length = Math.sqrt(l * l + a * a + b * b);
  const kept = length === 0 ? 0 : (most * (1 - Math.exp(-length / most))) / length;
  return [to[0] + kept * l, to[1] + kept * a, to[2] + kept * b];
}
