import { EngineError, intTensor } from '../basics/index.js';

import type { LatentContext } from '../context/index.js';
import { encodeContent } from '../latents/index.js';

import { floatOutput, release, type Session } from '../runtime/index.js';

import { cacheSizes, KvCache } from './kv-cache.js';
import { NO_LOGITS } from './next-tokens.js';
import { crossInputs, type PromptEncoding } from './prompt-encoder.js';
import { kindIdOf, startOf, type TokenInputs, type TokenSequence } from './sequence.js';
import { aheadOf, compareSequences, type TokenTree, tokenTrees } from './token-tree.js';

/** What the prior thinks of a whole description. */
export interface DescriptionScore {
  /** Natural log-likelihood, ≤ 0; −∞ of a description that the bundle cannot write. */
  sum: number;
  /** How many tokens it is the sum of, the `<end>` behind the description included. */
  count: number;
}

/**
 * Tokens that are scored in one call. A call costs as much as some 25 tokens, for it reads all weights, while every
 * token looks at all others of its call: beyond this two calls are as quick.
 */
const MOST_TOGETHER = 320;

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
  const trees = tokenTrees(
    rows.map(({ sequence }) => sequence.ids),
    MOST_TOGETHER,
  );
  const scores = new Map<string, DescriptionScore>();
  for (const tree of trees) {
    const sums = await scoreTree(prior, context, encoding, rows, tree);
    for (const [row, sum] of sums) scores.set(rows[row]!.text, { sum, count: rows[row]!.sequence.ids.length - 1 });
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

/** The likelihood of each of the rows that a tree has. */
async function scoreTree(
  prior: Session,
  context: LatentContext,
  encoding: PromptEncoding,
  rows: readonly Row[],
  tree: TokenTree,
): Promise<Map<number, number>> {
  const { manifest } = context;
  // Behind <bos>, the first of every tree's tokens, nothing is asked, for there is no choice.
  const asked = tree.tokens.slice(1);
  const outputs = await prior.run(
    {
      ...treeInputs(tree, rows),
      ...NO_LOGITS,
      word_rows: intTensor(
        [asked.length],
        asked.map((_, k) => k + 1),
      ),
      ...new KvCache({ ...cacheSizes(manifest), rows: 1, exact: true }, 0).inputs,
      ...crossInputs(encoding, 1),
    },
    ['word_logits'],
  );
  const { data, dims } = floatOutput(outputs, 'word_logits');
  const totals = asked.map(({ at }, k) => logSum(data, k * dims[1]!, context, at > 1));
  const logLikelihoodBehind = (token: number, id: number) => {
    const answer = token - 1;
    return data[answer * dims[1]! + id]! - totals[answer]!;
  };
  const sums = new Map<number, number>();
  for (const [row, path] of tree.paths) {
    const { ids } = rows[row]!.sequence;
    let sum = 0;
    for (let at = 1; at < ids.length; at++) {
      sum += logLikelihoodBehind(path[at]!, ids[at + 1] ?? manifest.vocabulary.specials.end);
    }
    sums.set(row, sum);
  }
  release(Object.values(outputs));
  return sums;
}

/** A tree's tokens as one row, [1, N], in which each sees those before it in its sequence. */
function treeInputs(tree: TokenTree, rows: readonly Row[]): TokenInputs {
  const { tokens } = tree;
  const fed = (key: keyof TokenSequence) =>
    intTensor(
      [1, tokens.length],
      tokens.map(({ sequence, at }) => rows[sequence]!.sequence[key][at]!),
    );
  return {
    tokens: fed('ids'),
    kind_ids: fed('kindIds'),
    positions: fed('positions'),
    places: fed('places'),
    ahead: aheadOf(tree),
  };
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
    if (error instanceof EngineError && error.code === 'bad_pin') return undefined;
    throw error;
  }
}
