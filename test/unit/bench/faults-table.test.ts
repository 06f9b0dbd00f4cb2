import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { SCENARIOS } from '../../../bench/faults/scenario.js';
import { isKnown, lineOf, putLine } from '../../../bench/faults/table.js';

const RIGHT = { recoveredMs: 4_210, startMs: 0, messages: 1, notes: 0, charged: 4, wrong: null };
const [KILLED, GATEWAY] = [
  { fault: 'bot killed', stage: 'painting' },
  { fault: 'gateway closed', stage: 'painting' },
] as const;

it('a line of the table is put where its fault stands, and takes the place of an older one', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'kaleido-table-'));
  const page = join(folder, 'page.md');
  await writeFile(page, 'Before.\n<!-- npm run faults: begin -->\n<!-- npm run faults: end -->\nAfter.\n');
  putLine(page, lineOf(GATEWAY, RIGHT));
  putLine(page, lineOf(KILLED, { ...RIGHT, recoveredMs: null }));
  putLine(page, lineOf(KILLED, { ...RIGHT, startMs: 1_500 }));
  const text = await readFile(page, 'utf8');
  expect(text.split('\n').filter((line) => line.includes('painting'))).toEqual([
    '| bot killed | painting | 4.2 | 1.5 | 1 | 0 | 4 |',
    '| gateway closed | painting | 4.2 | – | 1 | 0 | 4 |',
  ]);
  expect(text).toMatch(/^Before\.\n[\s\S]*\nAfter\.\n$/);
  expect([isKnown(page, KILLED), isKnown(page, { ...KILLED, stage: 'storing' })]).toEqual([true, false]);
  await rm(folder, { recursive: true });
});

it('no scenario is tried twice, and at least sixty are', () => {
  const names = SCENARIOS.map(({ fault, stage }) => `${fault}, ${stage}`);
  expect(new Set(names).size).toBe(names.length);
  expect(names.length).toBeGreaterThanOrEqual(60);
});
