import { describe, expect, it } from 'vitest';
import { latentDiff } from '../../../../src/core/contents/diff.js';
import { cellLike, generationLike } from '../support/examples.js';

const parent = generationLike({
  cells: [cellLike(0, { description: 'a cat', tokens: [1, 2] }), cellLike(1, { description: 'a dog', tokens: [3] })],
});
const cells = [
  cellLike(0, { description: 'a cat', tokens: [1, 9] }),
  cellLike(1, { tokens: [3], palette: [{ colour: '#ffffff', share: 1 }] }),
  cellLike(2, { description: 'a bird' }),
];

describe('latentDiff', () => {
  it('names the kinds that a reroll changed, brought or took away', () => {
    expect(latentDiff(generationLike({ origin: 'reroll', cells }), parent)).toEqual([
      ['tokens'],
      ['description', 'palette'],
      [],
    ]);
  });

  it.each(['variations', 'paint', 'replay'] as const)(
    'compares no cells after %s, where numbers mean others',
    (origin) => {
      expect(latentDiff(generationLike({ origin, cells }), parent)).toEqual([[], [], []]);
    },
  );
});
