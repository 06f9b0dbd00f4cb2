import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { LEASES, type Log } from '../core/basics/index.js';
import type { PictureDescription } from '../engine/describe/index.js';
import { latentsSchema } from '../engine/latents/index.js';
import { openPictureQueue, openPictureWorker, prepareBackend, type QueueConfig } from './backend.js';

/** Looks at a picture, a PNG, and says what it shows. */
export type DescribePicture = (png: Buffer) => Promise<PictureDescription>;

/** The one job there is: what is asked is small and asked seldom, so it lies in the queue itself and nowhere else. */
const JOB = 'describe';
/** Milliseconds that a picture may wait for whoever looks at it: as long as a worker takes to start. */
const PATIENCE_MS = 20_000;
/** Milliseconds between two looks at whether it is done, the first and the longest. */
const LOOK_MS = { first: 20, most: 250 } as const;
/** Seconds after which a picture whose asker is gone goes with the next one. */
const LEFT_S = 60;

const payloadSchema = z.object({ png: z.base64() });
const describedSchema: z.ZodType<PictureDescription> = z.object({
  thing: z.object({ name: z.string(), display: z.string() }).exactOptional(),
  sureness: z.number(),
  others: z.array(z.string()),
  likest: z.array(z.string()),
  colours: z.array(z.string()),
  style: z.string().exactOptional(),
  prompt: z.string().exactOptional(),
  latents: latentsSchema,
  told: z.object({ by: z.string(), words: z.string() }).exactOptional(),
  isUntold: z.literal(true).exactOptional(),
});

/** Asks workers what pictures show. */
export interface DescriptionAsker {
  /** Null when nobody looked at it in time. */
  describe(png: Buffer): Promise<PictureDescription | null>;
  close(): Promise<void>;
}

/**
 * A line of its own beside that of grids: a picture is looked at between two steps of painting, however many grids
 * wait. Whoever asks looks again and again, as events may be missed.
 */
export function createDescriptionAsker(config: QueueConfig, log: Log): DescriptionAsker {
  const queue = openPictureQueue(config);
  queue.on('error', (err) => log.warn({ err }, 'A connection to the queue of pictures was interrupted.'));
  return {
    async describe(png) {
      const age = { age: LEFT_S };
      const options = { removeOnComplete: age, removeOnFail: age, stackTraceLimit: 1 };
      const { id } = await queue.add(JOB, { png: png.toString('base64') }, options);
      try {
        const until = performance.now() + PATIENCE_MS;
        for (let pause: number = LOOK_MS.first; performance.now() < until; pause = Math.min(2 * pause, LOOK_MS.most)) {
          await sleep(pause);
          const job = await queue.getJob(id!);
          if (job?.finishedOn === undefined) continue;
          if (job.failedReason) throw new Error(`A picture could not be described: ${job.failedReason}`);
          return describedSchema.parse(job.returnvalue);
        }
        return null;
      } finally {
        await queue.remove(id!).catch((err: unknown) => log.warn({ err }, 'a picture stays in the queue for a while'));
      }
    },
    close: () => queue.close(),
  };
}

/** Describes the pictures that are asked about until it is closed. */
export interface DescriptionWorker {
  close(): Promise<void>;
}

/**
 * @param lockMs as of the job worker: what the worker does besides may hold the event loop for long
 * @param concurrency pictures that are looked at at a time: more than one where an engine is waited for
 * @throws the driver's error when the queue cannot be reached
 */
export async function createDescriptionWorker(
  config: QueueConfig,
  describe: DescribePicture,
  { log, lockMs = LEASES.job.leaseMs, concurrency = 1 }: { log: Log; lockMs?: number; concurrency?: number },
): Promise<DescriptionWorker> {
  await prepareBackend(config);
  const worker = openPictureWorker(
    config,
    async ({ data }) => describe(Buffer.from(payloadSchema.parse(data).png, 'base64')),
    { concurrency, lockDuration: lockMs, lockRenewTime: lockMs / 4, stalledInterval: LEASES.job.lookMs },
  );
  worker.on('error', (err) => log.warn({ err }, 'The worker’s connection to the queue of pictures was interrupted.'));
  worker.on('failed', (_, err) => log.error({ err }, 'A picture could not be described.'));
  await worker.waitUntilReady();
  return { close: () => worker.close() };
}
