import { loadModel } from '../../../src/app/model.js';
import type { Log } from '../../../src/core/log.js';
import type { BlobStore, Store } from '../../../src/core/ports.js';
import { createEngine } from '../../../src/engine/engine.js';
import { createJobWorker } from '../../../src/jobs/job-worker.js';
import { createWorkshop } from '../../../src/worker/workshop.js';
import { TINY_BUNDLE } from '../command-line.js';

export interface TestWorkerParts {
  databaseUrl: string;
  store: Store;
  blobs: BlobStore;
  log: Log;
}

export interface TestWorker {
  close(): Promise<void>;
}

/** Milliseconds that a worker has to finish before it hands its work back. */
const GRACE = 20_000;

/** A worker in this process, on the queue of a database and with the tiny bundle. */
export async function openWorker({ databaseUrl, store, blobs, log }: TestWorkerParts): Promise<TestWorker> {
  const { bundle, context } = await loadModel(TINY_BUNDLE);
  const engine = await createEngine(bundle);
  const clock = () => new Date();
  const workshop = createWorkshop({ engine, bundle, context, store, blobs, clock, log, batchCells: 4 });
  const worker = await createJobWorker({ backend: 'postgres', url: databaseUrl }, workshop, { log });
  return {
    async close() {
      await worker.close(GRACE);
      await engine.dispose();
    },
  };
}
