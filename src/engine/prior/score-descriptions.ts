import { KaleidoError } from '../errors.js';
import type { LatentContext } from '../latents/context.js';
import { encodeContent } from '../latents/kinds.js';
import { floatOutput, type Session } from '../onnx.js';
import { release } from '../release.js';
import { intTensor } from '../tensor.js';
import { padSequences } from './batch.js';
import { cacheSizes, KvCache } from './kv-cache.js';
import { NO_LOGITS } from './next-tokens.js';
import { crossInputs, type PromptEncoding } from './prompt-encoder.js';
import { kindIdOf, startOf, type TokenSequence } from './sequence.js';

/** What the prior thinks of a whole description. */
export interface DescriptionScore {
  /** Natural log-likelihood, ≤ 0; −∞ of a description that the bundle cannot write. */
  sum: number;
  /** How many tokens it is the sum of, the `<end>` behind the description included. */
  count: number;
}

/** Rows of one call: enough for matrices to be fast, few enough that rows of like length go together. */
const ROWS_A_CALL = 16;

/** Below e^−20 of the largest weight all the vocabulary's together change the sum by less than 1e-5. */
const NEGLIGIBLE = -20;

/** A description that is scored: the tokens to feed, and of each what comes behind it. */
interface Row {
  sequence: TokenSequence;
  /** Vocabulary ids, of the same length as the sequence less one: nothing is asked behind `<bos>`. */
  targets: readonly number[];
}

/** See `Prior.scoreDescriptions`. */
export async function scoreDescriptions(
  prior: Session,
  context: LatentContext,
  encoding: PromptEncoding,
  descriptions: readonly string[],
): Promise<DescriptionScore[]> {
  const rows = new Map([...new Set(descriptions)].map((text) => [text, rowOf(text, context)] as const));
  const scores = new Map<string, DescriptionScore>();
  const readable = [...rows].flatMap(([text, row]) => (row ? [{ text, ...row }] : []));
  readable.sort((a, b) => a.targets.length - b.targets.length);
  for (let from = 0; from < readable.length; from += ROWS_A_CALL) {
    const batch = readable.slice(from, from + ROWS_A_CALL);
    const sums = await scoreBatch(prior, context, encoding, batch);
    batch.forEach(({ text, targets }, k) => {
      scores.set(text, { sum: sums[k]!, count: targets.length });
    });
  }
  return descriptions.map((text) => scores.get(text) ?? { sum: Number.NEGATIVE_INFINITY, count: 0 });
}

/** Undefined for a text that does not fit the bundle. */
function rowOf(description: string, context: LatentContext): Row | undefined {
  const { manifest } = context;
  const { specials } = manifest.vocabulary;
  const content = contentOf(description, context);
  if (content === undefined) return undefined;
  const kind = kindIdOf('description', manifest);
  const ids = [specials.bos, startOf('description', manifest), ...content];
  return {
    sequence: {
      ids,
      kindIds: ids.map((_, k) => (k === 0 ? 0 : kind)),
      positions: ids.map((_, k) => Math.max(0, k - 1)),
      places: ids.map(() => 0),
    },
    targets: [...content, specials.end],
  };
}

/** Sum of each row, in order. */
async function scoreBatch(
  prior: Session,
  context: LatentContext,
  encoding: PromptEncoding,
  rows: readonly Row[],
): Promise<number[]> {
  const { manifest } = context;
  const { inputs, width } = padSequences(
    rows.map(({ sequence }) => sequence),
    manifest,
  );
  // Rows that begin alike have the same distributions there, which are then asked for once.
  const askedAt = new Map<string, number>();
  const asked: number[] = [];
  const places = rows.map(({ sequence, targets }, row) => {
    let prefix = '';
    return targets.map((_, k) => {
      prefix += `${sequence.ids[k + 1]} `;
      const known = askedAt.get(prefix) ?? asked.push(row * width + k + 1) - 1;
      askedAt.set(prefix, known);
      return known;
    });
  });
  const past = new KvCache({ ...cacheSizes(manifest), rows: rows.length }, 0);
  const outputs = await prior.run(
    {
      ...inputs,
      ...NO_LOGITS,
      word_rows: intTensor([asked.length], asked),
      ...past.inputs,
      ...crossInputs(encoding, rows.length),
    },
    ['word_logits'],
  );
  const logits = floatOutput(outputs, 'word_logits');
  const size = logits.dims[1]!;
  const normaliser = (at: number, mayEnd: boolean) => logSum(logits.data, at * size, context, mayEnd);
  const normalisers = new Map<number, number>();
  const sums = rows.map(({ targets }, row) => {
    let sum = 0;
    targets.forEach((id, k) => {
      const at = places[row]![k]!;
      const total = normalisers.get(at) ?? normaliser(at, k > 0);
      normalisers.set(at, total);
      sum += logits.data[at * size + id]! - total;
    });
    return sum;
  });
  release(Object.values(outputs));
  return sums;
}

/**
 * Logarithm of the sum of the weights that the grammar allows: all text pieces and, behind the first, `<end>`.
 * @param from where the row of logits begins
 */
function logSum(logits: Float32Array, from: number, { manifest }: LatentContext, mayEnd: boolean): number {
  const [first, end] = manifest.vocabulary.ranges.text;
  const ending = mayEnd ? logits[from + manifest.vocabulary.specials.end]! : Number.NEGATIVE_INFINITY;
  let highest = ending;
  for (let k = from + first; k < from + end; k++) if (logits[k]! > highest) highest = logits[k]!;
  let total = Math.exp(ending - highest);
  for (let k = from + first; k < from + end; k++) {
    const below = logits[k]! - highest;
    if (below > NEGLIGIBLE) total += Math.exp(below);
  }
  return highest + Math.log(total);
}

function contentOf(description: string, context: LatentContext): number[] | undefined {
  try {
    return encodeContent('description', { description }, context);
  } catch (error) {
    if (error instanceof KaleidoError && error.code === 'bad_pin') return undefined;
    throw error;
  }
}
