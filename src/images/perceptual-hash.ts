import type { RgbaImage } from '../engine/basics/index.js';
import { resize } from './sharp.js';

/** Side of what is looked at, and of the low frequencies that are kept of it. */
const SIDE = 32;
const KEPT = 8;
/** What is transparent counts as white, as whatever flattens pictures has it; beside what is nearly white, as black. */
const NEARLY_WHITE = 224;
/** Hashes of one picture, saved anew, smaller or a little recoloured, differ in no more bits of 64. */
const NEAR = 10;

/** cos(π (2x + 1) u / 2N), row by row of u. */
const COSINES = Array.from({ length: KEPT }, (_, u) =>
  Float64Array.from({ length: SIDE }, (_, x) => Math.cos((Math.PI * (2 * x + 1) * u) / (2 * SIDE))),
);

/**
 * Hashes of a picture and of its mirror image, which it keeps when it is scaled, saved with losses or slightly
 * recoloured (pHash: Zauner, “Implementation and Benchmarking of Perceptual Image Hash Functions”, 2010, section 3.2):
 * of the low frequencies of its grey values, which are above their median.
 *
 * @returns 64 bits each, in hexadecimal
 */
export async function perceptualHashes(image: RgbaImage): Promise<[plain: string, mirrored: string]> {
  const frequencies = lowFrequencies(greys(await resize(image, SIDE, SIDE)));
  // Waves across are even and odd about the middle, in turn.
  const mirrored = frequencies.map((value, k) => ((k % KEPT) % 2 === 0 ? value : -value));
  return [hashOf(frequencies), hashOf(mirrored)];
}

function hashOf(frequencies: readonly number[]): string {
  // The mean alone says how light it is, not what it shows.
  const sorted = frequencies.slice(1).sort((a, b) => a - b);
  const median = (sorted[31]! + sorted[30]!) / 2;
  let bits = 0n;
  for (const value of frequencies) bits = (bits << 1n) | (value > median ? 1n : 0n);
  return bits.toString(16).padStart(16, '0');
}

/** Whether two hashes of `perceptualHashes` are of one picture. */
export function isSamePicture(one: string, other: string): boolean {
  let apart = 0;
  for (let bits = BigInt(`0x${one}`) ^ BigInt(`0x${other}`); bits > 0n; bits &= bits - 1n) apart++;
  return apart <= NEAR;
}

/** Of each pixel, over the ground (ITU-R BT.601). */
function greys({ data }: RgbaImage): Float64Array {
  const alpha = (p: number) => data[4 * p + 3]! / 255;
  const shown = Float64Array.from(
    { length: SIDE * SIDE },
    (_, p) => alpha(p) * (0.299 * data[4 * p]! + 0.587 * data[4 * p + 1]! + 0.114 * data[4 * p + 2]!),
  );
  const opaque = shown.reduce((sum, _, p) => sum + alpha(p), 0);
  const light = shown.reduce((sum, value) => sum + value, 0);
  const ground = light > NEARLY_WHITE * opaque ? 0 : 255;
  return shown.map((value, p) => value + (1 - alpha(p)) * ground);
}

/** The first of a discrete cosine transform in both directions, row by row. */
function lowFrequencies(values: Float64Array): number[] {
  const rows = Array.from({ length: SIDE }, (_, y) =>
    COSINES.map((cosines) => cosines.reduce((sum, cosine, x) => sum + cosine * values[SIDE * y + x]!, 0)),
  );
  return COSINES.flatMap((cosines) =>
    COSINES.map((_, u) => cosines.reduce((sum, cosine, y) => sum + cosine * rows[y]![u]!, 0)),
  );
}
