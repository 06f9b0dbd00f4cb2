import type { NoiseLevel } from '../samplers/index.js';

/** What a cell's diffusion begins with in place of pure noise (SDEdit, Meng et al. 2108.01073). */
export interface DiffusionStart {
  /** [4, size, size], premultiplied RGBA, −1…1. */
  picture: Float32Array;
  /**
   * How far towards noise it is moved, as a part of the timesteps, > 0 and < 1: the first step is the last of so many.
   */
  at: number;
  /**
   * How much of the picture is put back into every prediction of the clean one, [size, size], 0–1; default: nothing of
   * it.
   */
  kept?: Float32Array;
}

/** A picture that is kept in part, at one resolution. */
export interface KeptPicture {
  /** [4, side, side] */
  clean: Float32Array;
  /** [side, side], 0–1 */
  weights: Float32Array;
}

/**
 * What is kept of the picture at a resolution; undefined where nothing is.
 * @param size side of the picture in pixels
 * @param side of the resolution in pixels, a divisor of `size`
 */
export function keptPicture({ picture, kept }: DiffusionStart, size: number, side: number): KeptPicture | undefined {
  return kept && { clean: averaged(picture, size, side), weights: averaged(kept, size, side) };
}

/**
 * Puts what is kept into a prediction of the clean picture, in place: an inpainting of all else (compare RePaint,
 * Lugmayr et al. 2201.09865, which blends noised states; of predictions it is the range space of DDNM, Wang et al.
 * 2212.00490).
 * @param original [4, side, side]
 */
export function putBack(original: Float32Array, { clean, weights }: KeptPicture): void {
  for (let k = 0; k < original.length; k++) {
    const weight = weights[k % weights.length]!;
    original[k]! += weight * (clean[k]! - original[k]!);
  }
}

/**
 * The picture with noise, as it would be on the way to itself: alpha · picture + sigma · noise.
 * @param size side of the picture in pixels
 * @param noise N(0, 1) draws of the resolution, [4, side, side]
 * @param side of the resolution in pixels, a divisor of `size`; the picture is averaged down to it
 * @param level at the first step, of that resolution
 */
export function noisedPicture(
  { picture }: DiffusionStart,
  size: number,
  noise: Float32Array,
  side: number,
  { alpha, sigma }: NoiseLevel,
): Float32Array {
  const clean = averaged(picture, size, side);
  return noise.map((draw, k) => alpha * clean[k]! + sigma * draw);
}

/** The mean of each square of pixels, in every channel. */
function averaged(picture: Float32Array, size: number, side: number): Float32Array {
  if (side === size) return picture;
  const factor = size / side;
  const small = new Float32Array((picture.length / size ** 2) * side ** 2);
  const weight = 1 / factor ** 2;
  for (let k = 0; k < picture.length; k++) {
    const [row, column] = [Math.floor(k / size), k % size];
    // Rows run through all channels, which are `size` rows each.
    small[Math.floor(row / factor) * side + Math.floor(column / factor)]! += weight * picture[k]!;
  }
  return small;
}
