import {
  type BackendFactory,
  createPostgresBackend,
  createRedisBackend,
  type IQueueBackend,
  type JobProgress,
  Queue,
  QueueEvents,
  QueueEventsProducer,
  runMigrations,
  Worker,
  type WorkerOptions,
} from 'bullmq';
import { Redis } from 'ioredis';
import pg from 'pg';
import { LEASES } from '../core/basics/index.js';
import type { PictureDescription } from '../engine/describe/index.js';
import { forgetDatabaseEnvironment } from '../network/index.js';
import { readEviction } from './eviction.js';
import type { JobName, JobPayloads } from './job-types.js';

/** Where the queue lives. */
export type QueueConfig = (PostgresQueueConfig | { backend: 'redis'; url: string }) & {
  /** Name of the queue: programs that share it share their work. Default: `kaleido`. */
  name?: string;
};

interface PostgresQueueConfig {
  backend: 'postgres';
  url: string;
  /** Database schema of the queue's own tables, away from those of the store. Default: `kaleido_queue`. */
  schema?: string;
}

export const DEFAULT_QUEUE = 'kaleido';
const DEFAULT_SCHEMA = 'kaleido_queue';
/** A request that waits for Redis gives up after so many reconnections (about 3 s); a worker waits for ever. */
const REDIS_RETRIES = 10;
/** BullMQ’s own pauses grow to 20 s: work would lie about for so long after Redis is back. */
const LONGEST_RECONNECT_MS = 2_000;
/** Milliseconds that Redis may take to answer at the start. */
const REDIS_CONNECT_MS = 5_000;
/**
 * Connections to PostgreSQL at most, besides the one that listens: one is enough for who only reads or writes events.
 */
const POOL_SIZE = { queue: 4, worker: 4, events: 1, pictures: 2 } as const;
/** What the queue of pictures to describe is called besides. */
const PICTURES = '-pictures';

type Payload = JobPayloads[JobName];
export type GenerationQueue = Queue<Payload, void, JobName, Payload, void, JobName, IQueueBackend, QueueConfig>;
export type GenerationWorker = Worker<Payload, void, JobName, IQueueBackend, JobProgress, QueueConfig>;
export type GenerationEvents = QueueEvents<void, IQueueBackend, QueueConfig>;
type Processor = ConstructorParameters<typeof Worker<Payload, void, JobName, IQueueBackend>>[1];

/** A picture to describe, a PNG in Base64. */
interface Asked {
  png: string;
}
type Told = PictureDescription;
type PictureQueue = Queue<Asked, Told, 'describe', Asked, Told, 'describe', IQueueBackend, QueueConfig>;
type PictureWorker = Worker<Asked, Told, 'describe', IQueueBackend, JobProgress, QueueConfig>;
type PictureProcessor = ConstructorParameters<typeof Worker<Asked, Told, 'describe', IQueueBackend>>[1];

/** Turns the configuration that the classes carry as their connection into the real one. */
function backendFor(use: keyof typeof POOL_SIZE): BackendFactory<IQueueBackend, QueueConfig> {
  return (name, options, kind) => {
    const config = options.connection;
    if (config.backend === 'redis') {
      const connection = {
        url: config.url,
        maxRetriesPerRequest: use === 'queue' ? REDIS_RETRIES : null,
        retryStrategy: reconnectAfter,
      };
      return createRedisBackend(name, { ...options, connection }, kind);
    }
    forgetDatabaseEnvironment();
    const schema = config.schema ?? DEFAULT_SCHEMA;
    const connection = {
      connectionString: config.url,
      schema,
      max: POOL_SIZE[use],
      keepAlive: true,
      // As in the store's: a process that is stopped must not keep jobs locked.
      options: `-c idle_in_transaction_session_timeout=${LEASES.job.leaseMs}`,
    };
    return createPostgresBackend(name, { ...options, connection }, kind);
  };
}

/** @param times attempts so far */
function reconnectAfter(times: number): number {
  return Math.min(50 * times, LONGEST_RECONNECT_MS);
}

/**
 * Makes the queue's tables where it has some. Every program does so before it opens the queue; the first one wins.
 *
 * @throws the driver's error when the database or Redis cannot be reached or used
 */
export async function prepareBackend(config: QueueConfig): Promise<void> {
  if (config.backend === 'redis') return withRedis(config.url, async (redis) => void (await redis.ping()));
  forgetDatabaseEnvironment();
  const client = new pg.Client({ connectionString: config.url });
  // Without a listener, a server that goes away now would end the process.
  client.on('error', () => {});
  await client.connect();
  try {
    await runMigrations(client, config.schema ?? DEFAULT_SCHEMA);
  } finally {
    await client.end();
  }
}

/**
 * How the queue's Redis may throw keys away when its memory is full: jobs would vanish.
 *
 * @returns the policy, such as `allkeys-lru`; null when nothing is evicted, or Redis does not tell
 * @throws the driver's error when Redis cannot be reached
 */
export async function evictionPolicy(config: QueueConfig): Promise<string | null> {
  return config.backend === 'redis' ? withRedis(config.url, readEviction) : null;
}

/** Once and soon: BullMQ's own connections wait for a missing Redis for ever. */
async function withRedis<T>(url: string, work: (redis: Redis) => Promise<T>): Promise<T> {
  const redis = new Redis(url, { lazyConnect: true, retryStrategy: () => null, connectTimeout: REDIS_CONNECT_MS });
  // The same error as `connect` rejects with.
  redis.on('error', () => {});
  try {
    await redis.connect();
    return await work(redis);
  } finally {
    redis.disconnect();
  }
}

export function openGenerationQueue(config: QueueConfig): GenerationQueue {
  return new Queue(nameOf(config), { connection: config }, backendFor('queue'));
}

export function openEvents(config: QueueConfig): GenerationEvents {
  return new QueueEvents(nameOf(config), { connection: config }, backendFor('events'));
}

export function openProducer(config: QueueConfig): QueueEventsProducer<IQueueBackend, QueueConfig> {
  return new QueueEventsProducer(nameOf(config), { connection: config }, backendFor('events'));
}

export function openWorker(
  config: QueueConfig,
  processor: Processor,
  options: Omit<WorkerOptions<QueueConfig>, 'connection'>,
): GenerationWorker {
  return new Worker(nameOf(config), processor, { ...options, connection: config }, backendFor('worker'));
}

export function openPictureQueue(config: QueueConfig): PictureQueue {
  return new Queue(nameOf(config) + PICTURES, { connection: config }, backendFor('pictures'));
}

export function openPictureWorker(
  config: QueueConfig,
  processor: PictureProcessor,
  options: Omit<WorkerOptions<QueueConfig>, 'connection'>,
): PictureWorker {
  return new Worker(nameOf(config) + PICTURES, processor, { ...options, connection: config }, backendFor('pictures'));
}

function nameOf({ name = DEFAULT_QUEUE }: QueueConfig): string {
  return name;
}
