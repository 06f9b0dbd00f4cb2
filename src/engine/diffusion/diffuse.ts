import type { Session } from '../onnx.js';
import { type Batch, createBatch, type Moment } from './batch.js';
import { type Condition, sliceCondition } from './condition.js';
import { createDenoiser } from './denoiser.js';
import { guidesAt } from './guidance/interval.js';
import type { NoiseSource } from './noise.js';
import { noiseLevels, type ScheduleConfig, trailingTimesteps } from './schedule.js';
import type { PaintSettings } from './settings.js';

/** Most cells in one denoiser call, twice as many rows with guidance: bounds memory whatever the size of the grid. */
const MOST_CELLS_A_CALL = 4;

export interface DiffusionModels {
  conditioner: Session;
  denoiser: Session;
}

export interface DiffusionJob {
  condition: Condition;
  noise: NoiseSource;
  schedule: ScheduleConfig;
  /** Sides in pixels, smallest first; the last one is the picture. */
  resolutions: readonly number[];
  settings: PaintSettings;
}

export interface DiffusionStep {
  /** 1 … steps */
  step: number;
  steps: number;
  /** For each cell its clean picture as predicted now, [4, size, size], −1…1; at the last step the picture itself. */
  originals: Float32Array[];
}

/**
 * The denoising loop of Matryoshka diffusion (Gu et al. 2310.15111): all resolutions
 * are stepped together, each with its own noise levels. All cells advance by one step before any goes on to the next, in
 * calls of a few cells. The same models, job and noise give the same numbers.
 *
 * @throws the signal's reason, at the latest one denoiser call after it was aborted
 */
export async function* diffuse(
  models: DiffusionModels,
  job: DiffusionJob,
  signal?: AbortSignal,
): AsyncGenerator<DiffusionStep, void, undefined> {
  const { schedule, resolutions, settings } = job;
  const timesteps = trailingTimesteps(settings.steps, schedule.timesteps);
  const levels = resolutions.map((resolution) => noiseLevels(schedule, resolution, timesteps));
  const denoiser = createDenoiser(models.denoiser, resolutions);
  const batches = split(job).map((part) =>
    createBatch({ ...part, conditioner: models.conditioner, denoiser, resolutions, levels, settings }),
  );
  for (const [index, timestep] of timesteps.entries()) {
    const { sigma } = levels.at(-1)![index]!;
    const moment: Moment = {
      index,
      timestep,
      time: (timestep + 1) / schedule.timesteps,
      guided: guidesAt(sigma, settings.guidance, settings.guidanceInterval),
    };
    const originals = await stepAll(batches, moment, signal);
    yield { step: index + 1, steps: settings.steps, originals };
  }
}

async function stepAll(batches: readonly Batch[], moment: Moment, signal?: AbortSignal): Promise<Float32Array[]> {
  const originals: Float32Array[] = [];
  for (const batch of batches) {
    signal?.throwIfAborted();
    originals.push(...(await batch.step(moment)));
  }
  return originals;
}

/** Parts of nearly equal size, so that no call is left with a single cell. */
function split({ condition, noise }: DiffusionJob): { condition: Condition; noise: NoiseSource }[] {
  const cells = condition.guess.dims[0]!;
  const parts = Math.ceil(cells / MOST_CELLS_A_CALL);
  return Array.from({ length: parts }, (_, part) => {
    const from = Math.round((part * cells) / parts);
    const to = Math.round(((part + 1) * cells) / parts);
    return { condition: sliceCondition(condition, from, to), noise: shifted(noise, from) };
  });
}

function shifted(noise: NoiseSource, first: number): NoiseSource {
  return {
    initial: (cell, resolution, length) => noise.initial(first + cell, resolution, length),
    step: (cell, resolution, length) => noise.step(first + cell, resolution, length),
    condition: (cell, length) => noise.condition(first + cell, length),
  };
}
