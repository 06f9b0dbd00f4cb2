import { createRng } from '../../../../src/engine/basics/rng.js';
import type { CreateSampler } from '../../../../src/engine/samplers/sampler.js';
import { type NoiseLevel, noiseLevels, trailingTimesteps } from '../../../../src/engine/samplers/schedule.js';

/** Data ~ N(MEAN, SPREAD²), for which the best x0 prediction and the ODE's solution are known in closed form. */
export const MEAN = 0.3;
export const SPREAD = 0.4;

export function levelsFor(steps: number): NoiseLevel[] {
  const config = { timesteps: 1000, max_beta: 0.999, snr_power: 1 };
  return noiseLevels(config, 4, trailingTimesteps(steps, config.timesteps));
}

/** E[x0 | x_t] */
export function posteriorMean(sample: Float32Array, { alpha, sigma }: NoiseLevel): Float32Array {
  const gain = (alpha * SPREAD ** 2) / (alpha ** 2 * SPREAD ** 2 + sigma ** 2);
  return sample.map((x) => MEAN + gain * (x - alpha * MEAN));
}

/** Where the probability-flow ODE takes a state at `from` to at `to`: the standardised state stays the same. */
export function exactFlow(sample: Float32Array, from: NoiseLevel, to: NoiseLevel): Float32Array {
  const deviation = ({ alpha, sigma }: NoiseLevel) => Math.sqrt(alpha ** 2 * SPREAD ** 2 + sigma ** 2);
  return sample.map((x) => to.alpha * MEAN + (deviation(to) / deviation(from)) * (x - from.alpha * MEAN));
}

/** Runs a sampler on `start` over `levels` with the exact prediction; returns the state after every step. */
export function trajectory(create: CreateSampler, levels: NoiseLevel[], start: Float32Array): Float32Array[] {
  const sampler = create(levels);
  const rng = createRng(11, 'sampler-test');
  const states = [start];
  for (let i = 0; i < levels.length - 1; i++) {
    const sample = states.at(-1)!;
    const noise = sampler.stochastic ? rng.gaussian(sample.length) : undefined;
    states.push(sampler.step(posteriorMean(sample, levels[i]!), i, sample, noise));
  }
  return states;
}

/** Root mean square error of a sampler's end point against the exact flow. */
export function flowError(create: CreateSampler, steps: number): number {
  const levels = levelsFor(steps);
  const start = createRng(3, 'sampler-test').gaussian(64);
  const end = trajectory(create, levels, start).at(-1)!;
  const exact = exactFlow(start, levels[0]!, levels.at(-1)!);
  return Math.sqrt(end.reduce((sum, value, k) => sum + (value - exact[k]!) ** 2, 0) / end.length);
}
