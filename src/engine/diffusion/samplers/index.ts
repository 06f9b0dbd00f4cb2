import type { SamplerName } from '../../requests/index.js';
import { createDdim } from './ddim.js';
import { createDdpm } from './ddpm.js';
import { createDpmSolverPlusPlus } from './dpm-solver-plus-plus.js';
import type { CreateSampler } from './sampler.js';

/** Every sampler by the name that requests and manifests use. */
export const SAMPLERS: Readonly<Record<SamplerName, CreateSampler>> = {
  ddpm: createDdpm,
  ddim: createDdim,
  'dpm-solver++': createDpmSolverPlusPlus,
};
export type { Sampler } from './sampler.js';
