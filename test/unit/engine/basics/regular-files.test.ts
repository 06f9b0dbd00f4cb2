import { execFileSync } from 'node:child_process';
import { mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeFolder, readRegularFile } from '../../../../src/engine/basics/regular-files.js';

let dir: string;
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'kaleido-'));
  execFileSync('mkfifo', [join(dir, 'pipe')]);
  await writeFile(join(dir, 'file'), 'content');
  await symlink(join(dir, 'file'), join(dir, 'link'));
  await symlink('/dev/zero', join(dir, 'zeros'));
});
afterAll(() => rm(dir, { recursive: true }));

describe('reading a file that somebody named', () => {
  it.each(['file', 'link'])('gives what is in it: %s', async (name) => {
    expect((await readRegularFile(join(dir, name), 7)).toString()).toBe('content');
  });

  it('refuses one that is too large, without reading it', async () => {
    await expect(readRegularFile(join(dir, 'file'), 6)).rejects.toMatchObject({
      code: 'unreadable_input',
      data: { why: 'too_large', bytes: 7, most: 6 },
    });
  });

  it.each(['.', 'pipe', 'zeros', 'missing', 'file/below', '/dev/zero', '/dev/tty', '/proc', '\0'])(
    'refuses what is none, at once: %s',
    async (name) => {
      const path = name.startsWith('/') ? name : join(dir, name);
      await expect(readRegularFile(path, 1000)).rejects.toMatchObject({ code: 'unreadable_input' });
    },
  );

  it('reads nothing of a file of the system that has no end of its own', async () => {
    expect(await readRegularFile('/proc/self/status', 1e6)).toHaveLength(0);
  });
});

describe('making a folder', () => {
  it('makes those above it, and bears it when they are there', async () => {
    for (let times = 0; times < 2; times++) await makeFolder(join(dir, 'a', 'b', 'c'));
    expect(await readdir(join(dir, 'a', 'b'))).toEqual(['c']);
    await Promise.all(Array.from({ length: 20 }, () => makeFolder(join(dir, 'x', 'y', 'z'))));
  });

  it.each(['/proc/kaleido', '/proc/kaleido/a/b/c', '/sys/kaleido/a', '/dev/null/a'])(
    'fails at once where none can be made: %s',
    async (path) => {
      await expect(makeFolder(path)).rejects.toThrow();
    },
  );

  it('fails where a file stands', async () => {
    await expect(makeFolder(join(dir, 'file'))).rejects.toThrow();
    await expect(makeFolder(join(dir, 'file', 'a'))).rejects.toThrow();
  });
});
