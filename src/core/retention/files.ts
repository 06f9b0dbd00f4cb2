import type { Log } from '../basics/index.js';
import type { BlobStore, RetentionStore } from '../ports.js';

/** What it takes to remove files. */
export interface FileDeps {
  store: { retention: Pick<RetentionStore, 'removed'> };
  blobs: Pick<BlobStore, 'delete'>;
  log: Log;
}

/**
 * Removes files that are noted as unwanted. Where the blob store is away they stay noted, and the next sweep tries
 * again: nobody can reach them any more, and failing now would say that nothing was deleted.
 */
export async function removeFiles({ store, blobs, log }: FileDeps, keys: readonly string[]): Promise<void> {
  if (keys.length === 0) return;
  try {
    await blobs.delete(keys);
    await store.retention.removed(keys);
  } catch (err) {
    log.error({ err, keys }, 'pictures that nothing shows any more could not be removed yet');
  }
}
