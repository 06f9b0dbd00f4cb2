import type { Manifest } from '../bundle/manifest.js';
import type { LatentContext } from '../latents/context.js';
import { floatOutput, type Session } from '../onnx.js';
import { type FloatTensor, floatTensor, intTensor, type Tensor } from '../tensor.js';
import { padSequences, type TokenInputs } from './batch.js';
import { cacheSizes, KvCache, newEntries } from './kv-cache.js';
import { crossInputs, type PromptEncoding } from './prompt-encoder.js';
import type { TokenSequence } from './sequence.js';

/** `data` [B, N, V] flat, and for every row where its last token's V logits begin. */
export interface Logits {
  data: Float32Array;
  offsets: readonly number[];
}

/** A batch of rows in the middle of decoding: feeds tokens to the prior one at a time and keeps its cache. */
export interface Decoder {
  /** Feeds the last token of each row's sequence. The logits are overwritten by the next step. */
  step(sequences: readonly TokenSequence[]): Promise<Logits>;
  /** Keeps only these rows of the batch, in this order. */
  keepRows(slots: readonly number[]): void;
}

/**
 * Feeds whole sequences in one call and starts decoding behind them.
 * @param shared says that all sequences are the same: then one row is computed for all
 */
export async function prefill(
  prior: Session,
  { manifest }: LatentContext,
  encoding: PromptEncoding,
  sequences: readonly TokenSequence[],
  shared: boolean,
): Promise<{ decoder: Decoder; logits: Logits }> {
  const fed = shared ? sequences.slice(0, 1) : sequences;
  const { inputs, lengths, width } = padSequences(fed, manifest);
  const sizes = cacheSizes(manifest);
  const empty = new KvCache({ ...sizes, rows: fed.length }, 0);
  const { logits, made } = await run(prior, { ...inputs, ...empty.inputs, ...crossInputs(encoding, fed.length) }, [
    'logits',
    'new_entries',
  ]);

  const counts = sequences.map((_, slot) => lengths[shared ? 0 : slot]!);
  const cache = new KvCache({ ...sizes, rows: sequences.length }, width);
  cache.append(made, counts);
  const offsets = counts.map((count, slot) => ((shared ? 0 : slot) * width + count - 1) * manifest.vocabulary.size);
  return {
    decoder: createDecoder(prior, manifest, cache, encoding, sequences.length),
    logits: { data: logits.data, offsets },
  };
}

function createDecoder(
  prior: Session,
  manifest: Manifest,
  cache: KvCache,
  encoding: PromptEncoding,
  rows: number,
): Decoder {
  let cross = crossInputs(encoding, rows);
  let step = stepInputs(rows);
  let outputs = stepOutputs(manifest, rows);
  let ones = new Int32Array(rows).fill(1);
  return {
    async step(sequences) {
      sequences.forEach(({ ids, kindIds, positions, places }, slot) => {
        step.tokens.data[slot] = BigInt(ids.at(-1)!);
        step.kind_ids.data[slot] = BigInt(kindIds.at(-1)!);
        step.positions.data[slot] = BigInt(positions.at(-1)!);
        step.places.data[slot] = BigInt(places.at(-1)!);
      });
      const { logits, made } = await run(prior, { ...step, ...cache.inputs, ...cross }, outputs);
      cache.append(made, ones);
      return { data: logits.data, offsets: sequences.map((_, slot) => slot * manifest.vocabulary.size) };
    },
    keepRows(slots) {
      cache.keepRows(slots);
      cross = crossInputs(encoding, slots.length);
      step = stepInputs(slots.length);
      outputs = stepOutputs(manifest, slots.length);
      ones = new Int32Array(slots.length).fill(1);
    },
  };
}

/** Buffers for one token a row, filled anew at each step. */
function stepInputs(rows: number): TokenInputs {
  const column = () => intTensor([rows, 1], new Int32Array(rows));
  return { tokens: column(), kind_ids: column(), positions: column(), places: column() };
}

/** Buffers for what one token a row yields. */
function stepOutputs(manifest: Manifest, rows: number): Record<string, FloatTensor> {
  const logits = floatTensor([rows, 1, manifest.vocabulary.size]);
  return { logits, new_entries: newEntries({ ...cacheSizes(manifest), rows }, 1) };
}

async function run(
  prior: Session,
  inputs: Readonly<Record<string, Tensor>>,
  wanted: readonly string[] | Readonly<Record<string, Tensor>>,
) {
  const outputs = await prior.run(inputs, wanted);
  return { logits: floatOutput(outputs, 'logits'), made: floatOutput(outputs, 'new_entries') };
}
