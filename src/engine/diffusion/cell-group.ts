import { guidesAt } from '../guidance/index.js';
import type { PaintSettings } from '../requests/index.js';
import type { Session } from '../runtime/index.js';
import { noiseLevels, type ScheduleConfig, trailingTimesteps } from '../samplers/index.js';
import { type Batch, type CellState, createBatch, createCellState } from './batch.js';
import { type Condition, joinRows } from './condition.js';
import type { Denoiser } from './denoiser.js';
import type { NoiseSource } from './noise.js';
import type { DiffusionStart } from './start.js';

/** How one cell is painted. */
export interface CellWay {
  settings: PaintSettings;
  /** The picture that it begins with; default: pure noise. */
  start?: DiffusionStart;
}

/** Cells of one request. */
export interface DiffusionPart {
  condition: Condition;
  noise: NoiseSource;
  /** Of each cell of the condition. */
  ways: readonly CellWay[];
  /** Takes these cells out at the next denoiser call; the others go on. */
  signal?: AbortSignal;
}

/** A cell with the request that it belongs to. */
export interface JointCell {
  part: DiffusionPart;
  /** Of the part's condition and noise. */
  row: number;
  /** Its clean picture as predicted last, [4, size, size], −1…1; absent before the first step. */
  original?: Float32Array;
}

/** Cells that are at the same noise levels at every step, whatever requests they belong to. */
export interface CellGroup {
  steps: number;
  /** Moves those that are still wanted one step on, from step 0. */
  step(index: number): Promise<void>;
}

/** What is the same for all groups of a job. */
export interface GroupSetup {
  conditioner: Session;
  denoiser: Denoiser;
  schedule: ScheduleConfig;
  /** Sides in pixels, smallest first; the last one is the picture. */
  resolutions: readonly number[];
  /** ≥ 1 */
  cellsPerCall: number;
}

/** Divides cells into groups of the same settings and beginning. */
export function groupCells(cells: readonly JointCell[], setup: GroupSetup): CellGroup[] {
  const groups = new Map<string, JointCell[]>();
  for (const cell of cells) {
    const { settings, start } = wayOf(cell);
    const key = JSON.stringify([settings, start?.at]);
    groups.set(key, [...(groups.get(key) ?? []), cell]);
  }
  return [...groups.values()].map((group) => createGroup(group, setup));
}

/** Whether its request was not aborted. */
export function isWanted({ part }: Pick<JointCell, 'part'>): boolean {
  return part.signal?.aborted !== true;
}

function wayOf({ part, row }: JointCell): CellWay {
  return part.ways[row]!;
}

/** A cell on its way. */
interface MovingCell {
  cell: JointCell;
  state: CellState;
}

function createGroup(cells: readonly JointCell[], setup: GroupSetup): CellGroup {
  const { schedule, resolutions } = setup;
  const { settings, start } = wayOf(cells[0]!);
  const timesteps = trailingTimesteps(settings.steps, schedule.timesteps, start?.at);
  const levels = resolutions.map((side) => noiseLevels(schedule, side / resolutions[0]!, timesteps));
  let moving = cells.map((cell): MovingCell => {
    const options = { resolutions, levels, settings, start: wayOf(cell).start };
    return { cell, state: createCellState(cell.part.noise, cell.row, options) };
  });
  let calls = joinCells(moving, settings, setup);
  return {
    steps: settings.steps,
    async step(index) {
      const remaining = moving.filter(({ cell }) => isWanted(cell));
      if (remaining.length < moving.length) {
        moving = remaining;
        calls = joinCells(moving, settings, setup);
      }
      const timestep = timesteps[index]!;
      const { sigma } = levels.at(-1)![index]!;
      const moment = {
        index,
        timestep,
        time: (timestep + 1) / schedule.timesteps,
        guided: guidesAt(sigma, settings.guidance, settings.guidanceInterval),
      };
      for (const { cells: mine, batch } of calls) {
        // A call of cells that nobody wants any more is left out.
        if (!mine.some(isWanted)) continue;
        const originals = await batch.step(moment);
        mine.forEach((cell, k) => {
          cell.original = originals[k]!;
        });
      }
    },
  };
}

interface Call {
  cells: readonly JointCell[];
  batch: Batch;
}

/** Calls of nearly equal size, so that none is left with a single cell. */
function joinCells(
  cells: readonly MovingCell[],
  settings: PaintSettings,
  { conditioner, denoiser, cellsPerCall }: GroupSetup,
): Call[] {
  const count = Math.ceil(cells.length / cellsPerCall);
  return Array.from({ length: count }, (_, call) => {
    const from = Math.round((call * cells.length) / count);
    const moving = cells.slice(from, Math.round(((call + 1) * cells.length) / count));
    const mine = moving.map(({ cell }) => cell);
    const batch = createBatch({
      conditioner,
      denoiser,
      settings,
      cells: moving.map(({ state }) => state),
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
