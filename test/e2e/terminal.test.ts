import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readMetadata } from '../../src/images/metadata.js';
import { TINY_BUNDLE } from './command-line.js';
import { pipeToTerminal } from './support/terminal-chat.js';

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

/** Everything is kept between calls. */
const pipe = (...lines: string[]) => pipeToTerminal(lines, { cwd: ROOT, dataDir: folder, bundle: TINY_BUNDLE });

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
