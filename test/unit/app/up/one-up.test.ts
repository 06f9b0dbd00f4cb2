import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { claimFolder } from '../../../../src/app/up/one-up.js';
import { startOf } from '../../../../src/app/up/process-start.js';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kaleido-up-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe('a data folder', () => {
  it('is free for the next one when it is given free', async () => {
    await (await claimFolder(folder))();
    await (await claimFolder(folder))();
    expect(await readdir(folder)).toEqual([]);
  });

  it('is refused at once while another process has it, which is named', async () => {
    const other = spawn('sleep', ['60']);
    try {
      const left = JSON.stringify({ pid: other.pid, start: await startOf(other.pid!) });
      await writeFile(join(folder, 'up.json'), left);
      await expect(claimFolder(folder)).rejects.toMatchObject({
        code: 'folder_in_use',
        data: { pid: String(other.pid) },
      });
      expect(await readdir(folder)).toEqual(['up.json']);
    } finally {
      other.kill();
      await once(other, 'exit');
    }
    await claimFolder(folder);
  });

  it('is not held by what was left: another program with the id, a half-written or a strange file', async () => {
    const lefts = [{ pid: process.ppid, start: 'long ago' }, { pid: process.ppid, start: null }, { pid: -1 }, 7];
    for (const left of [...lefts.map((value) => JSON.stringify(value)), '{"pid":', '']) {
      await writeFile(join(folder, 'up.json'), left);
      await claimFolder(folder);
      expect(JSON.parse(await readFile(join(folder, 'up.json'), 'utf8'))).toMatchObject({ pid: process.pid });
    }
  });
});
