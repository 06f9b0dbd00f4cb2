import { type FloatTensor, floatTensor, type Tensor } from '../../../../src/engine/basics/tensor.js';
import type { Condition } from '../../../../src/engine/diffusion/condition.js';
import type { DiffusionJob } from '../../../../src/engine/diffusion/diffuse.js';
import { type NoiseSource, seededNoise } from '../../../../src/engine/diffusion/noise.js';
import type { PaintSettings } from '../../../../src/engine/requests/paint-settings.js';
import type { Session } from '../../../../src/engine/runtime/onnx.js';

/** What the denoiser below predicts for the null condition. */
export const NULL_LEVEL = -0.25;
export const RESOLUTIONS = [4, 8];

function session(run: (inputs: Readonly<Record<string, Tensor>>) => Record<string, Tensor>): Session {
  return {
    path: 'analytic',
    provider: 'cpu',
    inputs: new Map(),
    outputNames: [],
    run: async (inputs) => run(inputs),
    dispose: async () => {},
  };
}

/**
 * Models whose answer is known: each cell's clean image is one level everywhere, that of its first real hidden state,
 * or NULL_LEVEL without condition. They keep to the shapes of docs/bundle.md and record how they were called.
 */
export function analyticModels() {
  const rowsOfCalls: number[] = [];
  const contexts: Float32Array[] = [];
  const states: { timestep: number; samples: Float32Array[]; cellLevels: number[] }[] = [];
  const conditioner = session(({ hidden_states, hidden_mask, encoder_mask }) => {
    const hidden = hidden_states as FloatTensor;
    const mask = hidden_mask as FloatTensor;
    const [rows, length] = mask.dims as [number, number];
    const size = 1 + encoder_mask!.dims[1]! + length;
    const keys = floatTensor([1, rows, 1, size, 1]);
    for (let row = 0; row < rows; row++) {
      const level = mask.data[row * length] === 1 ? hidden.data[row * length * hidden.dims[2]!]! : NULL_LEVEL;
      keys.data.fill(level, row * size, (row + 1) * size);
    }
    contexts.push(keys.data);
    const context_mask = floatTensor([rows, size], new Float32Array(rows * size).fill(1));
    return { context_keys: keys, context_values: keys, context_mask };
  });
  const denoiser = session((inputs) => {
    const keys = inputs.context_keys as FloatTensor;
    const rows = keys.dims[1]!;
    rowsOfCalls.push(rows);
    states.push({
      timestep: (inputs.timestep as FloatTensor).data[0]!,
      // Copied, as the buffers are used again.
      samples: RESOLUTIONS.map((side) => (inputs[`sample_${side}`] as FloatTensor).data.slice()),
      cellLevels: Array.from({ length: rows }, (_, row) => keys.data[row * keys.dims[3]!]!),
    });
    return Object.fromEntries(
      RESOLUTIONS.map((side) => {
        const { dims } = inputs[`sample_${side}`]!;
        const original = floatTensor(dims);
        const length = original.data.length / rows;
        for (let row = 0; row < rows; row++) {
          original.data.fill(keys.data[row * keys.dims[3]!]!, row * length, (row + 1) * length);
        }
        return [`original_${side}`, original];
      }),
    );
  });
  return { models: { conditioner, denoiser }, rowsOfCalls, contexts, states };
}

/** Cells whose clean images are of the given levels; the cells' hidden states are of unequal length. */
export function conditionOf(levels: readonly number[]): Condition {
  const rows = levels.length;
  const [T, N, D] = [2, 3, 2];
  const hiddenStates = floatTensor([rows, N, D]);
  const hiddenMask = floatTensor([rows, N]);
  levels.forEach((level, row) => {
    const real = 1 + (row % N);
    hiddenStates.data.fill(level, row * N * D, (row * N + real) * D);
    hiddenMask.data.fill(1, row * N, row * N + real);
  });
  return {
    encoderStates: floatTensor([rows, T, D], new Float32Array(rows * T * D).fill(0.5)),
    encoderMask: floatTensor([rows, T], new Float32Array(rows * T).fill(1)),
    hiddenStates,
    hiddenMask,
    guess: floatTensor([rows, 4, 8, 8]),
  };
}

export function jobOf(
  levels: readonly number[],
  settings: Partial<PaintSettings> = {},
  noise: NoiseSource = seededNoise(levels.map((_, cell) => cell)),
): DiffusionJob {
  return {
    condition: conditionOf(levels),
    noise,
    ways: levels.map(() => ({ settings: settingsOf(settings) })),
    schedule: { timesteps: 1000, max_beta: 0.999, snr_power: 1 },
    resolutions: RESOLUTIONS,
  };
}

export function settingsOf(changed: Partial<PaintSettings> = {}): PaintSettings {
  return { sampler: 'dpm-solver++', steps: 6, guidance: 1, guidanceRule: 'cfg', ...changed };
}
