import { combine, SAMPLERS } from '../../engine/samplers/index.js';
import type { FlowConfig } from './config.js';
import { type CreateScheduler, lastOf } from './scheduler.js';

/**
 * Euler's method along a rectified flow (Esser et al. 2403.03206): x = (1 − σ)·x_0 + σ·ε, whose network gives the
 * velocity v = ε − x_0, and x ← x + (σ′ − σ)·v. `shift` moves the levels towards noise, by Eq. 23 of the same:
 * σ ← s·σ/(1 + (s − 1)·σ).
 */
export function flowMatchEuler({ num_train_timesteps: all, shift }: FlowConfig): CreateScheduler {
  const shifted = (sigma: number) => (shift * sigma) / (1 + (shift - 1) * sigma);
  return (steps, strength) => {
    const least = shifted(1 / all);
    const spaced = Array.from({ length: steps }, (_, i) => shifted(1 + (i / Math.max(1, steps - 1)) * (least - 1)));
    const gone = lastOf(spaced, strength);
    const levels = [...gone, 0].map((sigma) => ({ alpha: 1 - sigma, sigma }));
    return {
      timesteps: gone.map((sigma) => sigma * all),
      levels,
      noiseScale: 1,
      sampler: SAMPLERS.ddim(levels),
      original: (output, i, sample) => combine(1, sample, -levels[i]!.sigma, output),
    };
  };
}
