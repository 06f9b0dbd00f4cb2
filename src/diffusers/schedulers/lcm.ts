import { type CreateSampler, combine, levelsOfStep } from '../../engine/samplers/index.js';
import type { ConsistencyConfig } from './config.js';
import { type CreateScheduler, originalBy } from './scheduler.js';
import { levelOf, trainingSigmas } from './training-noise.js';

/** Deviation of the data that the boundary condition is made for (Song et al. 2303.01469, Appendix C). */
const DATA = 0.5;

/**
 * Sampling from a latent consistency model in several steps (Luo et al. 2310.04378, Algorithm 3): each goes from the
 * state to clean latents at once, and adds the next level's noise anew. Timesteps are some of those that the model was
 * distilled on, evenly spaced; of a picture to begin with, some of its last ones.
 */
export function lcm(config: ConsistencyConfig): CreateScheduler {
  const training = trainingSigmas(config);
  const { original_inference_steps: distilled, timestep_scaling: scaling } = config;
  const stride = Math.floor(config.num_train_timesteps / distilled);
  return (steps, strength) => {
    const reached = Math.max(1, Math.floor(strength * distilled));
    const count = Math.min(steps, reached);
    const timesteps = Array.from(
      { length: count },
      (_, i) => (reached - Math.floor((i * reached) / count)) * stride - 1,
    );
    const levels = [...timesteps.map((timestep) => levelOf(training[timestep]!)), { alpha: 1, sigma: 0 }];
    return {
      timesteps,
      levels,
      noiseScale: 1,
      sampler: sampler(timesteps, scaling)(levels),
      original: originalBy(config.prediction_type, levels),
    };
  };
}

/** `c_skip` and `c_out` make the function the identity at timestep 0 (Song et al. 2303.01469, Eq. 5). */
function sampler(timesteps: readonly number[], scaling: number): CreateSampler {
  return (levels) => ({
    stochastic: true,
    step(original, i, sample, noise) {
      const { to } = levelsOfStep(levels, i);
      const time = timesteps[i]! * scaling;
      const clean = combine(DATA ** 2 / (time ** 2 + DATA ** 2), sample, time / Math.hypot(time, DATA), original);
      if (to.sigma === 0) return clean;
      if (!noise) throw new TypeError(`A consistency model needs noise at step ${i}.`);
      return combine(to.alpha, clean, to.sigma, noise);
    },
  });
}
