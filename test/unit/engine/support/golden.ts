import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Latents } from '../../../../src/engine/latents/latents.js';
import { type FloatTensor, floatTensor } from '../../../../src/engine/tensor.js';
import type { SamplerName } from '../../../../src/engine/types.js';

/** An array of golden.json (docs/bundle.md). */
export interface GoldenArray {
  dtype: 'float32' | 'int64';
  shape: number[];
  data: string;
}

export interface GoldenTrace {
  sampler: SamplerName;
  steps: number;
  guidance: number;
  step_noise_16?: GoldenArray;
  step_noise_32?: GoldenArray;
  step_noise_64?: GoldenArray;
  result_64: GoldenArray;
}

/** What PyTorch computed for a bundle, written by its export. */
export interface Golden {
  prompt: string[];
  input_ids: number[][];
  encoder_states: GoldenArray;
  encoder_mask: GoldenArray;
  latents: (Latents & { sequence: number[] })[];
  hidden_states: GoldenArray;
  logits_last: GoldenArray;
  draws: GoldenArray;
  sampling: { temperature: number; top_p: number; pinned: string[]; order: string[]; sequences: number[][] };
  guess: GoldenArray;
  context_keys_mean: number;
  context_values_mean: number;
  noise_16: GoldenArray;
  noise_32: GoldenArray;
  noise_64: GoldenArray;
  original_16: GoldenArray;
  original_32: GoldenArray;
  original_64: GoldenArray;
  traces: GoldenTrace[];
}

/** The random-weight bundle that is always there. */
export const TINY_BUNDLE = 'test/fixtures/bundle-tiny';

/** Folders of all bundles that golden tests run on: the tiny one and the shipped one once it is there. */
export const GOLDEN_BUNDLES = [TINY_BUNDLE, 'models/stickers'].filter(
  (dir) => dir === TINY_BUNDLE || existsSync(join(dir, 'golden.json')),
);

export function readGolden(dir: string): Golden {
  return JSON.parse(readFileSync(join(dir, 'golden.json'), 'utf8')) as Golden;
}

/** A float32 array of golden.json as a tensor. */
export function goldenTensor({ dtype, shape, data }: GoldenArray): FloatTensor {
  if (dtype !== 'float32') throw new TypeError(`Expected float32, got ${dtype}.`);
  const bytes = Buffer.from(data, 'base64');
  // A Buffer may start at an offset that a Float32Array cannot view.
  return floatTensor(shape, new Float32Array(new Uint8Array(bytes).buffer));
}

/** Largest absolute difference of two arrays of one length. */
export function maxDifference(a: Float32Array, b: Float32Array): number {
  if (a.length !== b.length) throw new RangeError(`Lengths differ: ${a.length} and ${b.length}.`);
  return a.reduce((most, value, k) => Math.max(most, Math.abs(value - b[k]!)), 0);
}
