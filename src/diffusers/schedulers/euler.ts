import { SAMPLERS } from '../../engine/samplers/index.js';
import type { NoiseConfig } from './config.js';
import { noisePath } from './noise-path.js';
import type { CreateScheduler } from './scheduler.js';

/**
 * Euler's method over σ (Karras et al. 2206.00364, Algorithm 1 without its second half): x ← x + (σ′ − σ)·ε. Of a state
 * of unit power that is DDIM, which takes its steps here.
 */
export function euler(config: NoiseConfig): CreateScheduler {
  return eulerOf(config, 'ddim');
}

/** Both of Euler's, by the sampler that takes its steps. */
export function eulerOf(config: NoiseConfig, sampler: 'ddim' | 'ddpm'): CreateScheduler {
  const pathOf = noisePath(config, { usually: 'linspace' });
  return (steps, strength) => {
    const path = pathOf(steps, strength);
    return {
      ...path,
      // Leading timesteps begin below the training's most noise, and with all of the state's power.
      noiseScale: config.timestep_spacing === 'leading' ? 1 : path.levels[0]!.sigma,
      sampler: SAMPLERS[sampler](path.levels),
    };
  };
}
