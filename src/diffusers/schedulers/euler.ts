import { SAMPLERS } from '../../engine/samplers/index.js';
import type { NoiseConfig } from './config.js';
import type { CreateScheduler, Scheduler } from './scheduler.js';
import { lastOf, originalBy } from './scheduler.js';
import { spacedTimesteps } from './timesteps.js';
import { karrasSigmas, levelOf, sigmaAt, timestepOf, trainingSigmas } from './training-noise.js';

/**
 * Euler's method over σ (Karras et al. 2206.00364, Algorithm 1 without its second half): x ← x + (σ′ − σ)·ε. Of a state
 * of unit power that is DDIM, which takes its steps here.
 */
export function euler(config: NoiseConfig): CreateScheduler {
  return eulerOf(config, 'ddim');
}

/** Both of Euler's, by the sampler that takes its steps. */
export function eulerOf(config: NoiseConfig, sampler: 'ddim' | 'ddpm'): CreateScheduler {
  const training = trainingSigmas(config);
  return (steps, strength): Scheduler => {
    const spaced = spacedTimesteps(config, steps, { usually: 'linspace' });
    const all = config.use_karras_sigmas
      ? karrasSigmas(training, steps).map((sigma) => ({ sigma, timestep: timestepOf(training, sigma) }))
      : spaced.map((timestep) => ({ sigma: sigmaAt(training, timestep), timestep }));
    const gone = lastOf(all, strength);
    const levels = [...gone.map(({ sigma }) => levelOf(sigma)), { alpha: 1, sigma: 0 }];
    return {
      timesteps: gone.map(({ timestep }) => timestep),
      levels,
      // Leading timesteps begin below the training's most noise, and with all of the state's power.
      noiseScale: config.timestep_spacing === 'leading' ? 1 : levels[0]!.sigma,
      sampler: SAMPLERS[sampler](levels),
      original: originalBy(config.prediction_type, levels),
    };
  };
}
