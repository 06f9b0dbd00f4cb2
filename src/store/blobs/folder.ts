import { randomBytes } from 'node:crypto';
import { readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { messageOf } from '../../core/basics/index.js';
import type { BlobStore } from '../../core/index.js';
import { makeFolder } from '../../engine/basics/index.js';
import { StoreError } from '../errors.js';
import { checkKey } from './key.js';

/** Pictures as files of a folder, which bot and workers share. A picture is there wholly or not at all. */
export function createFolderBlobs(folder: string): BlobStore {
  const root = resolve(folder);
  const pathOf = (key: string) => join(root, checkKey(key));

  async function put(key: string, bytes: Uint8Array): Promise<void> {
    const path = pathOf(key);
    const draft = `${path}.${randomBytes(6).toString('hex')}.tmp`;
    try {
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
      return readFile(pathOf(key)).catch(async (error: NodeJS.ErrnoException) => {
        // A folder that is away has not lost its pictures.
        if (error.code === 'ENOENT' && (await isFolder(root))) return null;
        throw unusable(root, error);
      });
    },
    async delete(keys) {
      await Promise.all(
        keys.map((key) =>
          rm(pathOf(key), { force: true }).catch((error: unknown) => {
            throw unusable(root, error);
          }),
        ),
      );
    },
    async ping() {
      const probe = `ping-${randomBytes(6).toString('hex')}`;
      await put(probe, new Uint8Array(0));
      await rm(pathOf(probe), { force: true });
    },
  };
}

/** Whether it is there: made by the ping at the start, and never removed. */
function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
}

function unusable(folder: string, cause: unknown): StoreError {
  return new StoreError('blobs_unavailable', { why: 'folder', folder, detail: messageOf(cause) }, cause);
}
