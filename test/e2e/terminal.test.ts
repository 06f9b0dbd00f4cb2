import { spawn } from 'node:child_process';
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readMetadata } from '../../src/images/metadata.js';
import { TINY_BUNDLE } from './command-line.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
/** Milliseconds: a whole installation starts, paints and stops, on a machine that may be busy. */
const TEST_MS = 300_000;

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kaleido-console-'));
  // Where the tests run as root, the embedded database runs as another user, who must get to its folder.
  await chmod(folder, 0o755);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Pipes lines into `kaleido up` without a token, whose chat is the terminal; everything is kept between calls. */
async function pipe(...lines: string[]): Promise<{ exitCode: number | null; stdout: string; stderr: string }> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/main.ts', 'up'], {
    cwd: ROOT,
    env: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      LANG: 'en_GB.UTF-8',
      KALEIDO_ENV_FILE: 'none',
      KALEIDO_DATA: folder,
      KALEIDO_BUNDLE: TINY_BUNDLE,
      KALEIDO_THREADS: '1',
    },
  });
  const text = { stdout: '', stderr: '' };
  child.stdout.setEncoding('utf8').on('data', (chunk) => {
    text.stdout += chunk;
  });
  child.stderr.setEncoding('utf8').on('data', (chunk) => {
    text.stderr += chunk;
  });
  child.stdin.end(lines.map((line) => `${line}\n`).join(''));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (exitCode) => resolve({ exitCode, ...text }));
  });
}

it(
  'a fresh user gets a grid in the terminal, rerolls it with a pin, and finds it again after a restart',
  async () => {
    const first = await pipe(
      'a cat and a pizza --count 2 --steps 2 --seed 7',
      '+🎨',
      'reroll',
      'a cat --varity 80',
      'history',
    );
    expect(first.stderr).toBe('');
    expect(first.exitCode).toBe(0);
    expect(first.stdout).toContain('did you mean “variety”');
    expect(first.stdout.match(/“a cat and a pizza”, 2 pictures, done/g)).toHaveLength(2);
    const palettes = [...first.stdout.matchAll(/^ {3}🎨 ([^📌\n]+?)(?: 📌)?$/gmu)].map(([, palette]) => palette);
    expect(palettes.slice(-2)).toEqual(palettes.slice(0, 2));

    const paths = [...first.stdout.matchAll(/^\S+\.png$/gm)].map(([path]) => path);
    expect(new Set(paths).size).toBe(2);
    const record = await readMetadata(await readFile(paths[0]!));
    expect(record).toMatchObject({ prompt: 'a cat and a pizza', settings: { seed: 7 } });

    const second = await pipe('show', 'latents code 1');
    expect(second.exitCode).toBe(0);
    expect(second.stdout).toContain('a cat and a pizza');
    expect(second.stdout).toMatch(/Made by +reroll/);
    expect(second.stdout).toMatch(/Picture 1 of \w{12}\. Use the code/);
  },
  TEST_MS,
);
