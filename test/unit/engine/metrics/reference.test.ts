import { describe, expect, it } from 'vitest';
import { cosineKernel, meanSimilarity, vendiScore } from '../../../../src/engine/metrics/diversity.js';
import { frechetDistance } from '../../../../src/engine/metrics/frechet-distance.js';
import { densityCoverage, precisionRecall } from '../../../../src/engine/metrics/manifolds.js';
import { promptFidelity } from '../../../../src/engine/metrics/prompt-fidelity.js';
import { pickVectors, type Vectors } from '../../../../src/engine/metrics/vectors.js';
import reference from '../../../fixtures/metrics/reference.json' with { type: 'json' };

const { width, asked, values } = reference;
const vectors = (numbers: readonly number[]): Vectors => {
  return { data: Float64Array.from(numbers), count: numbers.length / width, width };
};
const [real, generated] = [vectors(reference.real), vectors(reference.generated)];
const upTo = (n: number) => [...Array(n).keys()];

/** Relative to the value: NumPy's and SciPy's answer by the papers' formulas (test/fixtures/metrics/reference.py). */
function expectClose(found: number, expected: number): void {
  expect(Math.abs(found - expected)).toBeLessThan(1e-4 * Math.max(1, Math.abs(expected)));
}

describe('metrics agree with the reference on stored arrays:', () => {
  it('Fréchet distance', () => {
    expectClose(frechetDistance(real, generated), values.frechetDistance);
    expectClose(frechetDistance(real, real), 0);
  });

  it('precision and recall', () => {
    const { precision, recall } = precisionRecall(real, generated);
    expectClose(precision, values.precision);
    expectClose(recall, values.recall);
    expect(precisionRecall(real, real)).toEqual({ precision: 1, recall: 1 });
  });

  it('density and coverage', () => {
    const { density, coverage } = densityCoverage(real, generated);
    expectClose(density, values.density);
    expectClose(coverage, values.coverage);
  });

  it('mean similarity and Vendi score', () => {
    const kernel = cosineKernel(pickVectors(generated, upTo(12)));
    const { others, withSelf } = meanSimilarity(kernel);
    expectClose(others, values.similarityOfOthers);
    expectClose(withSelf, values.similarityWithSelf);
    expectClose(vendiScore(kernel), values.vendi);
  });

  it('prompt fidelity', () => {
    const unit = (of: Vectors): Vectors => {
      const rows = upTo(of.count).map((i) => [...of.data.subarray(i * width, (i + 1) * width)]);
      const scaled = rows.map((row) => row.map((value) => value / Math.hypot(...row)));
      return vectors(scaled.flat());
    };
    const { top1, similarity } = promptFidelity(unit(generated), unit(pickVectors(real, upTo(10))), asked);
    expectClose(top1, values.top1);
    expectClose(similarity, values.promptSimilarity);
  });
});
