import { randomBytes } from 'node:crypto';
import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { messageOf } from '../../core/basics/index.js';
import type { BlobStore } from '../../core/index.js';
import { makeFolder } from '../../engine/basics/index.js';
import { StoreError } from '../errors.js';
import { checkKey } from './key.js';
import { createMark } from './mark.js';

/**
 * Pictures as files of a folder, which bot and workers share. A picture is there wholly or not at all. The folder is
 * made and marked at the first use; one that is gone later, or without its mark, is away.
 */
export function createFolderBlobs(folder: string): BlobStore {
  const root = resolve(folder);
  const check = createMark(root);
  const pathOf = (key: string) => join(root, checkKey(key));

  async function put(key: string, bytes: Uint8Array): Promise<void> {
    const path = pathOf(key);
    const draft = `${path}.${randomBytes(6).toString('hex')}.tmp`;
    try {
      await check();
      await makeFolder(dirname(path));
      await writeFile(draft, bytes);
      await rename(draft, path);
    } catch (cause) {
      await rm(draft, { force: true }).catch(() => undefined);
      throw unusable(root, cause);
    }
  }

  return {
    put,
    async get(key) {
      const path = pathOf(key);
      try {
        return await readFile(path);
      } catch (error) {
        // Where the folder is there, the picture is not.
        const problem = isMissing(error) ? await check().catch((cause: unknown) => cause) : error;
        if (problem === undefined) return null;
        throw unusable(root, problem);
      }
    },
    async delete(keys) {
      const paths = keys.map(pathOf);
      try {
        await check();
        await Promise.all(paths.map((path) => rm(path, { force: true })));
      } catch (cause) {
        throw unusable(root, cause);
      }
    },
    async ping() {
      const probe = `ping-${randomBytes(6).toString('hex')}`;
      await put(probe, new Uint8Array(0));
      await rm(pathOf(probe), { force: true });
    },
  };
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}

function unusable(folder: string, cause: unknown): StoreError {
  return new StoreError('blobs_unavailable', { why: 'folder', folder, detail: messageOf(cause) }, cause);
}
