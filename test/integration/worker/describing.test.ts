import { afterAll, beforeAll, expect, it } from 'vitest';
import { createDescriptionWorker } from '../../../src/jobs/descriptions.js';
import { DIRECT } from '../../../src/network/network.js';
import { createSdapiTeller } from '../../../src/remote/tellers.js';
import { createDescribing } from '../../../src/worker/describing.js';
import { rocketPng } from '../../e2e/support/described-picture.js';
import { type SdapiServer, startSdapi } from '../../servers/sdapi/server.js';
import { somebody } from '../core/support/world.js';
import { openWorkbench, type Workbench } from './workbench.js';

let bench: Workbench;
let server: SdapiServer;
let close: () => Promise<void>;
const untold: unknown[] = [];
beforeAll(async () => {
  bench = await openWorkbench(['dreams']);
  server = await startSdapi();
  const other = createSdapiTeller({ url: server.url, fetch: DIRECT.fetch, model: 'clip' });
  const describing = createDescribing(bench.model.bundle, { other, onUntold: (error) => untold.push(error) });
  const queue = { backend: 'postgres' as const, url: bench.stores.databaseUrl };
  const worker = await createDescriptionWorker(queue, describing, { log: bench.log, concurrency: 4 });
  close = () => worker.close();
});
afterAll(async () => {
  await close?.();
  await bench?.close();
  await server?.die();
});

it('an engine’s words stand beside Kaleido’s own, unless they are blocked or it says nothing', async () => {
  const rocket = await rocketPng();
  const boss = somebody({ isAdmin: true });
  const found = await bench.core.describe(boss, rocket);
  expect(found.told).toEqual({ by: 'clip', words: 'a red fox sitting in the snow, artstation' });
  expect(found.colours.length).toBeGreaterThan(0);
  expect(found).not.toHaveProperty('isUntold');

  await bench.core.setPolicy(boss, 'space', { blocked: ['fox'] });
  expect(await bench.core.describe(boss, rocket)).not.toHaveProperty('told');

  server.trouble = 'busy';
  const alone = await bench.core.describe(somebody(), rocket);
  expect(alone).toMatchObject({ isUntold: true });
  expect(alone).not.toHaveProperty('told');
  expect(alone.latents.palette!.length).toBeGreaterThan(0);
  expect(untold).toMatchObject([{ code: 'painter_away' }]);
});
