import type { Session } from '../runtime/index.js';
import type { ScheduleConfig } from '../samplers/index.js';
import { type DiffusionPart, groupCells, isWanted, type JointCell } from './cell-group.js';
import { createDenoiser } from './denoiser.js';

/** Most cells in one denoiser call, twice as many rows with guidance: bounds memory whatever the size of the job. */
export const CELLS_A_CALL = 4;

/** The graphs of the diffusion, `conditioner.onnx` and `denoiser.onnx`. */
export interface DiffusionModels {
  conditioner: Session;
  denoiser: Session;
}

interface DiffusionSetup {
  schedule: ScheduleConfig;
  /** Sides in pixels, smallest first; the last one is the picture. */
  resolutions: readonly number[];
  /** ≥ 1; default: 4. */
  cellsPerCall?: number;
}

/** The cells of one request. */
export type DiffusionJob = DiffusionSetup & Omit<DiffusionPart, 'signal'>;
/** The cells of several requests that are painted together. */
export type JointDiffusionJob = DiffusionSetup & { parts: readonly DiffusionPart[] };

/** How far a request is after one step. */
export interface DiffusionStep {
  /** 1 … steps */
  step: number;
  /** Those of the cell that has most. A cell that has fewer is painted before the others, and stays as it is. */
  steps: number;
  /** For each cell its clean picture as predicted now, [4, size, size], −1…1; at the last step the picture itself. */
  originals: Float32Array[];
}

/**
 * Runs the cells of one request: see `diffuseTogether`.
 *
 * @throws the signal's reason, at the latest one denoiser call after it was aborted
 */
export async function* diffuse(
  models: DiffusionModels,
  { condition, noise, ways, ...setup }: DiffusionJob,
  signal?: AbortSignal,
): AsyncGenerator<DiffusionStep, void, undefined> {
  for await (const [step] of diffuseTogether(models, { ...setup, parts: [{ condition, noise, ways, signal }] })) {
    yield step!;
  }
  signal?.throwIfAborted();
}

/**
 * The denoising loop of Matryoshka diffusion (Gu et al. 2310.15111): all resolutions are stepped together, each with
 * its own noise levels. The cells of all parts advance by one step before any goes on to the next, in calls of a few
 * cells that parts share where settings and beginnings are the same. The same models, job and noise give the same
 * numbers; in other company a cell's numbers differ by rounding alone, since sums run in another order. Ends early when
 * every part was taken out.
 *
 * @returns at every step one entry a part, null once the part is painted or was taken out
 */
export async function* diffuseTogether(
  models: DiffusionModels,
  { parts, schedule, resolutions, cellsPerCall = CELLS_A_CALL }: JointDiffusionJob,
): AsyncGenerator<(DiffusionStep | null)[], void, undefined> {
  const denoiser = createDenoiser(models.denoiser, resolutions);
  const cells = parts.map((part) => part.ways.map((_, row): JointCell => ({ part, row })));
  const groups = groupCells(cells.flat(), {
    conditioner: models.conditioner,
    denoiser,
    schedule,
    resolutions,
    cellsPerCall,
  });
  const longest = Math.max(0, ...groups.map(({ steps }) => steps));
  for (let index = 0; index < longest; index++) {
    for (const group of groups) if (index < group.steps) await group.step(index);
    if (!parts.some((part) => isWanted({ part }))) return;
    yield parts.map((part, k) => {
      const steps = Math.max(...part.ways.map(({ settings }) => settings.steps));
      if (index >= steps || !isWanted({ part })) return null;
      return { step: index + 1, steps, originals: cells[k]!.map(({ original }) => original!) };
    });
  }
}
