import { type FloatTensor, type IntTensor, intTensor } from '../basics/index.js';
import type { Manifest } from '../manifest/index.js';
import { inOrder } from './ahead-input.js';
import type { TokenSequence } from './sequence.js';

/**
 * Inputs of `prior.onnx` that describe the new tokens: four numbers of each, [B, N], and which are hidden from which,
 * [N, N].
 */
export type TokenInputs = Readonly<Record<'tokens' | 'kind_ids' | 'positions' | 'places', IntTensor>> & {
  readonly ahead: FloatTensor;
};

/** Sequences of different lengths as one batch, padded on the right to `width` = N. */
export function padSequences(
  sequences: readonly TokenSequence[],
  manifest: Manifest,
): { inputs: TokenInputs; lengths: number[]; width: number } {
  const lengths = sequences.map((sequence) => sequence.ids.length);
  const width = Math.max(...lengths);
  const grid = (key: keyof TokenSequence, padding: number) => {
    const values = new Float64Array(sequences.length * width).fill(padding);
    sequences.forEach((sequence, row) => {
      values.set(sequence[key], row * width);
    });
    return intTensor([sequences.length, width], values);
  };
  return {
    inputs: {
      tokens: grid('ids', manifest.vocabulary.specials.pad),
      kind_ids: grid('kindIds', 0),
      positions: grid('positions', 0),
      places: grid('places', 0),
      ahead: inOrder(width),
    },
    lengths,
    width,
  };
}
