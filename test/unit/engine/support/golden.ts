import { readFileSync } from 'node:fs';
import { fromHalf } from '../../../../src/engine/basics/half.js';
import { type FloatTensor, floatTensor } from '../../../../src/engine/basics/tensor.js';
import type { Latents } from '../../../../src/engine/latents/index.js';
import type { SamplerName } from '../../../../src/engine/samplers/index.js';

/** An array of a golden file (docs/bundle.md, "golden.json"). */
export interface GoldenArray {
  dtype: 'float32' | 'float16' | 'int64';
  shape: number[];
  data: string;
}

/** An array for each resolution, under the name with the resolution's side at its end. */
type ByResolution<Name extends string> = { readonly [key in `${Name}_${number}`]?: GoldenArray };

export type GoldenTrace = ByResolution<'step_noise'> & {
  sampler: SamplerName;
  steps: number;
  guidance: number;
  result: GoldenArray;
};

/** What PyTorch computed for a bundle, written by its export. */
export type Golden = ByResolution<'noise' | 'original'> & {
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
  traces: GoldenTrace[];
  /** Begun with the guesses as drafts. */
  drafted: { start: number; sampler: SamplerName; steps: number; squares: GoldenArray };
};

/** The random-weight bundle that is always there. */
export const TINY_BUNDLE = 'test/fixtures/bundle-tiny';

/** Folders of all bundles that golden tests run on, with what their exports wrote into the tests. */
const GOLDEN_FILES = {
  [TINY_BUNDLE]: 'test/fixtures/golden-tiny.json',
  'models/stickers': 'test/fixtures/golden-stickers.json',
};
export const GOLDEN_BUNDLES = Object.keys(GOLDEN_FILES) as (keyof typeof GOLDEN_FILES)[];

export function readGolden(dir: keyof typeof GOLDEN_FILES): Golden {
  return JSON.parse(readFileSync(GOLDEN_FILES[dir], 'utf8')) as Golden;
}

/** A float32 or float16 array of a golden file as a tensor. */
export function goldenTensor({ dtype, shape, data }: GoldenArray): FloatTensor {
  // Copied, as a Buffer may start at an offset that a Float32Array cannot view.
  const { buffer } = new Uint8Array(Buffer.from(data, 'base64'));
  if (dtype === 'float16') return floatTensor(shape, Float32Array.from(new Uint16Array(buffer), fromHalf));
  if (dtype !== 'float32') throw new TypeError(`Expected float32 or float16, got ${dtype}.`);
  return floatTensor(shape, new Float32Array(buffer));
}

/** Largest absolute difference of two arrays of one length. */
export function maxDifference(a: Float32Array, b: Float32Array): number {
  if (a.length !== b.length) throw new RangeError(`Lengths differ: ${a.length} and ${b.length}.`);
  return a.reduce((most, value, k) => Math.max(most, Math.abs(value - b[k]!)), 0);
}
