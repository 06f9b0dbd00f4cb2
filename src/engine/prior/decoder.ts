import type { Manifest } from '../bundle/manifest.js';
import type { LatentContext } from '../latents/context.js';
import { floatOutput, type Session } from '../onnx.js';
import { intTensor, type Tensor } from '../tensor.js';
import { padSequences, type TokenInputs } from './batch.js';
import { cacheSizes, KvCache } from './kv-cache.js';
import { crossInputs, type PromptEncoding } from './prompt-encoder.js';
import type { TokenSequence } from './sequence.js';

/** The vocabulary's codes of visual tokens, or all its other ids. No grammar leaves a choice between the two. */
export type VocabularyPart = 'words' | 'codes';

/** What may come behind one token: the logit of id i stands at `data[offset + i]`, for the ids of the part that was asked for. */
export interface Logits {
  data: Float32Array;
  offset: number;
}

/** Inputs of `prior.onnx` by which it computes no logits. */
export const NO_LOGITS = { word_rows: intTensor([0], []), code_rows: intTensor([0], []) };

/** A batch of rows in the middle of decoding: feeds tokens to the prior one at a time and keeps its cache. */
export interface Decoder {
  /**
   * Feeds the last token of each row's sequence.
   * @param parts of each row: which logits behind that token are wanted, if any
   */
  step(
    sequences: readonly TokenSequence[],
    parts: readonly (VocabularyPart | undefined)[],
  ): Promise<(Logits | undefined)[]>;
  /** Keeps only these rows of the batch, in this order. */
  keepRows(slots: readonly number[]): void;
}

/**
 * Feeds whole sequences in one call and starts decoding behind them.
 * @param parts of each row: which logits behind its last token are wanted, if any
 * @param shared says that all sequences are the same: then one row is computed for all
 */
export async function prefill(
  prior: Session,
  { manifest }: LatentContext,
  encoding: PromptEncoding,
  sequences: readonly TokenSequence[],
  parts: readonly (VocabularyPart | undefined)[],
  shared: boolean,
): Promise<{ decoder: Decoder; logits: (Logits | undefined)[] }> {
  const fed = shared ? sequences.slice(0, 1) : sequences;
  const { inputs, lengths, width } = padSequences(fed, manifest);
  const sizes = cacheSizes(manifest);
  const empty = new KvCache({ ...sizes, rows: fed.length }, 0);
  const counts = sequences.map((_, slot) => lengths[shared ? 0 : slot]!);
  const wanted = wantedLogits(
    parts,
    counts.map((count, slot) => (shared ? 0 : slot) * width + count - 1),
    manifest,
  );
  const outputs = await prior.run(
    { ...inputs, ...wanted.inputs, ...empty.inputs, ...crossInputs(encoding, fed.length) },
    [...wanted.outputs, 'new_entries'],
  );
  const cache = new KvCache({ ...sizes, rows: sequences.length }, width);
  cache.append(floatOutput(outputs, 'new_entries'), counts);
  return {
    decoder: createDecoder(prior, manifest, cache, encoding, sequences.length),
    logits: wanted.read(outputs),
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
  let ones = new Int32Array(rows).fill(1);
  return {
    async step(sequences, parts) {
      sequences.forEach(({ ids, kindIds, positions, places }, slot) => {
        step.tokens.data[slot] = BigInt(ids.at(-1)!);
        step.kind_ids.data[slot] = BigInt(kindIds.at(-1)!);
        step.positions.data[slot] = BigInt(positions.at(-1)!);
        step.places.data[slot] = BigInt(places.at(-1)!);
      });
      const wanted = wantedLogits(parts, [...parts.keys()], manifest);
      const outputs = await prior.run({ ...step, ...wanted.inputs, ...cache.inputs, ...cross }, [
        ...wanted.outputs,
        'new_entries',
      ]);
      cache.append(floatOutput(outputs, 'new_entries'), ones);
      return wanted.read(outputs);
    },
    keepRows(slots) {
      cache.keepRows(slots);
      cross = crossInputs(encoding, slots.length);
      step = stepInputs(slots.length);
      ones = new Int32Array(slots.length).fill(1);
    },
  };
}

/** Buffers for one token a row, filled anew at each step. */
function stepInputs(rows: number): TokenInputs {
  const column = () => intTensor([rows, 1], new Int32Array(rows));
  return { tokens: column(), kind_ids: column(), positions: column(), places: column() };
}

/**
 * The inputs and outputs of `prior.onnx` for the logits of a batch.
 * @param tokens of each row: the token behind which its logits are wanted, counted through the batch's B · N tokens
 */
function wantedLogits(
  parts: readonly (VocabularyPart | undefined)[],
  tokens: readonly number[],
  { vocabulary }: Manifest,
) {
  const words = tokens.filter((_, row) => parts[row] === 'words');
  const codes = tokens.filter((_, row) => parts[row] === 'codes');
  const [firstCode, endOfCodes] = vocabulary.ranges.code;
  return {
    inputs: { word_rows: intTensor([words.length], words), code_rows: intTensor([codes.length], codes) },
    outputs: [...(words.length > 0 ? ['word_logits'] : []), ...(codes.length > 0 ? ['code_logits'] : [])],
    read(outputs: Readonly<Record<string, Tensor>>): (Logits | undefined)[] {
      let word = 0;
      let code = 0;
      return parts.map((part) => {
        if (part === undefined) return undefined;
        if (part === 'words') return { data: floatOutput(outputs, 'word_logits').data, offset: word++ * firstCode };
        return {
          data: floatOutput(outputs, 'code_logits').data,
          offset: code++ * (endOfCodes - firstCode) - firstCode,
        };
      });
    },
  };
}
