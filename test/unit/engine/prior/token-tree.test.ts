import { describe, expect, it } from 'vitest';
import { createRng } from '../../../../src/engine/basics/rng.js';
import { aheadOf, compareSequences, tokenTrees } from '../../../../src/engine/prior/token-tree.js';

/** Sorted sequences of few different tokens, so that many begin alike. */
function randomSequences(seed: number): number[][] {
  const rng = createRng(seed, 'sequences');
  const pick = (below: number) => Math.floor(rng.uniform() * below);
  const all = Array.from({ length: 1 + pick(12) }, () => [0, ...Array.from({ length: pick(7) }, () => 1 + pick(3))]);
  return [...new Map(all.map((ids) => [ids.join(), ids])).values()].sort(compareSequences);
}

describe('sequences that begin alike', () => {
  it('share their beginnings, and every token sees just those before it in its sequence', () => {
    for (let seed = 0; seed < 100; seed++) {
      const sequences = randomSequences(seed);
      const [tree, ...more] = tokenTrees(sequences, Number.POSITIVE_INFINITY);
      expect(more).toEqual([]);
      const { tokens, paths } = tree!;
      const idOf = (token: number) => sequences[tokens[token]!.sequence]![tokens[token]!.at]!;
      for (const [k, ids] of sequences.entries()) expect(paths.get(k)!.map(idOf)).toEqual(ids);
      const beginnings = sequences.flatMap((ids) => ids.map((_, at) => ids.slice(0, at + 1).join()));
      expect(tokens).toHaveLength(new Set(beginnings).size);

      const { dims, data } = aheadOf(tree!);
      expect(dims).toEqual([tokens.length, tokens.length]);
      for (const [token, { sequence, at }] of tokens.entries()) {
        const seen = [...tokens.keys()].filter((other) => data[token * tokens.length + other] === 0);
        expect(seen.map(idOf)).toEqual(sequences[sequence]!.slice(0, at + 1));
        expect(Math.max(...seen)).toBe(token);
      }
    }
  });

  it('go into more trees where one would grow too large, each sequence into one of them', () => {
    for (let seed = 0; seed < 100; seed++) {
      const sequences = randomSequences(seed);
      const trees = tokenTrees(sequences, 10);
      expect(trees.flatMap(({ paths }) => [...paths.keys()])).toEqual([...sequences.keys()]);
      for (const { tokens, paths } of trees) {
        expect(tokens.length).toBeLessThanOrEqual(10);
        for (const [k, path] of paths) {
          expect(path.map((token) => sequences[tokens[token]!.sequence]![tokens[token]!.at])).toEqual(sequences[k]);
        }
      }
    }
    expect(tokenTrees([[1, 2, 3]], 2).map(({ tokens }) => tokens.length)).toEqual([3]);
    expect(tokenTrees([], 2)).toEqual([]);
  });

  it('are sorted token by token, what ends first coming first', () => {
    const sorted = [[1], [1, 2], [1, 2, 3], [1, 3], [2]];
    expect([...sorted].reverse().sort(compareSequences)).toEqual(sorted);
  });
});
