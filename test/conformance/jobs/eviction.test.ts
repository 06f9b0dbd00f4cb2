import { Writable } from 'node:stream';
import pino from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openFoundation } from '../../../src/app/base/foundation.js';
import { doctor } from '../../../src/cli/doctor/doctor.js';
import { readConfig } from '../../../src/config.js';
import { evictionPolicy, type QueueConfig } from '../../../src/jobs/backend.js';
import { openTestDatabase, type TestDatabase } from '../../support/database.js';
import { hasRedis, type QueueServer, startRedis } from './servers.js';

const isOurs = hasRedis() && process.env.TEST_REDIS_URL === undefined;

describe.skipIf(!isOurs)('a Redis that evicts keys (needs a redis-server binary)', () => {
  let evicting: QueueServer;
  let faithful: QueueServer;
  let database: TestDatabase;
  beforeAll(async () => {
    [evicting, faithful, database] = await Promise.all([startRedis('allkeys-lru'), startRedis(), openTestDatabase()]);
  });
  afterAll(() => Promise.all([evicting?.stop(), faithful?.stop(), database?.close()]));

  const configFor = (server: QueueServer) =>
    readConfig({
      DATABASE_URL: database.url,
      REDIS_URL: (server.config('kaleido') as QueueConfig & { backend: 'redis' }).url,
      KALEIDO_BUNDLE: 'test/fixtures/bundle-tiny',
      KALEIDO_THREADS: '1',
    });

  it('is told from one that does not', async () => {
    expect(await evictionPolicy(evicting.config('kaleido'))).toBe('allkeys-lru');
    expect(await evictionPolicy(faithful.config('kaleido'))).toBeNull();
  });

  it('is warned of at the start', async () => {
    const lines: string[] = [];
    const log = pino({}, { write: (line: string) => lines.push(line) });
    const closing: (() => Promise<unknown>)[] = [];
    await openFoundation(configFor(evicting), log, {
      add: (_, close) => closing.unshift(close),
      run: async () => undefined,
    });
    for (const close of closing) await close();
    expect(lines.join('')).toContain('"policy":"allkeys-lru"');
  });

  it('is found by doctor, who then calls nothing well', async () => {
    let text = '';
    const out = new Writable({
      write(chunk, _, done) {
        text += String(chunk);
        done();
      },
    });
    const isHealthy = await doctor(async () => configFor(evicting), new AbortController().signal, out);
    expect(isHealthy).toBe(false);
    expect(text).toMatch(/✖ Redis throws keys away .*allkeys-lru.*\n.*noeviction/);
    expect(text).not.toContain('All is well');
  });
});
