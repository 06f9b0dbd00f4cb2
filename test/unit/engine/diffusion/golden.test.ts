import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FloatTensor, floatTensor } from '../../../../src/engine/basics/tensor.js';
import { type Bundle, loadBundle } from '../../../../src/engine/bundle/bundle.js';
import { type Condition, decodeGuesses } from '../../../../src/engine/diffusion/condition.js';
import { createContext, createDenoiser } from '../../../../src/engine/diffusion/denoiser.js';
import { diffuse } from '../../../../src/engine/diffusion/diffuse.js';
import type { NoiseSource } from '../../../../src/engine/diffusion/noise.js';
import { createSessionPool } from '../../../../src/engine/runtime/session-pool.js';
import { GOLDEN_BUNDLES, type GoldenTrace, goldenTensor, maxDifference, readGolden } from '../support/golden.js';

const TRACE_COUNT = 4;
/**
 * Of pictures in −1…1: a quarter of a level of 8 bits. The fixture holds pictures, and the guesses that they are
 * painted from, in half precision (off by up to 2⁻¹²), and guidance makes more of that.
 */
const TOLERANCE = 2e-3;

function rowOf({ data }: FloatTensor, row: number, rows: number): Float32Array {
  const length = data.length / rows;
  return data.subarray(row * length, (row + 1) * length);
}

const mean = (values: Float32Array) => values.reduce((sum, value) => sum + value, 0) / values.length;

describe.each(GOLDEN_BUNDLES)('diffusion against PyTorch: %s', (dir) => {
  const golden = readGolden(dir);
  const pool = createSessionPool();
  let bundle: Bundle;
  let condition: Condition;

  beforeAll(async () => {
    bundle = await loadBundle(dir);
    const hiddenStates = goldenTensor(golden.hidden_states);
    const hiddenMask = floatTensor(hiddenStates.dims.slice(0, 2));
    golden.latents.forEach(({ sequence }, row) => {
      const start = row * hiddenMask.dims[1]!;
      hiddenMask.data.fill(1, start, start + sequence.length);
    });
    condition = {
      encoderStates: goldenTensor(golden.encoder_states),
      encoderMask: goldenTensor(golden.encoder_mask),
      hiddenStates,
      hiddenMask,
      guess: goldenTensor(golden.guess),
    };
  });
  afterAll(() => pool.dispose());

  const noises = () => bundle.manifest.image.resolutions.map((side) => goldenTensor(golden[`noise_${side}`]!));

  it('decodes the visual tokens to the same guess', async () => {
    const session = await pool.open(bundle.graphPath('visual_decoder.onnx'));
    const tokens = golden.latents.map((latents) => latents.tokens);
    const guess = await decodeGuesses(session, tokens, bundle.manifest.image.size);
    expect(maxDifference(guess.data, condition.guess.data)).toBeLessThan(TOLERANCE);
  });

  it('leaves the guess of a cell without visual tokens at 0', async () => {
    const session = await pool.open(bundle.graphPath('visual_decoder.onnx'));
    const guess = await decodeGuesses(session, [undefined, golden.latents[1]!.tokens], bundle.manifest.image.size);
    expect(rowOf(guess, 0, 2).every((value) => value === 0)).toBe(true);
    expect(maxDifference(rowOf(guess, 1, 2), rowOf(condition.guess, 1, 2))).toBeLessThan(TOLERANCE);
  });

  it('builds a context of the same mean', async () => {
    const context = await createContext(await pool.open(bundle.graphPath('conditioner.onnx')), condition);
    expect(mean(context.keys.data)).toBeCloseTo(golden.context_keys_mean, 4);
    expect(mean(context.values.data)).toBeCloseTo(golden.context_values_mean, 4);
  });

  it('predicts the same clean images from pure noise', async () => {
    const { resolutions } = bundle.manifest.image;
    const context = await createContext(await pool.open(bundle.graphPath('conditioner.onnx')), condition);
    const denoiser = createDenoiser(await pool.open(bundle.graphPath('denoiser.onnx')), resolutions);
    const samples = [0, 1].map((row) => noises().map((noise) => rowOf(noise, row, 2)));
    const predicted = await denoiser.predict(context, samples, 999);
    resolutions.forEach((side, level) => {
      const expected = goldenTensor(golden[`original_${side}`]!);
      predicted.forEach((pyramid, row) => {
        expect(maxDifference(pyramid[level]!, rowOf(expected, row, 2))).toBeLessThan(TOLERANCE);
      });
    });
  });

  it.each(Array.from({ length: TRACE_COUNT }, (_, k) => k))('ends trace %i in the same picture', async (k) => {
    const trace = golden.traces[k]!;
    const { resolutions } = bundle.manifest.image;
    const models = {
      conditioner: await pool.open(bundle.graphPath('conditioner.onnx')),
      denoiser: await pool.open(bundle.graphPath('denoiser.onnx')),
    };
    const { sampler, steps, guidance } = trace;
    const job = {
      condition,
      noise: storedNoise(resolutions, noises(), trace),
      schedule: bundle.manifest.schedule,
      resolutions,
      ways: [0, 1].map(() => ({ settings: { sampler, steps, guidance, guidanceRule: 'cfg' as const } })),
    };
    let pictures: Float32Array[] = [];
    for await (const { originals } of diffuse(models, job)) pictures = originals;
    const expected = goldenTensor(trace.result);
    pictures.forEach((picture, row) => {
      expect(maxDifference(picture, rowOf(expected, row, 2))).toBeLessThan(TOLERANCE);
    });
  });

  it('ends in the same picture when it begins with a draft', async () => {
    const { start, sampler, steps, squares } = golden.drafted;
    const { resolutions, size } = bundle.manifest.image;
    const models = {
      conditioner: await pool.open(bundle.graphPath('conditioner.onnx')),
      denoiser: await pool.open(bundle.graphPath('denoiser.onnx')),
    };
    const settings = { sampler, steps, guidance: 1, guidanceRule: 'cfg' as const };
    const job = {
      condition,
      noise: storedNoise(resolutions, noises()),
      schedule: bundle.manifest.schedule,
      resolutions,
      ways: [0, 1].map((row) => ({ settings, start: { picture: rowOf(condition.guess, row, 2), at: start } })),
    };
    let pictures: Float32Array[] = [];
    for await (const { originals } of diffuse(models, job)) pictures = originals;
    const expected = goldenTensor(squares);
    const side = expected.dims[3]!;
    pictures.forEach((picture, row) => {
      expect(maxDifference(averaged(picture, size, side), rowOf(expected, row, 2))).toBeLessThan(TOLERANCE);
      // What it began with is not what it ended with.
      expect(
        maxDifference(averaged(rowOf(condition.guess, row, 2), size, side), rowOf(expected, row, 2)),
      ).toBeGreaterThan(10 * TOLERANCE);
    });
  });

  it(`covers all ${TRACE_COUNT} traces of the fixture`, () => {
    expect(golden.traces).toHaveLength(TRACE_COUNT);
  });
});

/** The fixture's noise: stored initial states and, for DDPM, stored draws of every step. */
function storedNoise(
  resolutions: readonly number[],
  initial: readonly FloatTensor[],
  trace?: GoldenTrace,
): NoiseSource {
  const drawn = new Map<string, number>();
  return {
    initial: (cell, resolution) => rowOf(initial[resolutions.indexOf(resolution)]!, cell, 2),
    step(cell, resolution) {
      const key = `${cell}/${resolution}`;
      const step = drawn.get(key) ?? 0;
      drawn.set(key, step + 1);
      const stored = goldenTensor(trace![`step_noise_${resolution}`]!);
      return rowOf(stored, step * 2 + cell, stored.dims[0]! * 2);
    },
    condition: () => {
      throw new Error('The traces use no CADS.');
    },
  };
}

/** The mean of each of side × side squares of every channel. */
function averaged(picture: Float32Array, size: number, side: number): Float32Array {
  const means = new Float32Array(4 * side * side);
  const part = size / side;
  for (let channel = 0; channel < 4; channel++) {
    for (let y = 0; y < size; y++) {
      for (let x = 0; x < size; x++) {
        const square = (channel * side + Math.floor(y / part)) * side + Math.floor(x / part);
        means[square]! += picture[(channel * size + y) * size + x]! / part ** 2;
      }
    }
  }
  return means;
}
