import { z } from 'zod';

/** What an output of the network means (`prediction_type`): noise, the velocity between both, or the clean latents. */
export type Prediction = z.output<typeof predictions>;
const predictions = z.enum(['epsilon', 'v_prediction', 'sample']);

/** Which of the timesteps are gone through (Lin et al. 2305.08891, Table 2). */
const spacings = z.enum(['linspace', 'leading', 'trailing']);

/** Configuration of a scheduler over the noise of a diffusion model, as `scheduler_config.json` has it. */
export type NoiseConfig = z.output<typeof noiseConfig>;
export const noiseConfig = z.object({
  num_train_timesteps: z.int().min(2).max(10_000).default(1000),
  beta_start: z.number().positive().max(1),
  beta_end: z.number().positive().max(1),
  beta_schedule: z.enum(['linear', 'scaled_linear', 'squaredcos_cap_v2']),
  trained_betas: z.array(z.number().positive().max(1)).min(2).nullish(),
  prediction_type: predictions.default('epsilon'),
  timestep_spacing: spacings.optional(),
  steps_offset: z.int().nonnegative().default(0),
  use_karras_sigmas: z.boolean().nullish(),
  rescale_betas_zero_snr: z.boolean().nullish(),
});

/** The same of a consistency model. */
export type ConsistencyConfig = z.output<typeof consistencyConfig>;
export const consistencyConfig = noiseConfig.extend({
  original_inference_steps: z.int().min(1).max(1000).default(50),
  timestep_scaling: z.number().positive().default(10),
});

/** The same of a model that learned straight paths from noise to pictures. */
export type FlowConfig = z.output<typeof flowConfig>;
export const flowConfig = z.object({
  num_train_timesteps: z.int().min(2).max(10_000).default(1000),
  shift: z.number().positive().default(1),
});
