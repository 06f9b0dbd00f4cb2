import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { reserveOutput } from '../../../src/cli/output-file.js';

let dir: string;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'kaleido-'));
});
afterEach(() => rm(dir, { recursive: true }));

describe('reserveOutput', () => {
  it('writes the whole file, making folders on the way, and leaves nothing else behind', async () => {
    const output = await reserveOutput(join(dir, 'a', 'b', 'grid.png'));
    await output.write(Buffer.from('png'));
    await output.discard();
    expect(await readFile(output.path, 'utf8')).toBe('png');
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

  it('refuses a path through a file', async () => {
    await writeFile(join(dir, 'file'), '');
    await expect(reserveOutput(join(dir, 'file', 'grid.png'))).rejects.toMatchObject({ code: 'unwritable_output' });
  });
});
