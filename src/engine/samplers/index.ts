import { namesOf } from '../basics/index.js';
import { createDdim } from './ddim.js';
import { createDdpm } from './ddpm.js';
import { createDpmSolverPlusPlus } from './dpm-solver-plus-plus.js';
import type { CreateSampler } from './sampler.js';

/**
 * Every sampler by the name that requests, manifests and records use. A line here is all that a new one needs beside
 * its file.
 */
export const SAMPLERS = {
  ddpm: createDdpm,
  ddim: createDdim,
  'dpm-solver++': createDpmSolverPlusPlus,
} as const satisfies Readonly<Record<string, CreateSampler>>;

/** How the noise is taken away: ancestral sampling, its deterministic form, or a solver of second order. */
export type SamplerName = keyof typeof SAMPLERS;
export const SAMPLER_NAMES = namesOf(SAMPLERS);
export { type CreateSampler, combine, levelsOfStep, type Sampler } from './sampler.js';
export { type NoiseLevel, noiseLevels, type ScheduleConfig, trailingTimesteps } from './schedule.js';
