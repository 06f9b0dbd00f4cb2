import type { z } from 'zod';
import { consistencyConfig, flowConfig, noiseConfig } from './config.js';
import { dpmSolverPlusPlus } from './dpm-solver-plus-plus.js';
import { euler } from './euler.js';
import { eulerAncestral } from './euler-ancestral.js';
import { flowMatchEuler } from './flow-match-euler.js';
import { lcm } from './lcm.js';
import type { CreateScheduler } from './scheduler.js';

export type { CreateScheduler, Scheduler } from './scheduler.js';

/** Makes schedulers of a configuration. @throws ZodError where that cannot be read */
type Read = (config: unknown) => CreateScheduler;

function reader<T>(schema: z.ZodType<T>, create: (config: T) => CreateScheduler): Read {
  return (config) => create(schema.parse(config));
}

const solver = reader(noiseConfig, (config) => dpmSolverPlusPlus(config));
/** Of solvers whose timesteps lead where nothing else is said. */
const leading = reader(noiseConfig, (config) => dpmSolverPlusPlus(config, 'leading'));

/** Every scheduler by the `_class_name` of its configuration. */
export const SCHEDULERS: Readonly<Record<string, Read>> = {
  EulerDiscreteScheduler: reader(noiseConfig, euler),
  EulerAncestralDiscreteScheduler: reader(noiseConfig, eulerAncestral),
  LCMScheduler: reader(consistencyConfig, lcm),
  DPMSolverMultistepScheduler: solver,
  FlowMatchEulerDiscreteScheduler: reader(flowConfig, flowMatchEuler),
  // Other ways along the same path, which DPM-Solver++ goes in fewer steps.
  PNDMScheduler: leading,
  DDIMScheduler: leading,
  DDPMScheduler: leading,
  LMSDiscreteScheduler: solver,
  UniPCMultistepScheduler: solver,
  DEISMultistepScheduler: solver,
  DPMSolverSinglestepScheduler: solver,
};
