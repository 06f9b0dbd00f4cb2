import { describe, expect, it } from 'vitest';
import { vendiScore } from '../../../../src/engine/metrics/diversity.js';

const square = (n: number, entry: (i: number, j: number) => number) =>
  Array.from({ length: n }, (_, i) => Array.from({ length: n }, (_, j) => entry(i, j)));

describe('vendiScore', () => {
  it.each([1, 2, 4, 9])('is 1 for %i identical items', (n) => {
    expect(vendiScore(square(n, () => 1))).toBeCloseTo(1, 9);
  });

  it.each([1, 2, 4, 9])('is n for %i items with nothing in common', (n) => {
    expect(vendiScore(square(n, (i, j) => (i === j ? 1 : 0)))).toBeCloseTo(n, 9);
  });

  it('counts two pairs of copies as two', () => {
    expect(vendiScore(square(4, (i, j) => (i % 2 === j % 2 ? 1 : 0)))).toBeCloseTo(2, 9);
  });

  it('agrees with the eigenvalues (1 ± s)/2 of two items of similarity s', () => {
    const s = 0.6;
    const entropy = -0.8 * Math.log(0.8) - 0.2 * Math.log(0.2);
    expect(
      vendiScore([
        [1, s],
        [s, 1],
      ]),
    ).toBeCloseTo(Math.exp(entropy), 9);
  });
});
