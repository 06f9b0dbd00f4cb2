import { describe, expect, it } from 'vitest';
import { createRng } from '../../../../src/engine/basics/rng.js';

function moment(values: Float32Array, power: number): number {
  return values.reduce((sum, value) => sum + value ** power, 0) / values.length;
}

describe('createRng', () => {
  it('repeats a stream for the same seed, purpose and index', () => {
    expect(createRng(7, 'noise', 3).gaussian(5)).toEqual(createRng(7, 'noise', 3).gaussian(5));
  });

  it('keeps to the recorded first draws, so that a seed paints the same picture in every release', () => {
    const rng = createRng(7, 'initial-noise', 64);
    expect([rng.uniform(), rng.uint32()]).toMatchInlineSnapshot(`
      [
        0.8634365693417286,
        1674355450,
      ]
    `);
  });

  it.each([
    ['seed', createRng(8, 'noise', 3)],
    ['purpose', createRng(7, 'plan', 3)],
    ['index', createRng(7, 'noise', 4)],
  ])('gives an unrelated stream for another %s', (_, other) => {
    const a = createRng(7, 'noise', 3).gaussian(4000);
    const b = other.gaussian(4000);
    const correlation = a.reduce((sum, value, k) => sum + value * b[k]!, 0) / a.length;
    // Three standard deviations of the mean of 4000 products of independent normals.
    expect(Math.abs(correlation)).toBeLessThan(3 / Math.sqrt(4000));
  });

  it('draws uniforms of [0, 1) with mean 1/2', () => {
    const rng = createRng(1, 'test');
    const draws = Float32Array.from({ length: 20_000 }, () => rng.uniform());
    expect(Math.min(...draws)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...draws)).toBeLessThan(1);
    expect(moment(draws, 1)).toBeCloseTo(0.5, 2);
  });

  it.each([20_000, 20_001])('draws %i gaussians with the moments of N(0, 1)', (length) => {
    const draws = createRng(2, 'test').gaussian(length);
    expect(draws).toHaveLength(length);
    expect(Math.abs(moment(draws, 1))).toBeLessThan(0.03);
    expect(Math.abs(moment(draws, 2) - 1)).toBeLessThan(0.04);
    expect(Math.abs(moment(draws, 4) - 3)).toBeLessThan(0.3);
  });
});
