import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import type { Generation, GenerationStatus } from '../../../src/core/generations.js';
import { createDrafts } from '../../../src/engine/draft/drafts.js';
import { createPlanPainter } from '../../../src/engine/painters/plan-painter.js';
import { DIRECT } from '../../../src/network/network.js';
import { createSdapi } from '../../../src/remote/sdapi.js';
import { type SdapiServer, startSdapi } from '../../servers/sdapi/server.js';
import { here, somebody } from '../core/support/world.js';
import { openWorkbench, type Workbench } from './workbench.js';

let bench: Workbench;
let server: SdapiServer;
beforeAll(async () => {
  bench = await openWorkbench(['dreams']);
  server = await startSdapi({ stepMs: 40 });
});
afterAll(async () => {
  await bench?.close();
  await server?.die();
});

/** @param seconds until a picture has to be there */
function painterFor(model: string, seconds = 5) {
  const { bundle, context } = bench.model;
  const settings = { size: 256, steps: 10, guidance: 7, seconds, lookEveryMs: 30, model };
  const source = createSdapi({ url: server.url, ...settings, fetch: DIRECT.fetch });
  return createPlanPainter({ context, drafts: createDrafts(bundle) }, source);
}

const work = () => bench.work(bench.workshop({ painterFor: (model) => painterFor(model), places: 2 }), 2);

const WAIT = { timeout: 60_000, interval: 50 };

const isPutAside = ({ status, waits }: Generation) => status === 'queued' && waits > 0;
const isAside = (id: string) => vi.waitFor(async () => expect(isPutAside(await bench.find(id))).toBe(true), WAIT);

const hasEnded = (id: string, status: GenerationStatus) =>
  vi.waitFor(async () => expect((await bench.find(id)).status).toBe(status), WAIT);

const ask = async (prompt: string, more: object = {}) => {
  const ada = somebody();
  const { generation } = await bench.core.imagine(ada, { prompt, count: 2, ...more }, here());
  return { ada, id: generation.id };
};

it('waits in the queue while the engine is away, where others pass it, and keeps what is painted', {
  timeout: 120_000,
}, async () => {
  const close = await work();
  const begun = await ask('a cat');
  await vi.waitFor(() => expect(server.asked).toHaveLength(2), WAIT);
  const [first] = server.asked;
  await server.die();
  await isAside(begun.id);
  const waiting = await Promise.all(['a dog', 'a red cat', 'a tree'].map((prompt) => ask(prompt)));
  const dropped = await ask('a blue cat');
  const own = await ask('a cat', { model: 'kaleido' });
  await hasEnded(own.id, 'done');
  for (const { id } of [...waiting, dropped]) await isAside(id);

  await bench.core.cancel(dropped.ada, dropped.id);
  await hasEnded(dropped.id, 'cancelled');
  const [kept] = (await bench.find(begun.id)).cells.flatMap(({ imageKey }) => imageKey ?? []);
  const before = (await bench.stores.blobs.get(kept!))!;
  // A worker that is restarted takes them up where they were.
  await close();
  await server.start();
  server.asked.length = 0;
  const closeAgain = await work();
  for (const { id, ada } of [begun, ...waiting]) {
    await hasEnded(id, 'done');
    expect((await bench.core.quota(ada)).usage).toMatchObject({ images: 2, inFlight: 0 });
  }
  expect((await bench.core.quota(dropped.ada)).usage).toMatchObject({ images: 0, inFlight: 0 });
  expect(server.asked).toHaveLength(1 + 2 * waiting.length);
  expect(server.asked.map(({ seed }) => seed)).not.toContain(first!.seed);
  const after = await Promise.all(
    (await bench.find(begun.id)).cells.map(({ imageKey }) => bench.stores.blobs.get(imageKey!)),
  );
  expect(after.some((file) => file?.equals(before))).toBe(true);
  expect(await bench.stores.blobs.get(kept!)).toBeNull();
  await closeAgain();
});

it('takes pictures and answers nothing: another painter’s grid passes those that hold the places, and nothing is lost', {
  timeout: 120_000,
}, async () => {
  server.trouble = 'swallows';
  server.asked.length = 0;
  const patient = { painterFor: (model: string) => painterFor(model, 60), places: 2, silentMs: 500 };
  await bench.work(bench.workshop(patient), 2);
  const grids = [await ask('a cat'), await ask('a dog'), await ask('a tree')];
  await vi.waitFor(() => expect(server.asked).toHaveLength(1), WAIT);
  const own = await ask('a cat', { model: 'kaleido' });
  await hasEnded(own.id, 'done');
  expect(server.asked).toHaveLength(1);
  const found = await Promise.all(grids.map(({ id }) => bench.find(id)));
  expect(found.filter(({ status }) => status === 'painting')).toHaveLength(1);
  expect(found.some(isPutAside)).toBe(true);
  // Whoever waits in its line can be cancelled at once, and whoever is in hand still has the picture.
  const waiting = found.findIndex(({ status }) => status === 'queued');
  await bench.core.cancel(grids[waiting]!.ada, grids[waiting]!.id);
  await hasEnded(grids[waiting]!.id, 'cancelled');
  await server.die();
  server.trouble = null;
  await server.start();
  for (const [k, { id, ada }] of grids.entries()) {
    if (k === waiting) continue;
    await hasEnded(id, 'done');
    expect((await bench.core.quota(ada)).usage).toMatchObject({ images: 2, inFlight: 0 });
  }
});
