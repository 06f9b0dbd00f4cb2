import { SAMPLERS } from '../../engine/samplers/index.js';
import type { NoiseConfig } from './config.js';
import { noisePath } from './noise-path.js';
import type { CreateScheduler } from './scheduler.js';
import { type Spaced, toEven } from './timesteps.js';

/**
 * DPM-Solver++(2M) (Lu et al. 2211.01095, Algorithm 2) over whole timesteps of a trained model. It serves for other
 * deterministic solvers, too: all go along the same path, and it needs the fewest steps.
 *
 * @param usually spacing where the configuration says none
 */
export function dpmSolverPlusPlus(config: NoiseConfig, usually: Spaced['usually'] = 'linspace'): CreateScheduler {
  const pathOf = noisePath(config, { usually, leavesOutLast: true }, toEven);
  return (steps, strength) => {
    const path = pathOf(steps, strength);
    return { ...path, noiseScale: 1, sampler: SAMPLERS['dpm-solver++'](path.levels) };
  };
}
