import { combine, type NoiseLevel, type Sampler } from '../../engine/samplers/index.js';
import type { Prediction } from './config.js';

/**
 * How one state goes from noise to clean latents. Its state is of unit power, x = α·x_0 + σ·ε, which is what networks
 * read; a flow's is on the straight line between both, α = 1 − σ. Made for one picture and run once.
 */
export interface Scheduler {
  /** What the network is told at each step, falling; of two steps it may be the same. */
  readonly timesteps: readonly number[];
  /** One more: the last is clean. */
  readonly levels: readonly NoiseLevel[];
  /** What noise is multiplied with where nothing else is there to begin with. */
  readonly noiseScale: number;
  /** Goes on from the clean latents that were predicted. */
  readonly sampler: Sampler;
  /** The clean latents that the network's output means at step i. */
  original(output: Float32Array, i: number, sample: Float32Array): Float32Array;
}

/**
 * @param steps ≥ 1
 * @param strength how much of the way is gone, of (0, 1]: 1 begins at noise
 */
export type CreateScheduler = (steps: number, strength: number) => Scheduler;

/** The last steps of all: as many as the strength's share, at least one. */
export function lastOf<T>(all: readonly T[], strength: number): T[] {
  return all.slice(all.length - Math.max(1, Math.round(strength * all.length)));
}

/** The clean latents by what the output is, in a state of unit power. */
export function originalBy(prediction: Prediction, levels: readonly NoiseLevel[]): Scheduler['original'] {
  return (output, i, sample) => {
    const { alpha, sigma } = levels[i]!;
    if (prediction === 'sample') return output;
    if (prediction === 'v_prediction') return combine(alpha, sample, -sigma, output);
    return combine(1 / alpha, sample, -sigma / alpha, output);
  };
}
