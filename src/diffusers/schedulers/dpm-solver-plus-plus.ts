import { SAMPLERS } from '../../engine/samplers/index.js';
import type { NoiseConfig } from './config.js';
import { type CreateScheduler, lastOf, originalBy } from './scheduler.js';
import { type Spaced, spacedTimesteps, toEven } from './timesteps.js';
import { karrasSigmas, levelOf, sigmaAt, timestepOf, trainingSigmas } from './training-noise.js';

/**
 * DPM-Solver++(2M) (Lu et al. 2211.01095, Algorithm 2) over whole timesteps of a trained model. It serves for other
 * deterministic solvers, too: all go along the same path, and it needs the fewest steps.
 *
 * @param usually spacing where the configuration says none
 */
export function dpmSolverPlusPlus(config: NoiseConfig, usually: Spaced['usually'] = 'linspace'): CreateScheduler {
  const training = trainingSigmas(config);
  return (steps, strength) => {
    const spaced = spacedTimesteps(config, steps, { usually, leavesOutLast: true }).map(toEven);
    const all = config.use_karras_sigmas
      ? karrasSigmas(training, steps).map((sigma) => ({ sigma, timestep: toEven(timestepOf(training, sigma)) }))
      : spaced.map((timestep) => ({ sigma: sigmaAt(training, timestep), timestep }));
    const gone = lastOf(all, strength);
    const levels = [...gone.map(({ sigma }) => levelOf(sigma)), { alpha: 1, sigma: 0 }];
    return {
      timesteps: gone.map(({ timestep }) => timestep),
      levels,
      noiseScale: 1,
      sampler: SAMPLERS['dpm-solver++'](levels),
      original: originalBy(config.prediction_type, levels),
    };
  };
}
