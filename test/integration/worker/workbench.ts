import pino from 'pino';
import { loadModel, type Model } from '../../../src/app/base/model.js';
import type { Core } from '../../../src/core/core.js';
import { createCore } from '../../../src/core/create-core.js';
import { DEFAULT_POLICY } from '../../../src/core/deps.js';
import type { BlobStore, JobEvent, Jobs } from '../../../src/core/ports.js';
import type { Generation } from '../../../src/core/types.js';
import type { WorkHandler } from '../../../src/core/work/work.js';
import { ASPECTS } from '../../../src/engine/basics/aspects.js';
import { createPictures } from '../../../src/engine/memory/pictures.js';
import { createEngine } from '../../../src/engine/pipeline/engine.js';
import type { Engine } from '../../../src/engine/requests/types.js';
import { createJobWorker } from '../../../src/jobs/job-worker.js';
import { createJobs } from '../../../src/jobs/jobs.js';
import { stickerSide } from '../../../src/platforms/index.js';
import { StoreError } from '../../../src/store/errors.js';
import { createWorkshop, type WorkshopOptions } from '../../../src/worker/workshop.js';
import { THING_ROOM } from '../../support/things.js';
import { openStores, type Stores } from '../core/support/stores.js';

const log = pino({ level: 'silent' });
const clock = () => new Date();

/** Core, database, queue and engine, all real, with the tiny bundle. */
export interface Workbench {
  core: Core;
  jobs: Jobs;
  stores: Stores;
  model: Model;
  log: typeof log;
  /** What the queue told, in order. */
  events: JobEvent[];
  workshop(change?: Partial<WorkshopOptions>): WorkHandler;
  /**
   * Starts a worker; closed with the bench, or by what is returned.
   * @param places default: 3
   */
  work(handler?: WorkHandler, places?: number): Promise<() => Promise<void>>;
  find(id: string): Promise<Generation>;
  close(): Promise<void>;
}

/** @param painters what the core says that paints; default: Kaleido itself */
export async function openWorkbench(painters: readonly string[] = []): Promise<Workbench> {
  const model = await loadModel('test/fixtures/bundle-tiny');
  const stores = await openStores();
  const { store, blobs, databaseUrl } = stores;
  const queue = { backend: 'postgres' as const, url: databaseUrl };
  const jobs = await createJobs(queue, { log, retry: { attempts: 2, backoffMs: 50 } });
  const engine: Engine = await createEngine(model.bundle, { threads: 1 });
  const core = createCore({
    store,
    blobs,
    jobs,
    model: model.context,
    pictures: createPictures(model.bundle),
    stickerSide,
    painters,
    aspectsOf: () => ASPECTS,
    bundleHash: model.bundle.hash,
    clock,
    defaults: { timeZone: 'UTC', quota: {}, things: THING_ROOM, policy: DEFAULT_POLICY },
    log,
  });
  const events: JobEvent[] = [];
  jobs.subscribe((event) => events.push(event));
  const workers: (() => Promise<void>)[] = [];
  const workshop: Workbench['workshop'] = (change) =>
    createWorkshop({ ...model, engine, store, blobs, clock, log, batchCells: 8, places: 3, ...change });

  return {
    core,
    jobs,
    stores,
    model,
    log,
    events,
    workshop,
    async work(handler = workshop(), places = 3) {
      const options = { log, concurrency: places, lockMs: 5_000, stalledEveryMs: 500 };
      const worker = await createJobWorker(queue, handler, options);
      const close = () => worker.close(0);
      workers.push(close);
      return close;
    },
    async find(id) {
      const generation = await store.generations.find(id);
      if (generation === null) throw new Error(`There is no generation ${id}.`);
      return generation;
    },
    async close() {
      await Promise.all(workers.map((close) => close()));
      await jobs.close();
      await engine.dispose();
      await stores.close();
    },
  };
}

/** A blob store that refuses to write keys that begin with `prefix` while `isBroken` says so. */
export function breakable(blobs: BlobStore, prefix: string, isBroken: () => boolean): BlobStore {
  return {
    ...blobs,
    put: async (key, bytes, type) => {
      if (key.startsWith(prefix) && isBroken()) throw new Error('no space left on device');
      await blobs.put(key, bytes, type);
    },
  };
}

/** A blob store that keeps record of all that was ever written into it. */
export function recording(blobs: BlobStore): { recorded: BlobStore; written: Map<string, Buffer> } {
  const written = new Map<string, Buffer>();
  const recorded: BlobStore = {
    ...blobs,
    put: async (key, bytes, type) => {
      written.set(key, Buffer.from(bytes));
      await blobs.put(key, bytes, type);
    },
  };
  return { recorded, written };
}

/** The same object, each of whose methods waits for `gate` before it does anything. */
export function gated<T extends object>(target: T, gate: (method: string, first: unknown) => Promise<void>): T {
  return new Proxy(target, {
    get(_, key): unknown {
      const method: unknown = Reflect.get(target, key);
      if (typeof method !== 'function') return method;
      return async (...given: unknown[]): Promise<unknown> => {
        await gate(String(key), given[0]);
        return Reflect.apply(method, target, given);
      };
    },
  });
}

/** A blob store that is away, as a folder or bucket is, while `isAway` says so. */
export function leaving(blobs: BlobStore, isAway: () => boolean): BlobStore {
  const check = () => {
    if (isAway()) throw new StoreError('blobs_unavailable', { why: 'folder', folder: '/srv', detail: 'EIO' });
  };
  return {
    ...blobs,
    put: async (key, bytes, type) => {
      check();
      await blobs.put(key, bytes, type);
    },
  };
}
