import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openResults, type ResultRow, type ResultSettings, writeResults } from '../../../../src/cli/eval/results.js';
import { COLUMNS } from '../../../../src/cli/eval/table.js';

const SETTINGS: ResultSettings = {
  bundle: 'b1',
  evaluator: 'e1',
  prompts: ['a cat'],
  perPrompt: 4,
  sampler: 'ddim',
  guidanceRule: 'cfg',
  guidanceInterval: [0, 1],
  cadsScale: 0.25,
  real: 6,
};
const scores = Object.fromEntries(COLUMNS.map(({ score }) => [score, 1])) as ResultRow['scores'];
const ROWS: ResultRow[] = [{ method: 'kaleido', guidance: 4, seed: 1, steps: 12, scores }];
let dir: string;

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'kaleido-results-'));
});
afterAll(() => rm(dir, { recursive: true }));

describe('openResults', () => {
  it('goes on with an earlier run of the same settings', async () => {
    expect(await openResults(join(dir, 'new'), SETTINGS)).toEqual({ settings: SETTINGS, rows: [] });
    await writeResults(join(dir, 'same'), { settings: SETTINGS, rows: ROWS });
    expect((await openResults(join(dir, 'same'), { ...SETTINGS })).rows).toEqual(ROWS);
  });

  it('takes a baseline up, keeps it, and does not change it for another', async () => {
    const folder = join(dir, 'baseline');
    await writeResults(folder, { settings: SETTINGS, rows: ROWS });
    const added = await openResults(folder, { ...SETTINGS, baseline: 'p1' });
    expect(added).toEqual({ settings: { ...SETTINGS, baseline: 'p1' }, rows: ROWS });
    await writeResults(folder, added);
    expect(await openResults(folder, SETTINGS)).toEqual(added);
    await expect(openResults(folder, { ...SETTINGS, baseline: 'p2' })).rejects.toMatchObject({ code: 'bad_option' });
  });

  it.each([{ bundle: 'b2' }, { evaluator: 'e2' }, { sampler: 'ddpm' as const }, { prompts: ['a dog'] }])(
    'refuses a run of other settings: %j',
    async (other) => {
      const folder = join(dir, 'other');
      await writeResults(folder, { settings: SETTINGS, rows: ROWS });
      await expect(openResults(folder, { ...SETTINGS, ...other })).rejects.toMatchObject({ code: 'bad_option' });
    },
  );
});
