import pino from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Core } from '../../../src/core/core.js';
import { createCore } from '../../../src/core/create-core.js';
import { DEFAULT_POLICY } from '../../../src/core/deps.js';
import type { Jobs, Store } from '../../../src/core/ports.js';
import { loadBundle } from '../../../src/engine/bundle/bundle.js';
import { createLatentContext, createTextTokenizer } from '../../../src/engine/context/index.js';
import { createPictures } from '../../../src/engine/memory/pictures.js';
import { createJobs } from '../../../src/jobs/jobs.js';
import { stickerSide } from '../../../src/platforms/index.js';
import { StoreError } from '../../../src/store/errors.js';
import { THING_ROOM } from '../../support/things.js';
import { openStores, type Stores } from './support/stores.js';
import { BUNDLE, here, somebody } from './support/world.js';

let stores: Stores;
let jobs: Jobs;
let core: Core;
/** How often the answer to an acceptance is lost on its way from the database. */
let losses = 0;

beforeAll(async () => {
  const bundle = await loadBundle(BUNDLE);
  const log = pino({ level: 'silent' });
  stores = await openStores();
  jobs = await createJobs({ backend: 'postgres', url: stores.databaseUrl }, { log });
  core = createCore({
    store: forgetful(stores.store),
    blobs: stores.blobs,
    jobs,
    model: createLatentContext(bundle, createTextTokenizer(bundle)),
    pictures: createPictures(bundle),
    stickerSide,
    bundleHash: bundle.hash,
    clock: () => new Date(),
    defaults: { timeZone: 'UTC', quota: {}, things: THING_ROOM, policy: DEFAULT_POLICY },
    log,
  });
});

afterAll(async () => {
  await jobs?.close();
  await stores?.close();
});

/** The same store, which accepts and then says that the database went away. */
function forgetful(store: Store): Store {
  return {
    ...store,
    generations: {
      ...store.generations,
      async accept(...asked) {
        const accepted = await store.generations.accept(...asked);
        if (losses-- > 0) throw new StoreError('database_unavailable', { why: 'unreachable', code: '', detail: '' });
        return accepted;
      },
    },
  };
}

describe('the core over the real queue', () => {
  it('enqueues what it accepts once, knows its place, and takes a cancelled one out again', async () => {
    const [ada, bob] = [somebody({ isAdmin: true }), somebody()];
    const first = await core.imagine(ada, { prompt: 'a cat' }, here());
    const key = `event-${bob.userId}`;
    const second = await core.imagine(bob, { prompt: 'a dog' }, here(key));
    const again = await core.imagine(bob, { prompt: 'a dog' }, here(key));
    expect(again.generation.id).toBe(second.generation.id);
    expect([first, second, again].map(({ position }) => position.ahead)).toEqual([0, 1, 1]);
    expect(await jobs.counts()).toMatchObject({ waiting: 2, active: 0 });
    expect(await core.status(ada)).toMatchObject({ waiting: 2, active: 0 });

    expect(await core.cancel(ada, first.generation.id)).toBe('cancelled');
    await core.delete(bob, second.generation.id);
    expect(await jobs.counts()).toMatchObject({ waiting: 0, active: 0 });
    expect((await core.quota(bob)).usage).toEqual({ images: 0, granted: 0, inFlight: 0, cost: 0 });
  });

  it.each(['event-lost', null])('accepts once what the database took and could not say so, of key %s', async (key) => {
    const ada = somebody();
    losses = 2;
    const { generation } = await core.imagine(ada, { prompt: 'a cat', count: 4 }, here(key));
    expect((await core.history(ada, { mine: true, limit: 5 })).map(({ id }) => id)).toEqual([generation.id]);
    expect((await core.quota(ada)).usage).toEqual({ images: 4, granted: 0, inFlight: 1, cost: 0 });
  });
});
