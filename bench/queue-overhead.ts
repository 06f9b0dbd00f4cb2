import { randomUUID } from 'node:crypto';
import { quiet } from '../src/core/basics/log.js';
import { openEvents, openGenerationQueue, openWorker, prepareBackend, type QueueConfig } from '../src/jobs/backend.js';
import { GENERATION_JOB } from '../src/jobs/job-types.js';
import { createJobWorker } from '../src/jobs/job-worker.js';
import { createJobs } from '../src/jobs/jobs.js';
import { hasRedis, type QueueServer, startPostgres, startRedis } from '../test/conformance/jobs/servers.js';
import type { Row, Section } from './section.js';
import type { Setup } from './setup.js';
import { interleave, timed } from './timing.js';

const JOBS = 100;
const USERS = 20;
const CONCURRENCY = 4;
const ids = () => Array.from({ length: JOBS }, () => randomUUID());
const userOf = (k: number) => `user-${k % USERS}`;

/**
 * Counts jobs until all have been worked on. Not by the queue's events: of two that are written at the same moment on
 * PostgreSQL, a reader may miss one.
 */
function countdown(): { one: () => void; all: Promise<void> } {
  let left = JOBS;
  let resolve: () => void = () => undefined;
  const all = new Promise<void>((done) => {
    resolve = done;
  });
  return {
    one: () => {
      left -= 1;
      if (left === 0) resolve();
    },
    all,
  };
}

/** Milliseconds a job of BullMQ alone, from being added until it was worked on. */
async function plain(config: QueueConfig): Promise<number> {
  const queue = openGenerationQueue(config);
  const events = openEvents(config);
  const { one, all } = countdown();
  const worker = openWorker(config, async () => one(), { concurrency: CONCURRENCY });
  await Promise.all([queue.waitUntilReady(), events.waitUntilReady(), worker.waitUntilReady()]);
  const { seconds } = await timed(async () => {
    await Promise.all(
      ids().map((id, k) => queue.add(GENERATION_JOB, { generationId: id, userKey: userOf(k) }, { jobId: id })),
    );
    await all;
  });
  await worker.close();
  await events.close();
  await queue.close();
  return (1000 * seconds) / JOBS;
}

/** The same through the queue as the bot and its workers use it: fair order, retries, cancel, estimates. */
async function ours(config: QueueConfig): Promise<number> {
  const jobs = await createJobs(config, { log: quiet });
  const { one, all } = countdown();
  const worker = await createJobWorker(config, async () => one(), { log: quiet, concurrency: CONCURRENCY });
  const { seconds } = await timed(async () => {
    await Promise.all(ids().map((id, k) => jobs.enqueue(id, userOf(k))));
    await all;
  });
  await worker.close();
  await jobs.close();
  return (1000 * seconds) / JOBS;
}

async function measure(backend: string, server: QueueServer, rounds: number): Promise<Row> {
  const fresh = () => server.config(`bench-${randomUUID()}`);
  await prepareBackend(fresh());
  try {
    const { bullmq, kaleido } = await interleave(
      { bullmq: () => plain(fresh()), kaleido: () => ours(fresh()) },
      rounds,
    );
    return {
      backend,
      'BullMQ alone, ms a job': bullmq.median,
      'Kaleido, ms a job': kaleido.median,
      ratio: kaleido.median / bullmq.median,
    };
  } finally {
    await server.stop();
  }
}

/** What fairness, cancelling and telling of ends cost a job, beside BullMQ alone on the same server. */
export async function queueOverhead({ rounds }: Setup): Promise<Section> {
  const rows = [await measure('PostgreSQL (embedded)', await startPostgres(), rounds)];
  if (hasRedis()) rows.push(await measure('Redis', await startRedis(), rounds));
  return {
    name: 'queue-overhead',
    title: 'Queue overhead',
    rows,
    notes: [
      `${JOBS} jobs of ${USERS} people added at once, worked on with nothing to do, ${CONCURRENCY} at a time, ` +
        `until all were; ${rounds} rounds in turn.`,
    ],
  };
}
