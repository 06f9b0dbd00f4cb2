import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { run } from './command-line.js';

const PRELOADED = new URL('../fixtures/loaded-modules.mjs', import.meta.url).href;

/** What only services need. */
const OF_SERVICES = [
  '@aws-sdk/client-s3',
  '@prisma/adapter-pg',
  '@prisma/client',
  '@slack/bolt',
  'bullmq',
  'discord.js',
  'ioredis',
  'luxon',
  'obscenity',
  'pg',
  'pino',
  'prom-client',
  'undici',
];

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kaleido-start-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** Packages that a command loads, and folders of ours. */
async function loadedBy(...words: string[]): Promise<{ packages: string[]; ours: string[] }> {
  const file = join(folder, `${words[0]}.txt`);
  const environment = { LOADED_MODULES: file, NODE_OPTIONS: `--import ${PRELOADED}` };
  const { exitCode, stderr } = await run(words, environment);
  expect(exitCode, stderr).toBe(0);
  const urls = (await readFile(file, 'utf8')).split('\n');
  const found = (pattern: RegExp) => [...new Set(urls.flatMap((url) => pattern.exec(url)?.[1] ?? []))].sort();
  return {
    packages: found(/.*\/node_modules\/((?:@[^/]+\/)?[^/]+)/).filter((name) => !['tsx', 'esbuild'].includes(name)),
    ours: found(/^(?!.*\/node_modules\/).*\/((?:src|commands)(?:\/[^/]+)*)\/[^/]+$/),
  };
}

it('help loads no library but those that read a command line and count', async () => {
  const { packages, ours } = await loadedBy('--help');
  expect(packages).toEqual(['commander', 'pure-rand']);
  expect(ours).toContain('src/cli');
});

it('a picture needs nothing of stores, queues, platforms, nor of the rules of a chat', async () => {
  const { packages, ours } = await loadedBy('imagine', 'rocket', '--count', '1', '--out', join(folder, 'grid.png'));
  expect(packages).toEqual(expect.arrayContaining(['onnxruntime-node', 'zod']));
  expect(packages.filter((name) => OF_SERVICES.includes(name))).toEqual([]);
  // Only who looks at a picture in a window needs what draws it there.
  expect(packages).not.toContain('terminal-image');
  expect(ours).toEqual(expect.arrayContaining(['src/core/prompts', 'src/engine/pipeline']));
  const unwanted =
    /^src\/(?:app|store|jobs|worker|network|core\/(?:access|policy|quota|grids|requests|things|work)|platforms\/(?:discord|slack)(?!\/offered))(?:\/|$)/;
  expect(ours.filter((name) => unwanted.test(name))).toEqual([]);
});
