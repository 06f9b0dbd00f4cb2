import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseResults } from '../../src/cli/eval/results.js';
import { decodePng } from '../../src/images/sharp.js';
import { run, TINY_BUNDLE } from './command-line.js';

const SMALL = [
  '--prompt-count',
  '2',
  '--per-prompt',
  '4',
  '--steps',
  '1',
  '--evaluator',
  'test/fixtures/evaluator-tiny',
];
let dir: string;

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'kaleido-eval-'));
});
afterAll(() => rm(dir, { recursive: true }));

async function results(folder: string) {
  const path = join(folder, 'results.json');
  return parseResults(path, await readFile(path, 'utf8'));
}

describe('kaleido eval', () => {
  it('scores every method at every guidance scale, and paints nothing twice', async () => {
    const out = join(dir, 'all');
    const alone = ['eval', ...SMALL, '--seeds', '1', '--out', out];
    const words = [...alone, '--baseline', TINY_BUNDLE, '--sheet-prompts', 'a cat,two stars'];
    const methods = 'baseline,baseline-cads,kaleido,kaleido-cads,kaleido-planner';
    const first = await run([...words, '--methods', methods, '--guidances', '1']);
    expect(first.stderr).toBe('');
    const before = await results(out);
    expect(before.rows.map(({ method }) => method)).toEqual(methods.split(','));
    for (const { scores } of before.rows) {
      expect(scores.vendi).toBeGreaterThanOrEqual(1);
      expect(scores.vendi).toBeLessThanOrEqual(4);
      expect(scores.frechetDistance).toBeGreaterThan(0);
      for (const value of Object.values(scores)) expect(Number.isFinite(value)).toBe(true);
    }
    // Latents and their plans make pictures differ; the untrained baseline's network has noise alone.
    const vendi = Object.fromEntries(before.rows.map(({ method, scores }) => [method, scores.vendi]));
    expect(vendi.kaleido).toBeGreaterThan(vendi.baseline!);

    // Rows of a baseline stay where a later run has none.
    const second = await run([...alone, '--methods', 'kaleido', '--guidances', '1,4']);
    expect(second.exitCode).toBe(0);
    const after = await results(out);
    expect(after.rows.slice(0, 5)).toEqual(before.rows);
    expect(after.rows.slice(5).map(({ method, guidance }) => [method, guidance])).toEqual([['kaleido', 4]]);
    expect(second.stdout).toContain('| kaleido | 4 |');
    for (const file of ['curves.png', 'sheet.png']) {
      const { image } = await decodePng(await readFile(join(out, file)));
      expect(new Set(image.data).size).toBeGreaterThan(16);
    }
  });

  it('says what is missing or does not fit', async () => {
    const { exitCode, stderr } = await run(['eval', ...SMALL, '--methods', 'baseline', '--out', join(dir, 'none')]);
    expect(exitCode).not.toBe(0);
    expect(stderr).toContain('--baseline');
    const other = await run(['eval', ...SMALL, '--per-prompt', '5', '--seeds', '1', '--out', join(dir, 'all')]);
    expect(other.stderr).toContain('other models, prompts or settings');
    const few = await run(['eval', ...SMALL, '--prompt-count', '1', '--seeds', '1', '--out', join(dir, 'few')]);
    expect(few.stderr).toContain('4 real ones');
    const odd = await run(['eval', ...SMALL, '--methods', 'magic']);
    expect(odd.stderr).toContain('kaleido-planner');
  });
});
