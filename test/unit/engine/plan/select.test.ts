import { determinant, Matrix } from 'ml-matrix';
import { describe, expect, it } from 'vitest';
import { createRng } from '../../../../src/engine/basics/rng.js';
import { selectDiverse } from '../../../../src/engine/plan/select.js';

/** I + A·Aᵀ: with eigenvalues ≥ 1 log det is monotone, as the greedy bound asks. */
function randomKernel(size: number, seed: number): number[][] {
  const features = Matrix.from1DArray(size, 3, [...createRng(seed, 'select-test').gaussian(size * 3)]);
  return Matrix.add(Matrix.eye(size), features.mmul(features.transpose())).to2DArray();
}

function logDet(kernel: number[][], quality: number[], subset: number[]): number {
  const rows = subset.map((i) => subset.map((j) => kernel[i]![j]! * Math.exp(quality[i]! + quality[j]!)));
  return Math.log(determinant(new Matrix(rows)));
}

function subsets(size: number, count: number, from = 0): number[][] {
  if (count === 0) return [[]];
  return Array.from({ length: size - from }, (_, k) => from + k).flatMap((first) =>
    subsets(size, count - 1, first + 1).map((rest) => [first, ...rest]),
  );
}

describe('selectDiverse', () => {
  it.each(Array.from({ length: 20 }, (_, seed) => seed))(
    'reaches 1 − 1/e of the best log-determinant that brute force finds (kernel %i)',
    (seed) => {
      const kernel = randomKernel(7, seed);
      const even = new Array<number>(7).fill(0);
      const chosen = selectDiverse(kernel, even, 3);
      const best = Math.max(...subsets(7, 3).map((subset) => logDet(kernel, even, subset)));
      expect(new Set(chosen).size).toBe(3);
      expect(logDet(kernel, even, chosen)).toBeGreaterThanOrEqual((1 - 1 / Math.E) * best);
    },
  );

  it.each([0, 1, 2, 3, 4])('picks just what naive greedy search picks, quality included (kernel %i)', (seed) => {
    const kernel = randomKernel(8, seed);
    const quality = [...createRng(seed, 'select-quality').gaussian(8)];
    const naive: number[] = [];
    while (naive.length < 4) {
      const rest = [...kernel.keys()].filter((i) => !naive.includes(i));
      rest.sort((a, b) => logDet(kernel, quality, [...naive, b]) - logDet(kernel, quality, [...naive, a]));
      naive.push(rest[0]!);
    }
    expect(selectDiverse(kernel, quality, 4)).toEqual(naive);
  });

  it('prefers different items to copies, and takes copies by quality when nothing else is left', () => {
    const groups = [0, 0, 1, 0];
    const kernel = groups.map((a) => groups.map((b) => (a === b ? 1 : 0)));
    expect(selectDiverse(kernel, [0, -1, -5, -0.5], 4)).toEqual([0, 2, 3, 1]);
  });

  it('takes a repeat only where others are worse by more than it costs', () => {
    const eye = [
      [1, 0, 0],
      [0, 1, 0],
      [0, 0, 1],
    ];
    const repeats = (i: number, j: number) => (i + j === 1 ? 1 : 0);
    expect(selectDiverse(eye, [2, 1.5, 0.6], 3, repeats)).toEqual([0, 2, 1]);
    expect(selectDiverse(eye, [2, 1.5, 0.4], 3, repeats)).toEqual([0, 1, 2]);
  });

  it('lets quality decide between equally different items', () => {
    const kernel = [
      [1, 0, 0],
      [0, 1, 0],
      [0, 0, 1],
    ];
    expect(selectDiverse(kernel, [-2, -1, -3], 2)).toEqual([1, 0]);
  });
});
