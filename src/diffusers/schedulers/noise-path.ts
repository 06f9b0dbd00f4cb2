import type { NoiseConfig } from './config.js';
import { lastOf, originalBy, type Scheduler } from './scheduler.js';
import { type Spaced, spacedTimesteps } from './timesteps.js';
import { karrasSigmas, levelOf, sigmaAt, timestepOf, trainingSigmas } from './training-noise.js';

/** Where a solver goes: the timesteps, the noise of each, and what the network's outputs mean there. */
type NoisePath = Pick<Scheduler, 'timesteps' | 'levels' | 'original'>;

/**
 * The way of a trained model from noise to clean latents, in steps as its configuration spaces them or by Karras' noise
 * levels.
 *
 * @param rounded what is made of timesteps between those of the training
 */
export function noisePath(
  config: NoiseConfig,
  spaced: Spaced,
  rounded: (timestep: number) => number = (timestep) => timestep,
): (steps: number, strength: number) => NoisePath {
  const training = trainingSigmas(config);
  return (steps, strength) => {
    const all = config.use_karras_sigmas
      ? karrasSigmas(training, steps).map((sigma) => ({ sigma, timestep: rounded(timestepOf(training, sigma)) }))
      : spacedTimesteps(config, steps, spaced)
          .map(rounded)
          .map((timestep) => ({ sigma: sigmaAt(training, timestep), timestep }));
    const gone = lastOf(all, strength);
    const levels = [...gone.map(({ sigma }) => levelOf(sigma)), { alpha: 1, sigma: 0 }];
    return {
      timesteps: gone.map(({ timestep }) => timestep),
      levels,
      original: originalBy(config.prediction_type, levels),
    };
  };
}
