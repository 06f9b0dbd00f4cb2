// How long reading takes: `npx tsx training/words/measure.ts`. CPU time of this process, which other work on the
// machine can only make longer.
import { readFileSync } from 'node:fs';
import { loadBundle } from '../../src/engine/bundle/bundle.js';
import { createPromptReader } from '../../src/engine/words/prompt-reader.js';

const LETTERS = 400;

function cpuMs(work: () => void): number {
  const start = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

/** The prompts of the tests, every third one later than the others, joined to prompts of 400 characters. */
function chunks(isLate: boolean): string[] {
  const rows = readFileSync(new URL('../../test/unit/engine/words/prompts.tsv', import.meta.url), 'utf8').split('\n');
  const text = rows.filter((row, k) => row !== '' && (k % 3 === 0) === isLate).map((row) => row.split('\t')[0]!.split('|')[0]!);
  const joined = text.join(', ');
  return Array.from({ length: Math.floor(joined.length / LETTERS) }, (_, k) => joined.slice(k * LETTERS, (k + 1) * LETTERS));
}

const reader = createPromptReader(await loadBundle('models/stickers'));
const show = (name: string, ms: number) => process.stdout.write(`${name}: ${ms.toFixed(1)} ms\n`);
show('tables and first prompt', cpuMs(() => reader.read('a happy cat wearing a crown')));
const early = chunks(false);
show(`the first prompts of ${LETTERS} characters, each`, cpuMs(() => early.map((prompt) => reader.read(prompt))) / early.length);
const times = chunks(true).map((prompt) => cpuMs(() => reader.read(prompt))).sort((a, b) => a - b);
show('later ones never read before, median', times[times.length >> 1]!);
show('the same, longest', times.at(-1)!);
show('39,000 characters of 猫', cpuMs(() => reader.read('猫'.repeat(39_000))));
show('one word of 39,000 letters', cpuMs(() => reader.read('blorp'.repeat(7800))));
