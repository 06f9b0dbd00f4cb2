import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { reserveOutput } from '../../../../src/cli/output/output-file.js';
import { type ImageRecord, readMetadata } from '../../../../src/images/metadata.js';
import { decodePng } from '../../../../src/images/sharp.js';
import { renderSingle } from '../../../../src/images/single.js';
import { wordsOf } from '../../../support/words-of.js';
import { solid } from '../../images/solid.js';

const RECORD: ImageRecord = {
  software: 'kaleido 0.1.0',
  bundle: { name: 'stickers', version: '0.1.0', hash: 'f00d' },
  prompt: 'a cat & <a dog>',
  settings: { seed: 1 },
  cells: [{ latents: 'abc', seed: 7 }],
};
let PNG: Buffer;
let dir: string;
beforeAll(async () => {
  PNG = await renderSingle(solid(64, [10, 200, 30, 128]), RECORD);
});
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'kaleido-'));
});
afterEach(() => rm(dir, { recursive: true }));

describe('reserveOutput', () => {
  it('writes the whole file, making folders on the way, and leaves nothing else behind', async () => {
    const output = await reserveOutput(join(dir, 'a', 'b', 'grid.png'));
    await output.writePicture(PNG);
    await output.discard();
    expect(await readFile(output.path)).toEqual(PNG);
    expect(await readdir(join(dir, 'a', 'b'))).toEqual(['grid.png']);
  });

  it('leaves an older file alone until the new one is whole', async () => {
    const path = join(dir, 'grid.png');
    await writeFile(path, 'old');
    const output = await reserveOutput(path);
    expect(await readFile(path, 'utf8')).toBe('old');
    await output.discard();
    expect(await readdir(dir)).toEqual(['grid.png']);
    expect(await readFile(path, 'utf8')).toBe('old');
  });

  it('refuses a folder’s name', async () => {
    await mkdir(join(dir, 'grid.png'));
    await expect(reserveOutput(join(dir, 'grid.png'))).rejects.toMatchObject({ code: 'unwritable_output' });
    expect(await readdir(dir)).toEqual(['grid.png']);
  });

  it.each([
    ['grid.PNG', 'png'],
    ['grid.jpg', 'jpeg'],
    ['grid.jpeg', 'jpeg'],
    ['grid.webp', 'webp'],
  ])('writes %s as %s, with the record of how it came about', async (name, format) => {
    const output = await reserveOutput(join(dir, name));
    await output.writePicture(PNG);
    const file = await readFile(output.path);
    const begins = { png: '\x89PNG', jpeg: '\xff\xd8\xff', webp: 'RIFF' }[format]!;
    expect(file.toString('latin1').startsWith(begins)).toBe(true);
    expect(await readMetadata(file)).toEqual(RECORD);
    expect((await decodePng(file)).image.width).toBe(512);
  });

  it.each(['grid', 'grid.gif', 'grid.png.', 'grid.constructor', '.png'])(
    'refuses %s, saying what it writes',
    async (name) => {
      expect(await wordsOf(() => reserveOutput(join(dir, name)))).toMatch(
        /^bad_option: .*which stands for no picture\.\nName a file that ends in \.png, \.jpg, \.jpeg, \.webp/,
      );
      expect(await readdir(dir)).toEqual([]);
    },
  );

  it.each(['/proc/kaleido/a/b/grid.png', '/proc/self/grid.png', '/dev/null/grid.png'])(
    'refuses %s, where nothing can be made, at once',
    async (path) => {
      await expect(reserveOutput(path)).rejects.toMatchObject({ code: 'unwritable_output' });
    },
  );

  it('refuses what is no file but a pipe', async () => {
    const pipe = join(dir, 'grid.png');
    execFileSync('mkfifo', [pipe]);
    await expect(reserveOutput(pipe)).rejects.toMatchObject({ code: 'unwritable_output' });
    expect(await readdir(dir)).toEqual(['grid.png']);
  });

  it('refuses a path through a file', async () => {
    await writeFile(join(dir, 'file'), '');
    await expect(reserveOutput(join(dir, 'file', 'grid.png'))).rejects.toMatchObject({ code: 'unwritable_output' });
  });
});
