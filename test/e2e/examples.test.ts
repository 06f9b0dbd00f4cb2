import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import * as surprise from '../../examples/command/texts.js';
import * as focus from '../../examples/latent-kind/texts.js';
import { decodeLatentCode } from '../../src/engine/codes/index.js';
import { readMetadata } from '../../src/images/index.js';
import { run as runKaleido, TINY_BUNDLE } from './command-line.js';
import { type ChangedTree, copyTree } from './support/changed-tree.js';

const run = promisify(execFile);
const ROOT = fileURLToPath(new URL('../..', import.meta.url));
/** Milliseconds: a whole installation starts, paints and stops, on a machine that may be busy. */
const TEST_MS = 300_000;

it('every example is tried here', async () => {
  expect((await readdir(join(ROOT, 'examples'))).sort()).toEqual([
    'README.md',
    'command',
    'latent-kind',
    'library.ts',
    'painter',
  ]);
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

describe('a painter of one file', () => {
  const PAINTER = { KALEIDO_PAINTER: 'module', KALEIDO_PAINTER_MODULE: 'examples/painter/dabs.ts' };

  it('paints on the command line, where nothing of ours was changed for it, and its pictures say so', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'kaleido-example-'));
    const out = join(folder, 'grid.png');
    try {
      const painted = await runKaleido(['imagine', 'a cat and a pizza', '--out', out, '--seed', '7'], PAINTER);
      expect(painted).toMatchObject({ exitCode: 0, stderr: '' });
      expect((await readMetadata(await readFile(out))).painter).toMatchObject({ name: 'example', model: 'dabs' });
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });

  it('is looked at by the doctor, who says what is wrong with one that is not there', async () => {
    const { stdout } = await runKaleido(['doctor'], PAINTER);
    expect(stdout).toMatch(/✔ painter example: dabs, 512 pixels/);
    const { stdout: missing } = await runKaleido(['doctor'], { ...PAINTER, KALEIDO_PAINTER_MODULE: 'none.js' });
    expect(missing).toMatch(/✖ No painter can be had of none\.js: Cannot find module/);
  });
});

describe('in a copy of the sources', () => {
  let tree: ChangedTree;
  beforeEach(async () => {
    tree = await copyTree();
  });
  afterEach(() => tree?.remove());

  /** Adds texts in front of a key. */
  async function addTexts(file: string, before: RegExp, languages: Readonly<Record<string, object>>): Promise<void> {
    for (const [language, texts] of Object.entries(languages)) {
      const lines = Object.entries(texts).map(([key, text]) => `'${key}': ${JSON.stringify(text)},\n`);
      await tree.insert(`src/chat/i18n/${language}/${file}`, before, lines.join(''));
    }
  }

  it('a command explains itself, draws what fits, and says when nothing does', { timeout: TEST_MS }, async () => {
    // The steps that examples/README.md names.
    await tree.put('examples/command/surprise.ts', 'commands/surprise.ts');
    await tree.insert(
      'commands/index.ts',
      /^import .* from '\.\/things\/index\.js'/m,
      "import { surprise } from './surprise.js';\n",
    );
    await tree.insert('commands/index.ts', /^ +help,$/m, 'surprise,\n');
    await addTexts('commands.ts', /^ +'command\.reroll'/m, { en: surprise.en, de: surprise.de });

    const lines = ['help', 'help surprise', 'surprise', 'surprise --among hat', 'surprise --among qqqqq', 'history'];
    const { exitCode, stdout, stderr } = await tree.chat(TINY_BUNDLE, lines);
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    expect(stdout).toContain(`/surprise – ${surprise.en['command.surprise']}`);
    expect(stdout).toContain(`--among  ${surprise.en['option.surprise.among']}`);
    expect(stdout).toMatch(/“top hat”, \d pictures, done/);
    expect(stdout.match(/”, \d pictures, done/g)).toHaveLength(2);
    expect(stdout).toContain('I know nothing like “qqqqq”.');
  });

  it('a latent kind is sampled, pinned, edited and refused like any other', { timeout: TEST_MS }, async () => {
    await tree.put('examples/latent-kind/focus.ts', 'src/engine/latents/focus.ts');
    await tree.insert(
      'src/engine/latents/kinds.ts',
      /^import .* from '\.\/kind\.js'/m,
      "import { focus } from './focus.js';\n",
    );
    await tree.insert('src/engine/latents/kinds.ts', /^ +tokens,$/m, 'focus,\n');
    await tree.insert(
      'src/chat/text/latent-words.ts',
      /(?<=^ +tokens: \{.*\},\n)/m,
      "focus: { emoji: '🎯', emojiNames: ['dart'], line: 30, rank: 6 },\n",
    );
    await addTexts('latents.ts', /^ +'kind\.boxes'/m, { en: focus.en, de: focus.de });

    const bundle = await tree.bundle((manifest) => {
      // Of a model with random weights any id may begin any kind: this one's `blobs` are no kind any more, and theirs
      // begins ours.
      manifest.kinds = ['description', 'boxes', 'palette', 'focus', 'tokens'];
      manifest.vocabulary.starts = { ...manifest.vocabulary.starts, focus: manifest.vocabulary.starts.blobs! };
      delete manifest.vocabulary.starts.blobs;
    });
    const lines = [
      'a cat --count 2',
      'a cat --count 2 --pin focus=25%,75%',
      'latents edit 96,32 --kind focus --cell 1',
      'a cat --pin focus=everywhere',
    ];
    const { exitCode, stdout, stderr } = await tree.chat(bundle, lines);
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    const [sampled, pinned, edited, refused] = stdout.split(/^Next in line.*$|^(?=The focus)/m).slice(1);
    expect(sampled?.match(/🎯 (top|bottom|left|right|centre|(upper|lower) (left|right))$/gm)).toHaveLength(2);
    expect(pinned?.match(/🎯 lower left 📌$/gm)).toHaveLength(2);
    expect(edited?.match(/🎯 .* 📌$/gm)).toEqual(['🎯 upper right 📌', '🎯 lower left 📌']);
    expect(refused).toMatch(
      /^The focus cannot be used: "everywhere" is not written like that\. Write it such\s+as: 50%,40%\./,
    );
  });
});
