import type { NoiseLevel } from './schedule.js';

/**
 * Steps one state from noise to picture. It knows no model and no randomness: the caller predicts and draws. A sampler
 * may remember earlier predictions, so one is made for every state (a resolution of a cell or of a batch) and run once.
 */
export interface Sampler {
  /** Whether `step` reads `noise`. */
  readonly stochastic: boolean;
  /**
   * Moves the state from level i to level i + 1.
   *
   * @param original the predicted clean image x0, same length as `sample`
   * @param i 0 … levels.length − 2, in rising order
   * @param sample the state at level i
   * @param noise N(0, 1) draws, same length; only read by stochastic samplers, which need it on all but the last step
   * @returns the state at level i + 1, newly allocated
   */
  step(original: Float32Array, i: number, sample: Float32Array, noise?: Float32Array): Float32Array;
}

/** `levels` run from the noisiest to the clean one (alpha 1, sigma 0), as `noiseLevels` gives them. */
export type CreateSampler = (levels: readonly NoiseLevel[]) => Sampler;

/**
 * The levels before and after step i.
 *
 * @throws RangeError when there is no step i
 */
export function levelsOfStep(levels: readonly NoiseLevel[], i: number): { from: NoiseLevel; to: NoiseLevel } {
  const from = levels[i];
  const to = levels[i + 1];
  if (!from || !to) throw new RangeError(`Step ${i} is outside the ${levels.length - 1} steps of this sampler.`);
  return { from, to };
}

/** a·x + b·y, element by element, newly allocated; x and y are of one length. */
export function combine(a: number, x: Float32Array, b: number, y: Float32Array): Float32Array {
  const result = new Float32Array(x.length);
  for (let k = 0; k < x.length; k++) result[k] = a * x[k]! + b * y[k]!;
  return result;
}
