import type { Session } from '../onnx.js';
import { type Batch, type CellState, createBatch, createCellState, type Moment } from './batch.js';
import { type Condition, joinRows } from './condition.js';
import { createDenoiser, type Denoiser } from './denoiser.js';
import { guidesAt } from './guidance/interval.js';
import type { NoiseSource } from './noise.js';
import { noiseLevels, type ScheduleConfig, trailingTimesteps } from './schedule.js';
import type { PaintSettings } from './settings.js';

/** Most cells in one denoiser call, twice as many rows with guidance: bounds memory whatever the size of the job. */
export const CELLS_A_CALL = 4;

export interface DiffusionModels {
  conditioner: Session;
  denoiser: Session;
}

interface DiffusionSetup {
  schedule: ScheduleConfig;
  /** Sides in pixels, smallest first; the last one is the picture. */
  resolutions: readonly number[];
  settings: PaintSettings;
  /** ≥ 1; default: 4. */
  cellsPerCall?: number;
}

/** Cells of one request. */
export interface DiffusionPart {
  condition: Condition;
  noise: NoiseSource;
  /** Takes these cells out at the next denoiser call; the others go on. */
  signal?: AbortSignal;
}

export type DiffusionJob = DiffusionSetup & Pick<DiffusionPart, 'condition' | 'noise'>;
export type JointDiffusionJob = DiffusionSetup & { parts: readonly DiffusionPart[] };

export interface DiffusionStep {
  /** 1 … steps */
  step: number;
  steps: number;
  /** For each cell its clean picture as predicted now, [4, size, size], −1…1; at the last step the picture itself. */
  originals: Float32Array[];
}

/** One step of a joint job; `originals` has one entry a part, null once the part was taken out. */
export type JointDiffusionStep = Omit<DiffusionStep, 'originals'> & { originals: (Float32Array[] | null)[] };

/**
 * Runs the cells of one request: see `diffuseTogether`.
 *
 * @throws the signal's reason, at the latest one denoiser call after it was aborted
 */
export async function* diffuse(
  models: DiffusionModels,
  { condition, noise, ...setup }: DiffusionJob,
  signal?: AbortSignal,
): AsyncGenerator<DiffusionStep, void, undefined> {
  for await (const step of diffuseTogether(models, { ...setup, parts: [{ condition, noise, signal }] })) {
    yield { ...step, originals: step.originals[0]! };
  }
  signal?.throwIfAborted();
}

/**
 * The denoising loop of Matryoshka diffusion (Gu et al. 2310.15111): all resolutions are stepped together, each with its own
 * noise levels. The cells of all parts advance by one step before any goes on to the next, in calls of a few cells that parts
 * share. The same models, job and noise give the same numbers; in other company a cell's numbers differ by rounding alone,
 * since sums run in another order. Ends early when every part was taken out.
 */
export async function* diffuseTogether(
  models: DiffusionModels,
  { parts, schedule, resolutions, settings, cellsPerCall = CELLS_A_CALL }: JointDiffusionJob,
): AsyncGenerator<JointDiffusionStep, void, undefined> {
  const timesteps = trailingTimesteps(settings.steps, schedule.timesteps);
  const levels = resolutions.map((side) => noiseLevels(schedule, side / resolutions[0]!, timesteps));
  const denoiser = createDenoiser(models.denoiser, resolutions);
  let cells = parts.flatMap((part) =>
    Array.from({ length: part.condition.guess.dims[0]! }, (_, row): JointCell => {
      return { part, row, state: createCellState(part.noise, row, { resolutions, levels, settings }) };
    }),
  );
  const join = () => joinCells(cells, cellsPerCall, { conditioner: models.conditioner, denoiser, settings });
  let calls = join();
  for (const [index, timestep] of timesteps.entries()) {
    const { sigma } = levels.at(-1)![index]!;
    const moment: Moment = {
      index,
      timestep,
      time: (timestep + 1) / schedule.timesteps,
      guided: guidesAt(sigma, settings.guidance, settings.guidanceInterval),
    };
    const remaining = cells.filter(isWanted);
    if (remaining.length < cells.length) {
      cells = remaining;
      calls = join();
    }
    const originals = await stepAll(calls, moment);
    if (!parts.some((part) => isWanted({ part }))) return;
    yield {
      step: index + 1,
      steps: settings.steps,
      originals: parts.map((part) => (isWanted({ part }) ? (originals.get(part) ?? null) : null)),
    };
  }
}

/** A cell with the request that it belongs to. */
interface JointCell {
  part: DiffusionPart;
  /** Of the part's condition and noise. */
  row: number;
  state: CellState;
}

interface Call {
  cells: readonly JointCell[];
  batch: Batch;
}

function isWanted({ part }: { part: DiffusionPart }): boolean {
  return part.signal?.aborted !== true;
}

/** Calls of nearly equal size, so that none is left with a single cell. */
function joinCells(
  cells: readonly JointCell[],
  cellsPerCall: number,
  shared: { conditioner: Session; denoiser: Denoiser; settings: PaintSettings },
): Call[] {
  const count = Math.ceil(cells.length / cellsPerCall);
  return Array.from({ length: count }, (_, call) => {
    const from = Math.round((call * cells.length) / count);
    const mine = cells.slice(from, Math.round(((call + 1) * cells.length) / count));
    const batch = createBatch({
      ...shared,
      cells: mine.map(({ state }) => state),
      condition: joinRows(mine.map(({ part, row }) => ({ condition: part.condition, row }))),
      noise: joinNoise(mine),
    });
    return { cells: mine, batch };
  });
}

function joinNoise(cells: readonly JointCell[]): NoiseSource {
  const of = (cell: number) => cells[cell]!;
  return {
    initial: (cell, resolution, length) => of(cell).part.noise.initial(of(cell).row, resolution, length),
    step: (cell, resolution, length) => of(cell).part.noise.step(of(cell).row, resolution, length),
    condition: (cell, length) => of(cell).part.noise.condition(of(cell).row, length),
  };
}

/** The predictions of each part's cells, in order. A call of cells that nobody wants any more is left out. */
async function stepAll(calls: readonly Call[], moment: Moment): Promise<Map<DiffusionPart, Float32Array[]>> {
  const originals = new Map<DiffusionPart, Float32Array[]>();
  for (const { cells, batch } of calls) {
    if (!cells.some(isWanted)) continue;
    const predicted = await batch.step(moment);
    cells.forEach(({ part }, k) => {
      originals.set(part, [...(originals.get(part) ?? []), predicted[k]!]);
    });
  }
  return originals;
}
