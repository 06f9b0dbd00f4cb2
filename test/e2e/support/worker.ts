import type { Model } from '../../../src/app/base/model.js';
import { openPainters } from '../../../src/app/painters/index.js';
import type { Log } from '../../../src/core/basics/log.js';
import type { BlobStore, Store } from '../../../src/core/ports.js';
import { createDrafts } from '../../../src/engine/draft/index.js';
import { createPlanPainter } from '../../../src/engine/painters/index.js';
import { createEngine } from '../../../src/engine/pipeline/engine.js';
import { createDescriptionWorker } from '../../../src/jobs/descriptions.js';
import { createJobWorker } from '../../../src/jobs/job-worker.js';
import { openTeller } from '../../../src/remote/open-remote.js';
import type { Config } from '../../../src/settings/index.js';
import { createDescribing } from '../../../src/worker/describing.js';
import { createWorkshop } from '../../../src/worker/workshop.js';

export interface TestWorkerParts {
  databaseUrl: string;
  model: Model;
  store: Store;
  blobs: BlobStore;
  log: Log;
  /** Which painters there are beside Kaleido itself; default: none. */
  config?: Config;
}

/** Milliseconds that a worker has to finish before it hands its work back. */
const GRACE = 20_000;

/** A worker in this process on the queue of a database. @returns how to close it */
export async function openWorker({
  databaseUrl,
  model,
  store,
  blobs,
  log,
  config,
}: TestWorkerParts): Promise<() => Promise<void>> {
  const { bundle, context } = model;
  const engine = await createEngine(bundle);
  const clock = () => new Date();
  const painters = config && openPainters(config, {});
  const painterFor = (name: string) => {
    const source = painters?.source(name);
    return source && createPlanPainter({ context, drafts: createDrafts(bundle) }, source);
  };
  const workshop = createWorkshop({
    engine,
    bundle,
    context,
    store,
    blobs,
    clock,
    log,
    batchCells: 4,
    places: 4,
    painterFor,
  });
  const queue = { backend: 'postgres' as const, url: databaseUrl };
  const worker = await createJobWorker(queue, workshop, { log });
  const looker = await createDescriptionWorker(
    queue,
    createDescribing(bundle, { other: config && openTeller(config) }),
    { log },
  );
  return async () => {
    await worker.close(GRACE);
    await looker.close();
    await painters?.dispose();
    await engine.dispose();
  };
}
