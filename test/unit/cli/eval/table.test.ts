import { describe, expect, it } from 'vitest';
import type { ResultRow } from '../../../../src/cli/eval/results.js';
import { COLUMNS, markdownTable, summarise } from '../../../../src/cli/eval/table.js';

const row = (method: ResultRow['method'], guidance: number, seed: number, value: number): ResultRow => {
  const scores = Object.fromEntries(COLUMNS.map(({ score }) => [score, value])) as ResultRow['scores'];
  return { method, guidance, seed, steps: 12, scores };
};

describe('summarise', () => {
  it('takes mean and sample standard deviation over the seeds', () => {
    const [first, second] = summarise([row('kaleido', 4, 1, 2), row('kaleido', 4, 2, 4), row('kaleido', 7, 1, 9)]);
    expect(first).toMatchObject({ method: 'kaleido', guidance: 4, seeds: 2, mean: { vendi: 3 } });
    expect(first?.deviation.vendi).toBeCloseTo(Math.SQRT2, 9);
    expect(second).toMatchObject({ guidance: 7, seeds: 1, mean: { vendi: 9 }, deviation: { vendi: 0 } });
  });
});

describe('markdownTable', () => {
  it('has a row for each summary and no spread of a single seed', () => {
    const lines = markdownTable(
      summarise([row('baseline', 1, 1, 2), row('kaleido', 1, 1, 3), row('kaleido', 1, 2, 3)]),
    ).split('\n');
    expect(lines).toHaveLength(4);
    expect(lines[2]).toContain('| baseline | 1 | 12 | 2.00 | 2.000 |');
    expect(lines[3]).toContain('3.00 ± 0.00');
  });
});
