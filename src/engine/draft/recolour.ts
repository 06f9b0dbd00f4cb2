import type { RgbaImage } from '../types.js';
import type { ColourArea } from './colour-areas.js';
import { chromaOf, type Lab } from './oklab.js';
import type { Recolouring } from './textures.js';

/** A colour area that becomes another colour. */
export interface ShadeMove {
  from: Lab;
  to: Lab;
  /** Shades stay within this of the new colour. */
  most: number;
}

/** Colours paler than this are grey: of the old colour's hue they keep only so much. */
const GREY_CHROMA = 0.04;
const GREY_KEEPS = 0.25;
/** How sharply a pixel belongs to the area whose shades it is nearest to, in OKLab. */
const BLUR = 0.025;

/** Moves the colour areas of one picture, keeping shade, compressed. @param moves of each area; undefined where it stays */
export function recolouring(areas: readonly ColourArea[], moves: readonly (ShadeMove | undefined)[]): Recolouring {
  return { key: JSON.stringify(moves), apply: (labs, image) => apply(areas, moves, labs, image) };
}

function apply(
  areas: readonly ColourArea[],
  moves: readonly (ShadeMove | undefined)[],
  labs: Float32Array,
  { data }: RgbaImage,
): void {
  const shades = areas.flatMap(({ shades: own }, area) => own.map((lab) => ({ area, lab })));
  const weights = new Float64Array(areas.length);
  for (let p = 0; 4 * p < data.length; p++) {
    if (data[4 * p + 3] === 0) continue;
    const pixel: Lab = [labs[3 * p]!, labs[3 * p + 1]!, labs[3 * p + 2]!];
    weigh(pixel, shades, weights);
    const mixed = [0, 0, 0];
    moves.forEach((move, area) => {
      const weight = weights[area]!;
      if (weight < 0.001) return;
      const colour = move ? shaded(pixel, move) : pixel;
      for (let c = 0; c < 3; c++) mixed[c]! += weight * colour[c]!;
    });
    labs.set(mixed, 3 * p);
  }
}

/** How much a pixel is of each area, in all 1: by the nearest of the area's shades. */
function weigh(pixel: Lab, shades: readonly { area: number; lab: Lab }[], weights: Float64Array): void {
  weights.fill(Number.POSITIVE_INFINITY);
  for (const { area, lab } of shades) {
    const distance = (pixel[0] - lab[0]) ** 2 + (pixel[1] - lab[1]) ** 2 + (pixel[2] - lab[2]) ** 2;
    if (distance < weights[area]!) weights[area] = distance;
  }
  let nearest = Number.POSITIVE_INFINITY;
  for (const distance of weights) nearest = Math.min(nearest, distance);
  let sum = 0;
  for (let k = 0; k < weights.length; k++) {
    weights[k] = Math.exp((nearest - weights[k]!) / (2 * BLUR ** 2));
    sum += weights[k]!;
  }
  for (let k = 0; k < weights.length; k++) weights[k]! /= sum;
}

/** The new colour with what the pixel differs from the old one, less the further it differs. */
function shaded(pixel: Lab, { from, to, most }: ShadeMove): Lab {
  const keeps = chromaOf(to) < GREY_CHROMA ? GREY_KEEPS : 1;
  const [l, a, b] = [pixel[0] - from[0], keeps * (pixel[1] - from[1]), keeps * (pixel[2] - from[2])];
  const length = Math.hypot(l, a, b);
  const kept = length === 0 ? 0 : (most * (1 - Math.exp(-length / most))) / length;
  return [to[0] + kept * l, to[1] + kept * a, to[2] + kept * b];
}
