import { mean } from '../../engine/metrics/index.js';
import type { ResultRow } from './results.js';

/** The columns, in order: a score, its heading, its digits and whether more of it is better. */
export const COLUMNS = [
  { score: 'frechetDistance', heading: 'FD', digits: 2, better: 'lower' },
  { score: 'precision', heading: 'precision', digits: 3, better: 'higher' },
  { score: 'recall', heading: 'recall', digits: 3, better: 'higher' },
  { score: 'density', heading: 'density', digits: 3, better: 'higher' },
  { score: 'coverage', heading: 'coverage', digits: 3, better: 'higher' },
  { score: 'mss', heading: 'MSS', digits: 3, better: 'lower' },
  { score: 'mssWithSelf', heading: 'MSS with itself', digits: 3, better: 'lower' },
  { score: 'vendi', heading: 'Vendi', digits: 2, better: 'higher' },
  { score: 'fidelity', heading: 'fidelity', digits: 3, better: 'higher' },
  { score: 'promptSimilarity', heading: 'similarity', digits: 3, better: 'higher' },
] as const;

/** Mean and standard deviation over the seeds of one method, guidance scale and number of steps. */
export interface Summary extends Pick<ResultRow, 'method' | 'guidance' | 'steps'> {
  seeds: number;
  mean: ResultRow['scores'];
  /** With n − 1; 0 for a single seed. */
  deviation: ResultRow['scores'];
}

/** One summary for each method, guidance scale and number of steps, in the order of the rows. */
export function summarise(rows: readonly ResultRow[]): Summary[] {
  const groups = new Map<string, ResultRow[]>();
  for (const row of rows) {
    const key = JSON.stringify([row.method, row.guidance, row.steps]);
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return [...groups.values()].map((group) => {
    const { method, guidance, steps } = group[0]!;
    const over = (statistic: (values: number[]) => number) => {
      const entries = COLUMNS.map(({ score }) => [score, statistic(group.map(({ scores }) => scores[score]))]);
      return Object.fromEntries(entries) as ResultRow['scores'];
    };
    return { method, guidance, steps, seeds: group.length, mean: over(mean), deviation: over(deviation) };
  });
}

/** A Markdown table, a row each summary: mean ± standard deviation. */
export function markdownTable(summaries: readonly Summary[]): string {
  const head = ['method', 'guidance', 'steps', ...COLUMNS.map(({ heading }) => heading)];
  const lines = summaries.map(({ method, guidance, steps, seeds, mean, deviation }) => [
    method,
    String(guidance),
    String(steps),
    ...COLUMNS.map(({ score, digits }) => {
      const spread = seeds > 1 ? ` ± ${deviation[score].toFixed(digits)}` : '';
      return `${mean[score].toFixed(digits)}${spread}`;
    }),
  ]);
  return [head, head.map(() => '---'), ...lines].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

function deviation(values: readonly number[]): number {
  if (values.length < 2) return 0;
  const centre = mean(values);
  return Math.sqrt(values.reduce((sum, value) => sum + (value - centre) ** 2, 0) / (values.length - 1));
}
