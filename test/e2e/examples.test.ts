import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { de, en } from '../../examples/command/texts.js';
import { decodeLatentCode } from '../../src/engine/codes/index.js';
import { readMetadata } from '../../src/images/index.js';
import { TINY_BUNDLE } from './command-line.js';
import { type ChangedTree, copyTree } from './support/changed-tree.js';

const run = promisify(execFile);
const ROOT = fileURLToPath(new URL('../..', import.meta.url));
/** Milliseconds: a whole installation starts, paints and stops, on a machine that may be busy. */
const TEST_MS = 300_000;

it('every example is tried here', async () => {
  expect((await readdir(join(ROOT, 'examples'))).sort()).toEqual(['README.md', 'command', 'library.ts']);
});

describe('the library', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'kaleido-example-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('draws plans that differ, and two more that keep boxes in other colours', async () => {
    const out = join(folder, 'grid.png');
    const words = ['--import', 'tsx', 'examples/library.ts', 'a cat and a pizza', out, TINY_BUNDLE];
    const { stdout } = await run(process.execPath, words, { cwd: ROOT });
    expect(stdout.match(/cat.*beside.*pizza/g)).toHaveLength(4);
    const { cells, prompt } = await readMetadata(await readFile(out));
    expect(prompt).toBe('a cat and a pizza');
    const [first, , , , ...recoloured] = cells.map(({ latents }) => decodeLatentCode(latents).latents);
    expect(recoloured).toHaveLength(2);
    for (const { boxes, palette } of recoloured) {
      expect(boxes).toEqual(first?.boxes);
      expect(palette).not.toEqual(first?.palette);
      expect(palette).toHaveLength(2);
    }
  });
});

describe('a command', () => {
  let tree: ChangedTree;
  beforeAll(async () => {
    tree = await copyTree();
    // The steps that examples/README.md names.
    await tree.put('examples/command/surprise.ts', 'commands/surprise.ts');
    await tree.insert(
      'commands/index.ts',
      /^import .* from '\.\/things\.js'/m,
      "import { surprise } from './surprise.js';\n",
    );
    await tree.insert('commands/index.ts', /^ +help,$/m, 'surprise,\n');
    for (const [language, texts] of Object.entries({ en, de })) {
      const lines = Object.entries(texts).map(([key, text]) => `'${key}': ${JSON.stringify(text)},\n`);
      await tree.insert(`src/chat/i18n/${language}/commands.ts`, /^ +'command\.reroll'/m, lines.join(''));
    }
  });
  afterAll(() => tree?.remove());

  it('explains itself, draws what fits, and says when nothing does', { timeout: TEST_MS }, async () => {
    const { exitCode, stdout, stderr } = await tree.chat(
      'help',
      'help surprise',
      'surprise --among hat',
      'surprise --among qqqqq',
      'history',
    );
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    expect(stdout).toContain(`/surprise – ${en['command.surprise']}`);
    expect(stdout).toContain(`--among  ${en['option.surprise.among']}`);
    expect(stdout).toMatch(/“top hat”, \d pictures, done/);
    expect(stdout).toMatch(/qqqqq/);
  });
});
