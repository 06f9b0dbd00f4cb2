import { type FloatTensor, floatTensor, type Tensor } from '../basics/index.js';
import { floatOutput, type Session } from '../runtime/index.js';
import type { Condition } from './condition.js';

/**
 * A condition as the denoiser reads it: the attention keys and values of R rows, computed once and used at every step.
 */
export interface Context {
  /** R */
  rows: number;
  /** [C, R, Hc, 1 + T + N, dc] */
  keys: FloatTensor;
  /** [C, R, Hc, 1 + T + N, dc] */
  values: FloatTensor;
  /** [R, 1 + T + N] */
  mask: FloatTensor;
  /** [R, 4, size, size] */
  guess: FloatTensor;
}

/** One array a resolution, smallest first, each [4, r, r]. */
export type Pyramid = readonly Float32Array[];

/** Runs `denoiser.onnx`. Its input buffers are reused from call to call, so calls of one denoiser must not overlap. */
export interface Denoiser {
  /**
   * Predicts the clean images of all rows in one call.
   *
   * @param samples noisy states of B cells; row k of the context reads cell k mod B, so a context of 2B rows predicts
   *   each cell twice
   * @param timestep 0 … timesteps − 1
   * @returns R pyramids of x0, not clipped
   */
  predict(context: Context, samples: readonly Pyramid[], timestep: number): Promise<Pyramid[]>;
}

/**
 * Turns a condition into attention keys and values.
 *
 * @param session `conditioner.onnx`
 */
export async function createContext(session: Session, condition: Condition): Promise<Context> {
  const outputs = await session.run({
    encoder_states: condition.encoderStates,
    encoder_mask: condition.encoderMask,
    hidden_states: condition.hiddenStates,
    hidden_mask: condition.hiddenMask,
  });
  return {
    rows: condition.guess.dims[0]!,
    keys: floatOutput(outputs, 'context_keys'),
    values: floatOutput(outputs, 'context_values'),
    mask: floatOutput(outputs, 'context_mask'),
    guess: condition.guess,
  };
}

/**
 * @param session `denoiser.onnx`
 * @param resolutions sides in pixels, smallest first
 */
export function createDenoiser(session: Session, resolutions: readonly number[]): Denoiser {
  const buffers = new Map<number, FloatTensor[]>();
  const inputsFor = (rows: number): FloatTensor[] => {
    const known = buffers.get(rows);
    if (known) return known;
    const made = resolutions.map((side) => floatTensor([rows, 4, side, side]));
    buffers.set(rows, made);
    return made;
  };
  return {
    async predict(context, samples, timestep) {
      const inputs: Record<string, Tensor> = {
        timestep: floatTensor([context.rows], new Float32Array(context.rows).fill(timestep)),
        guess: context.guess,
        context_keys: context.keys,
        context_values: context.values,
        context_mask: context.mask,
      };
      inputsFor(context.rows).forEach((buffer, level) => {
        for (let row = 0; row < context.rows; row++) {
          const state = samples[row % samples.length]![level]!;
          buffer.data.set(state, row * state.length);
        }
        inputs[`sample_${resolutions[level]}`] = buffer;
      });
      const outputs = await session.run(inputs);
      const originals = resolutions.map((side) => floatOutput(outputs, `original_${side}`).data);
      return Array.from({ length: context.rows }, (_, row) =>
        originals.map((data) => {
          const length = data.length / context.rows;
          return data.subarray(row * length, (row + 1) * length);
        }),
      );
    },
  };
}
