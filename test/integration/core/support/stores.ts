import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BlobStore, Store } from '../../../../src/core/ports.js';
import { createFolderBlobs } from '../../../../src/store/blobs/folder.js';
import { openTestDatabase, type TestDatabase } from '../../../support/database.js';

export interface Stores {
  databaseUrl: string;
  store: Store;
  blobs: BlobStore;
  /** Runs SQL past the store. */
  query: TestDatabase['query'];
  close(): Promise<void>;
}

/** A fresh database and a fresh folder of pictures; nothing of either is left after `close`. */
export async function openStores(): Promise<Stores> {
  const folder = await mkdtemp(join(tmpdir(), 'kaleido-core-'));
  const { url, store, query, close } = await openTestDatabase();
  return {
    databaseUrl: url,
    store,
    query,
    blobs: createFolderBlobs(folder),
    async close() {
      await close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
