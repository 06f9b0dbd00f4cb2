import { access } from 'node:fs/promises';
import { join } from 'node:path';
import type { ChatPlatform } from '../../chat/index.js';
import type { Log } from '../../core/basics/index.js';
import type { BlobStore, Jobs, Store } from '../../core/index.js';
import type { Bundle } from '../../engine/bundle/index.js';
import { createJobs, evictionPolicy, JobError, type QueueConfig } from '../../jobs/index.js';
import type { Config } from '../../settings/index.js';
import { createStore } from '../../store/index.js';
import { migrate } from '../../store/migrations/index.js';
import { openBlobs } from './blobs.js';
import type { Cleanup } from './cleanup.js';
import { openDatabaseServer } from './database-server.js';
import type { RunningService } from './service.js';
import { shareTime } from './shared-time.js';

/** Milliseconds in which connections close: one whose server does not answer is let go of. */
const CONNECTIONS_CLOSE_MS = 1_500;
/** Milliseconds in which an embedded server writes what it holds in memory. */
const DATABASE_CLOSE_MS = 60_000;

/** What bot and worker both stand on. */
export interface Foundation {
  databaseUrl: string;
  queue: QueueConfig;
  store: Store;
  blobs: BlobStore;
  jobs: Jobs;
}

/** Where the queue lives: in Redis when one is set, otherwise beside the data. */
export function queueConfig({ redisUrl }: Pick<Config, 'redisUrl'>, databaseUrl: string): QueueConfig {
  return redisUrl === undefined ? { backend: 'postgres', url: databaseUrl } : { backend: 'redis', url: redisUrl };
}

/**
 * Opens the queue.
 *
 * @throws KaleidoError `queue_unavailable`
 */
export function openJobs(queue: QueueConfig, log: Log): Promise<Jobs> {
  return createJobs(queue, { log }).catch((cause: unknown) => {
    throw new JobError('queue_unavailable', { backend: queue.backend }, cause);
  });
}

/**
 * Opens the database, brings it up to date, and opens store, pictures and queue; each is closed by `cleanup`.
 *
 * @throws KaleidoError `database_unavailable`, `database_invalid`, `queue_unavailable` or `blobs_unavailable`
 */
export async function openFoundation(config: Config, log: Log, cleanup: Cleanup): Promise<Foundation> {
  const database = await openDatabaseServer(config, log);
  cleanup.add('database', database.close, DATABASE_CLOSE_MS);
  for (const migration of await migrate(database.url)) log.info({ migration }, 'database migrated');

  const store = createStore(database.url, { onWarning: (warning) => log.warn({ warning }, 'database') });
  cleanup.add('store', () => store.close(), CONNECTIONS_CLOSE_MS);
  await store.ping();
  // Before the queue is opened, whose locks are told by it.
  const time = await shareTime(() => store.time(), log);
  cleanup.add('time', async () => time.stop());

  const blobs = openBlobs(config);
  await blobs.ping();

  const queue = queueConfig(config, database.url);
  const jobs = await openJobs(queue, log);
  cleanup.add('queue', () => jobs.close(), CONNECTIONS_CLOSE_MS);
  const policy = await evictionPolicy(queue).catch(() => null);
  if (policy !== null) log.warn({ policy }, 'Redis may evict waiting requests; set its maxmemory-policy to noeviction');
  return { databaseUrl: database.url, queue, store, blobs, jobs };
}

/** What a service tells of itself that stands on this foundation, has this bundle and serves these platforms. */
export function runningOn(
  { store, jobs, blobs }: Foundation,
  bundle: Bundle,
  platforms: readonly ChatPlatform[] = [],
): Pick<RunningService, 'checks' | 'queue'> {
  const ready = platforms.map((chat) => [chat.platform, () => chat.isReady()] as const);
  return {
    checks: {
      database: () => store.ping(),
      queue: () => jobs.ping(),
      pictures: () => blobs.ping(),
      // A worker that is started again reads them anew.
      model: () => Promise.all(Object.keys(bundle.manifest.files).map((file) => access(join(bundle.dir, file)))),
      ...Object.fromEntries(ready),
    },
    queue: () => jobs.counts(),
  };
}
