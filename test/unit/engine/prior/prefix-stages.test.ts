import { describe, expect, it } from 'vitest';
import { commonPrefixes, compareSequences, prefixStages } from '../../../../src/engine/prior/prefix-stages.js';
import { createRng } from '../../../../src/engine/rng.js';

/** Sequences as the stages feed them: for each, its beginning's tokens, stage by stage. */
function fedThrough(sequences: readonly number[][]): { ends: Map<string, number>; tokens: number } {
  const stages = prefixStages(
    sequences.map(({ length }) => length),
    commonPrefixes(sequences),
  );
  let before: number[][] = [[]];
  const ends = new Map<string, number>();
  let tokens = 0;
  for (const { from, to, rows, parents } of stages) {
    const now = rows.map((row, slot) => {
      expect(before[parents[slot]!]).toHaveLength(from);
      const added = sequences[row]!.slice(from, to);
      tokens += added.length;
      return [...before[parents[slot]!]!, ...added];
    });
    for (const one of now) ends.set(one.join(), (ends.get(one.join()) ?? 0) + 1);
    before = now;
  }
  return { ends, tokens };
}

describe('sequences that begin alike', () => {
  it('feeds every sequence whole, once, with its own beginning', () => {
    const rng = createRng(1, 'sequences');
    for (let sample = 0; sample < 200; sample++) {
      const sequences = Array.from({ length: 1 + (rng.uint32() % 20) }, () =>
        Array.from({ length: 1 + (rng.uint32() % 9) }, () => rng.uint32() % 3),
      ).sort(compareSequences);
      const { ends } = fedThrough(sequences);
      for (const sequence of sequences) expect(ends.get(sequence.join())).toBe(1);
    }
  });

  it('feeds long beginnings that all share but once', () => {
    const shared = Array.from({ length: 12 }, (_, k) => k);
    const sequences = Array.from({ length: 50 }, (_, k) => [...shared, 100 + k, 7]).sort(compareSequences);
    expect(fedThrough(sequences).tokens).toBe(12 + 50 * 2);
  });

  it('feeds in one call what differs from the first token on', () => {
    const sequences = Array.from({ length: 20 }, (_, k) => [k, 1, 2, 3]).sort(compareSequences);
    expect(prefixStages([4, 4, 4], commonPrefixes(sequences.slice(0, 3)))).toEqual([
      { from: 0, to: 4, rows: [0, 1, 2], parents: [0, 0, 0] },
    ]);
  });

  it('has no calls for no sequences', () => {
    expect(prefixStages([], [])).toEqual([]);
  });
});
