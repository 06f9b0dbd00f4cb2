import { KaleidoError } from '../errors.js';
import type { LatentContext } from '../latents/context.js';
import { encodeContent } from '../latents/kinds.js';
import { floatOutput, type Session } from '../onnx.js';
import { release } from '../release.js';
import { intTensor } from '../tensor.js';
import { padSequences } from './batch.js';
import { cacheSizes, KvCache } from './kv-cache.js';
import { NO_LOGITS } from './next-tokens.js';
import { commonPrefixes, compareSequences, prefixStages } from './prefix-stages.js';
import { crossInputs, type PromptEncoding } from './prompt-encoder.js';
import { kindIdOf, sliceSequence, startOf, type TokenSequence } from './sequence.js';

/** What the prior thinks of a whole description. */
export interface DescriptionScore {
  /** Natural log-likelihood, ≤ 0; −∞ of a description that the bundle cannot write. */
  sum: number;
  /** How many tokens it is the sum of, the `<end>` behind the description included. */
  count: number;
}

/** Descriptions that are scored together: enough to share what they have in common, few enough to bound memory. */
const MOST_TOGETHER = 64;

/** Below e^−20 of the largest weight all the vocabulary's together change the sum by less than 1e-5. */
const NEGLIGIBLE = -20;

/** A description that is scored. */
interface Row {
  text: string;
  /** What is fed: all but the `<end>`. */
  sequence: TokenSequence;
}

/** See `Prior.scoreDescriptions`. */
export async function scoreDescriptions(
  prior: Session,
  context: LatentContext,
  encoding: PromptEncoding,
  descriptions: readonly string[],
): Promise<DescriptionScore[]> {
  const rows = [...new Set(descriptions)].flatMap((text) => rowOf(text, context) ?? []);
  rows.sort((a, b) => compareSequences(a.sequence.ids, b.sequence.ids));
  const scores = new Map<string, DescriptionScore>();
  for (let from = 0; from < rows.length; from += MOST_TOGETHER) {
    const batch = rows.slice(from, from + MOST_TOGETHER);
    const sums = await scoreSorted(prior, context, encoding, batch);
    batch.forEach(({ text, sequence }, k) => {
      scores.set(text, { sum: sums[k]!, count: sequence.ids.length - 1 });
    });
  }
  return descriptions.map((text) => scores.get(text) ?? { sum: Number.NEGATIVE_INFINITY, count: 0 });
}

/** Undefined for a text that does not fit the bundle. */
function rowOf(text: string, context: LatentContext): Row | undefined {
  const { manifest } = context;
  const content = contentOf(text, context);
  if (content === undefined) return undefined;
  const kind = kindIdOf('description', manifest);
  const ids = [manifest.vocabulary.specials.bos, startOf('description', manifest), ...content];
  return {
    text,
    sequence: {
      ids,
      kindIds: ids.map((_, k) => (k === 0 ? 0 : kind)),
      positions: ids.map((_, k) => Math.max(0, k - 1)),
      places: ids.map(() => 0),
    },
  };
}

/** The likelihood of each of the rows, which are sorted. */
async function scoreSorted(
  prior: Session,
  context: LatentContext,
  encoding: PromptEncoding,
  rows: readonly Row[],
): Promise<number[]> {
  const { manifest } = context;
  const ids = rows.map(({ sequence }) => sequence.ids);
  const common = commonPrefixes(ids);
  const stages = prefixStages(
    ids.map(({ length }) => length),
    common,
  );
  const depth = stages.at(-1)?.to ?? 0;
  const cache = new KvCache(
    { ...cacheSizes(manifest), rows: stages[0]?.rows.length ?? 0, exact: true },
    stages.at(-1)?.from ?? 0,
  );
  const sums = rows.map(() => 0);
  for (const [index, { from, to, rows: fed, parents }] of stages.entries()) {
    if (index > 0) cache.keepRows(parents);
    const { inputs, lengths, width } = padSequences(
      fed.map((row) => sliceSequence(rows[row]!.sequence, from, to)),
      manifest,
    );
    // Of each token that something is asked behind, where the answer stands. Those of one beginning have one answer; behind <bos>
    // nothing is asked, for there is no choice.
    const asked: number[] = [];
    const answers: (number | undefined)[][] = [];
    let slot = -1;
    for (const [row, { length }] of ids.entries()) {
      if (fed[slot + 1] === row) slot++;
      answers[row] = [];
      for (let at = Math.max(1, from); at < Math.min(to, length); at++) {
        answers[row]![at] = at < common[row]! ? answers[row - 1]![at] : asked.push(slot * width + at - from) - 1;
      }
    }
    const outputs = await prior.run(
      {
        ...inputs,
        ...NO_LOGITS,
        word_rows: intTensor([asked.length], asked),
        ...cache.inputs,
        ...crossInputs(encoding, fed.length),
      },
      ['word_logits', 'new_entries'],
    );
    const { data, dims } = floatOutput(outputs, 'word_logits');
    const totals: number[] = [];
    for (const [row, tokens] of ids.entries()) {
      for (let at = Math.max(1, from); at < Math.min(to, tokens.length); at++) {
        const answer = answers[row]![at]!;
        const start = answer * dims[1]!;
        totals[answer] ??= logSum(data, start, context, at > 1);
        sums[row]! += data[start + (tokens[at + 1] ?? manifest.vocabulary.specials.end)]! - totals[answer]!;
      }
    }
    if (to < depth) cache.append(floatOutput(outputs, 'new_entries'), lengths);
    release(Object.values(outputs));
  }
  cache.release();
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
