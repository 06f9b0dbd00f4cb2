import { cadsGamma, GUIDANCE_RULES, type GuidanceRule } from '../guidance/index.js';
import type { PaintSettings } from '../requests/index.js';
import type { Session } from '../runtime/index.js';
import type { NoiseLevel } from '../samplers/index.js';
import { SAMPLERS, type Sampler } from '../samplers/index.js';
import { type Condition, noisedCondition, withNullRows } from './condition.js';
import { type Context, createContext, type Denoiser, type Pyramid } from './denoiser.js';
import type { NoiseSource } from './noise.js';
import { type DiffusionStart, type KeptPicture, keptPicture, noisedPicture, putBack } from './start.js';

/** One moment of the diffusion, the same for all cells. */
export interface Moment {
  /** Index of the step, from 0. */
  index: number;
  /** 0 … timesteps − 1 */
  timestep: number;
  /** Time in (0, 1], 1 at pure noise. */
  time: number;
  /** Whether this step uses the null condition too. */
  guided: boolean;
}

/** How far one cell is: its states, smallest resolution first, and what its sampler and guidance remember. */
export interface CellState {
  levels: { side: number; state: Float32Array; sampler: Sampler; guide: GuidanceRule; kept: KeptPicture | undefined }[];
}

/**
 * Sets a cell to its initial noise, or to the picture that it begins with, noised.
 *
 * @param cell of the noise source, from 0
 * @param levels noise levels of each resolution
 */
export function createCellState(
  noise: NoiseSource,
  cell: number,
  { resolutions, levels, settings, start }: CellOptions,
): CellState {
  const size = resolutions.at(-1)!;
  return {
    levels: resolutions.map((side, level) => {
      const drawn = noise.initial(cell, side, 4 * side * side);
      return {
        side,
        state: start ? noisedPicture(start, size, drawn, side, levels[level]![0]!) : drawn,
        sampler: SAMPLERS[settings.sampler](levels[level]!),
        guide: GUIDANCE_RULES[settings.guidanceRule](),
        kept: start && keptPicture(start, size, side),
      };
    }),
  };
}

/** What a cell begins with. */
export interface CellOptions {
  /** Sides in pixels, smallest first. */
  resolutions: readonly number[];
  levels: readonly (readonly NoiseLevel[])[];
  settings: PaintSettings;
  /** Default: pure noise. */
  start?: DiffusionStart;
}

/** Cells that go through the denoiser together. */
export interface Batch {
  /**
   * Moves every cell one step on; moments must come in order.
   *
   * @returns a cell's predicted clean picture at the largest resolution, clipped to −1…1; after the last step, where no
   *   noise is left, that is the picture
   */
  step(moment: Moment): Promise<Float32Array[]>;
}

/** What a batch is made of. */
export interface BatchInputs {
  conditioner: Session;
  denoiser: Denoiser;
  /** Of the cells of this batch. */
  condition: Condition;
  /** Of the cells of this batch, counted from 0. */
  noise: NoiseSource;
  cells: readonly CellState[];
  settings: PaintSettings;
}

/** Joins cells, wherever they are on their way, for common calls of the denoiser. */
export function createBatch({ conditioner, denoiser, condition, noise, cells, settings }: BatchInputs): Batch {
  const contextAt = contexts(conditioner, condition, noise, settings);
  return {
    async step(moment) {
      const samples: Pyramid[] = cells.map(({ levels }) => levels.map(({ state }) => state));
      const predictions = await denoiser.predict(await contextAt(moment), samples, moment.timestep);
      const isLast = moment.index === settings.steps - 1;
      return cells.map(({ levels }, c) => {
        const originals = levels.map((one, level) => {
          const conditional = predictions[c]![level]!;
          const unconditional = predictions[cells.length + c]?.[level];
          const original = clip(unconditional ? one.guide(conditional, unconditional, settings.guidance) : conditional);
          if (one.kept) putBack(original, one.kept);
          const draws = one.sampler.stochastic && !isLast ? noise.step(c, one.side, one.state.length) : undefined;
          one.state = one.sampler.step(original, moment.index, one.state, draws);
          return original;
        });
        return originals.at(-1)!;
      });
    },
  };
}

/** The context of each moment: fresh while CADS noises it, otherwise one for guided steps and one for the others. */
function contexts(
  conditioner: Session,
  condition: Condition,
  noise: NoiseSource,
  { cads }: PaintSettings,
): (moment: Moment) => Promise<Context> {
  const clean = new Map<boolean, Promise<Context>>();
  const create = (of: Condition, guided: boolean) => createContext(conditioner, guided ? withNullRows(of) : of);
  return ({ time, guided }) => {
    const gamma = cads ? cadsGamma(time, cads) : 1;
    if (cads && gamma < 1) return create(noisedCondition(condition, gamma, cads, noise.condition), guided);
    const known = clean.get(guided) ?? create(condition, guided);
    clean.set(guided, known);
    return known;
  };
}

function clip(values: Float32Array): Float32Array {
  const clipped = new Float32Array(values.length);
  for (let k = 0; k < values.length; k++) {
    const value = values[k]!;
    clipped[k] = value < -1 ? -1 : value > 1 ? 1 : value;
  }
  return clipped;
}
