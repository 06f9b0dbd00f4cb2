import { type FloatTensor, floatTensor } from '../basics/index.js';

/**
 * Sequences of which many begin alike, each beginning once: the tokens stand in one row in which each sees only those
 * that come before it in a sequence (tree attention: SpecInfer, 2305.09781).
 */
export interface TokenTree {
  /** Of each token: a sequence that has it, and at which place; one before it in the sequence comes earlier. */
  tokens: { sequence: number; at: number }[];
  /** By sequence, of those in this tree: where its tokens stand in `tokens`. */
  paths: Map<number, number[]>;
}

/**
 * Puts sequences into as few trees as hold `most` tokens each; a sequence longer than that has one of its own.
 * @param sequences sorted as `compareSequences` sorts
 */
export function tokenTrees(sequences: readonly (readonly number[])[], most: number): TokenTree[] {
  const trees: TokenTree[] = [];
  let tree: TokenTree | undefined;
  for (const [sequence, ids] of sequences.entries()) {
    const common = tree ? commonLength(ids, sequences[sequence - 1]!) : 0;
    const isFull = tree && tree.tokens.length + ids.length - common > most;
    const shared = tree && !isFull ? tree.paths.get(sequence - 1)!.slice(0, common) : [];
    if (!tree || isFull) {
      tree = { tokens: [], paths: new Map() };
      trees.push(tree);
    }
    const { tokens } = tree;
    const added = ids.slice(shared.length).map((_, k) => tokens.push({ sequence, at: shared.length + k }) - 1);
    tree.paths.set(sequence, [...shared, ...added]);
  }
  return trees;
}

/** `ahead` of `prior.onnx` (`withAheadInput`), [N, N]. */
export function aheadOf({ tokens, paths }: TokenTree): FloatTensor {
  const count = tokens.length;
  const ahead = floatTensor([count, count], new Float32Array(count * count).fill(1));
  for (const [token, { sequence, at }] of tokens.entries()) {
    const path = paths.get(sequence)!;
    for (let k = 0; k <= at; k++) ahead.data[token * count + path[k]!] = 0;
  }
  return ahead;
}

/** Token by token; what ends first comes first. Sequences that begin alike become neighbours. */
export function compareSequences(a: readonly number[], b: readonly number[]): number {
  const at = commonLength(a, b);
  if (at === a.length || at === b.length) return a.length - b.length;
  return a[at]! - b[at]!;
}

function commonLength(a: readonly number[], b: readonly number[]): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length++;
  return length;
}
