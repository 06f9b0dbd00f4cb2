import { intTensor, lowHalves } from '../basics/index.js';
import type { LatentContext } from '../context/index.js';
import type { Session } from '../runtime/index.js';
import { inOrder } from './ahead-input.js';
import { cacheSizes, KvCache } from './kv-cache.js';
import {
  createTokenReader,
  type NextToken,
  type PriorAnswer,
  type TokenReader,
  type VocabularyPart,
} from './next-tokens.js';
import { crossInputs, type PromptEncoding } from './prompt-encoder.js';
import { padSequences, type TokenInputs, type TokenSequence } from './sequence.js';

/** A batch of rows in the middle of decoding: feeds tokens to the prior one at a time and keeps its cache. */
export interface Decoder {
  /**
   * Feeds the last token of each row's sequence. What was told before is freed.
   * @param parts of each row: what is wanted to know of the token behind that one, if anything
   */
  step(
    sequences: readonly TokenSequence[],
    parts: readonly (VocabularyPart | undefined)[],
  ): Promise<(NextToken | undefined)[]>;
  /** Keeps only these rows of the batch, in this order. */
  keepRows(slots: readonly number[]): void;
  /** Frees the cache and what was told last. A decoder that is not ended leaves that to the collector. */
  end(): void;
}

/** Sequences to feed before rows are decoded. */
export interface PrefillRequest {
  encoding: PromptEncoding;
  /** Whole sequences, one a row. */
  sequences: readonly TokenSequence[];
  /** Of each row: what is wanted to know of the token behind its last one, if anything. */
  parts: readonly (VocabularyPart | undefined)[];
  /** All sequences are the same: then one row is computed for all. */
  shared: boolean;
  /** Of the visual tokens, for as long as the rows are decoded; ≥ 0. */
  codeTemperature: number;
}

/** Feeds whole sequences in one call and starts decoding behind them. */
export async function prefill(
  prior: Session,
  { manifest }: LatentContext,
  { encoding, sequences, parts, shared, codeTemperature }: PrefillRequest,
): Promise<{ decoder: Decoder; next: (NextToken | undefined)[] }> {
  const fed = shared ? sequences.slice(0, 1) : sequences;
  const { inputs, lengths, width } = padSequences(fed, manifest);
  const sizes = cacheSizes(manifest);
  const empty = new KvCache({ ...sizes, rows: fed.length }, 0);
  const sources = sequences.map((_, slot) => (shared ? 0 : slot));
  const ask = createTokenReader(prior, manifest, codeTemperature);
  const first = await ask({
    inputs: { ...inputs, ...empty.inputs, ...crossInputs(encoding, fed.length) },
    parts,
    tokens: sources.map((source) => source * width + lengths[source]! - 1),
  });
  const cache = new KvCache({ ...sizes, rows: sequences.length }, width);
  const counts = sources.map((source) => lengths[source]!);
  return { decoder: createDecoder(ask, encoding, cache, { answer: first, counts }), next: first.next };
}

/** What the prior told last, and how many of each row's new entries the cache is to get of it. */
interface LastAnswer {
  answer: PriorAnswer;
  counts: readonly number[];
}

/** @param cache of the rows, in which what was told last is not yet */
function createDecoder(ask: TokenReader, encoding: PromptEncoding, cache: KvCache, told: LastAnswer): Decoder {
  let cross = crossInputs(encoding, told.counts.length);
  let step = stepInputs(told.counts.length);
  // Joined to the cache only when the next call begins: until then the prior may be asked again for more codes.
  let last: LastAnswer | undefined = told;
  const keepLast = () => {
    if (!last) return;
    cache.append(last.answer.entries, last.counts);
    last.answer.release();
    last = undefined;
  };
  return {
    async step(rows, wanted) {
      keepLast();
      step.feed(rows);
      const tokens = [...wanted.keys()];
      const answer = await ask({ inputs: { ...step.inputs, ...cache.inputs, ...cross }, parts: wanted, tokens });
      last = { answer, counts: rows.map(() => 1) };
      return answer.next;
    },
    keepRows(slots) {
      keepLast();
      cache.keepRows(slots);
      cross = crossInputs(encoding, slots.length);
      step = stepInputs(slots.length);
    },
    end() {
      last?.answer.release();
      cache.release();
    },
  };
}

/** Inputs of one token a row, in buffers that are filled anew at each step. */
function stepInputs(rows: number) {
  const column = () => intTensor([rows, 1], new Int32Array(rows));
  const inputs: TokenInputs = {
    tokens: column(),
    kind_ids: column(),
    positions: column(),
    places: column(),
    ahead: inOrder(1),
  };
  const tokens = lowHalves(inputs.tokens);
  const kinds = lowHalves(inputs.kind_ids);
  const positions = lowHalves(inputs.positions);
  const places = lowHalves(inputs.places);
  return {
    inputs,
    /** Puts the last token of each sequence in. */
    feed(sequences: readonly TokenSequence[]): void {
      for (const [slot, sequence] of sequences.entries()) {
        const last = sequence.ids.length - 1;
        tokens[2 * slot] = sequence.ids[last]!;
        kinds[2 * slot] = sequence.kindIds[last]!;
        positions[2 * slot] = sequence.positions[last]!;
        places[2 * slot] = sequence.places[last]!;
      }
    },
  };
}
