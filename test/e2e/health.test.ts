import { cp, rename } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import pg from 'pg';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { TINY_BUNDLE } from './command-line.js';
import { openServiceWorld, type ServiceWorld } from './support/service-world.js';

/** What is away is noticed, and noticed to be back, in this time on a busy machine. */
const PATIENCE = { timeout: 60_000, interval: 200 };

let world: ServiceWorld;

beforeEach(async () => {
  world = await openServiceWorld();
});

afterEach(() => world.close('stop'));

/** A port that nobody listens on. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  return address.port;
}

/** Takes a database away from everybody, or gives it back, by way of another on its server. */
async function setAway(databaseUrl: string, isAway: boolean): Promise<void> {
  const url = new URL(databaseUrl);
  const name = url.pathname.slice(1);
  url.pathname = '/postgres';
  const client = new pg.Client({ connectionString: url.href });
  await client.connect();
  await client.query(`ALTER DATABASE ${name} ALLOW_CONNECTIONS ${!isAway}`);
  if (isAway) await client.query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1', [name]);
  await client.end();
}

it('live health tells of database, queue, pictures, model and platform, each when it is away and back', async () => {
  const bundle = join(world.folder, 'bundle');
  await cp(TINY_BUNDLE, bundle, { recursive: true });
  const pictures = join(world.folder, 'pictures');
  const port = await freePort();
  const settings = { KALEIDO_HTTP_PORT: String(port), KALEIDO_BUNDLE: bundle, KALEIDO_BLOBS: pictures };
  await world.start('bot', settings);
  const says = (checks: Record<string, boolean>) =>
    vi.waitFor(async () => {
      const answer = await fetch(`http://127.0.0.1:${port}/health/live`);
      expect(await answer.json()).toEqual({ alive: true, checks });
    }, PATIENCE);
  const all = { database: true, queue: true, pictures: true, model: true, discord: true };

  await says(all);
  await setAway(world.database.url, true);
  await says({ ...all, database: false, queue: false });
  await setAway(world.database.url, false);
  await says(all);
  for (const [check, path] of [
    ['pictures', pictures],
    ['model', join(bundle, 'memory.bin')],
  ] as const) {
    await rename(path, `${path}.away`);
    await says({ ...all, [check]: false });
    await rename(`${path}.away`, path);
    await says(all);
  }
}, 300_000);
