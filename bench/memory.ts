import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { access, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { pathToFileURL } from 'node:url';
import type { Section } from './section.js';
import { CELLS, PROMPT, ROOT, type Setup } from './setup.js';
import { summarise } from './timing.js';

const MAIN = join(ROOT, 'dist', 'src', 'main.js');
const REPORT_PEAK = pathToFileURL(join(ROOT, 'bench', 'report-peak.mjs')).href;
const SECONDS_AIM = 5;
const MEGABYTES_AIM = 650;

/** Peak memory of one `kaleido imagine`, and the time from starting the process until its picture is there. */
export async function memory({ bundle, threads, rounds }: Setup): Promise<Section> {
  await access(MAIN).catch((cause: unknown) => {
    throw new Error('There is no dist/src/main.js: run `npm run build` first.', { cause });
  });
  const folder = await mkdtemp(join(tmpdir(), 'kaleido-bench-'));
  const seconds: number[] = [];
  const megabytes: number[] = [];
  try {
    const options = ['--bundle', bundle.dir, '--threads', String(threads), '--out', join(folder, 'grid.png')];
    // Round 0 fills the disk's cache.
    for (let round = 0; round <= rounds; round++) {
      const run = await runOnce(['imagine', PROMPT, '--count', String(CELLS), '--seed', String(round), ...options]);
      if (round === 0) continue;
      seconds.push(run.seconds);
      megabytes.push(run.bytes / 1e6);
    }
  } finally {
    await rm(folder, { recursive: true });
  }
  const time = summarise(seconds);
  const peak = summarise(megabytes);
  return {
    name: 'memory',
    title: 'One `kaleido imagine`, from nothing to a picture',
    rows: [
      { what: 'seconds from process start to the grid', median: time.median, least: time.min, aim: `≤ ${SECONDS_AIM}` },
      { what: 'peak memory (RSS), MB', median: peak.median, least: peak.min, aim: `≤ ${MEGABYTES_AIM}` },
    ],
    notes: [
      `${CELLS} cells, default settings, ${threads} threads, ${rounds} processes one after the other. ` +
        'The time goes on until the process has ended.',
    ],
  };
}

async function runOnce(words: readonly string[]): Promise<{ seconds: number; bytes: number }> {
  const start = performance.now();
  const child = spawn(process.execPath, ['--import', REPORT_PEAK, MAIN, ...words], {
    stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
  });
  const [, , stderr, report] = child.stdio;
  const [said, bytes, [code]] = await Promise.all([
    text(stderr!),
    text(report as NodeJS.ReadableStream),
    once(child, 'exit'),
  ]);
  if (code !== 0) throw new Error(`kaleido imagine ended with code ${code}: ${said}`);
  return { seconds: (performance.now() - start) / 1000, bytes: Number(bytes) };
}
