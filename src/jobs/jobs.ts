import { createBoundary, type Log } from '../core/basics/index.js';

import type { JobEvent, Jobs, QueuePosition } from '../core/index.js';
import { ownValue } from '../engine/basics/index.js';
import { openQueue, prepareBackend, type QueueConfig } from './backend.js';
import { createDurations } from './durations.js';
import { createEndWatch } from './end-watch.js';
import { runningSeconds, waitingSeconds } from './estimate.js';
import { GENERATION_JOB, generationIdOf, jobIdOf } from './job-types.js';
import { createLineReader } from './line.js';
import { DEFAULT_RETRY, jobOptions, type RetryPolicy } from './retry.js';
import { forwardEvents, openSubscription } from './subscription.js';

/** A queue that does not answer for so long, in ms, counts as unreachable. */
const PING_TIMEOUT = 5_000;

export interface JobsOptions {
  log: Log;
  /** Default: 3 attempts, 2 s before the second, doubling. */
  retry?: RetryPolicy;
}

/**
 * Opens the queue for those who ask: the chat side, and whoever recovers lost work. Listens to workers from the start.
 *
 * @throws the driver's error when the queue cannot be reached
 */
export async function createJobs(config: QueueConfig, { log, retry = DEFAULT_RETRY }: JobsOptions): Promise<Jobs> {
  await prepareBackend(config);
  const queue = openQueue(config);
  queue.on('error', (err) => log.warn({ err }, 'A connection to the queue was interrupted; it is opened again.'));
  const subscription = await openSubscription(config, log).catch(async (error: unknown) => {
    await queue.close();
    throw error;
  });
  const listeners = new Set<(event: JobEvent) => void>();
  const boundary = createBoundary('queue events', log);
  const emit = (event: JobEvent) => {
    for (const listener of listeners) boundary.guard(listener)(event);
  };
  const watch = createEndWatch(queue, (jobId) => emit({ type: 'ended', generationId: generationIdOf(jobId) }), log);
  forwardEvents(subscription.events, (event) => {
    if (event.type === 'ended') watch.forget(jobIdOf(event.generationId));
    emit(event);
  });
  const line = createLineReader(queue);
  const durations = createDurations(queue);

  return {
    async enqueue(generationId, userKey) {
      const jobId = jobIdOf(generationId);
      const state = await queue.getJobState(jobId);
      // Asked for again although it has ended: its worker died between the last step and the store, or gave up too
      // early.
      if (state === 'completed' || state === 'failed') await queue.remove(jobId);
      else if (state !== 'unknown') return watch.track(jobId);
      const payload = { generationId, userKey };
      const add = (priority: number) => queue.add(GENERATION_JOB, payload, { jobId, priority, ...jobOptions(retry) });
      await watch.track(jobId, () => line.join(jobId, userKey, add));
    },

    async cancel(generationId) {
      const jobId = jobIdOf(generationId);
      const job = await queue.getJob(jobId);
      const state = job ? await job.getState() : 'unknown';
      // Once it has been started, the store waits for a worker to say that it stopped.
      const wasStarted = (job?.attemptsStarted ?? 0) > 0;
      if (job && state === 'delayed') return job.promote().catch(ignoreMoved);
      if (state === 'active' || (wasStarted && isWaiting(state))) return subscription.publish('stop', jobId);
      if (isWaiting(state) && (await queue.remove(jobId)) === 0) return subscription.publish('stop', jobId);
      await subscription.publish('ended', jobId);
    },

    async position(generationId): Promise<QueuePosition> {
      const jobId = jobIdOf(generationId);
      const [{ active, waiting }, recent] = await Promise.all([line.read(), durations.recent()]);
      const state = { durations: recent, active: active.length };
      const ahead = waiting.indexOf(jobId);
      if (ahead >= 0) return { ahead, etaSeconds: waitingSeconds(ahead, state) };
      if (!active.includes(jobId)) return { ahead: 0, etaSeconds: null };
      const startedAt = (await queue.getJob(jobId))?.processedOn ?? Date.now();
      return { ahead: 0, etaSeconds: runningSeconds((Date.now() - startedAt) / 1000, state) };
    },

    async counts() {
      const counts = await queue.getJobCounts('wait', 'prioritized', 'delayed', 'active', 'failed');
      const of = (state: string) => ownValue(counts, state) ?? 0;
      return { waiting: of('wait') + of('prioritized') + of('delayed'), active: of('active'), failed: of('failed') };
    },

    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },

    async ping() {
      let timer: NodeJS.Timeout | undefined;
      const late = new Promise<never>((_, reject) => {
        timer = setTimeout(() => reject(new Error('The queue does not answer.')), PING_TIMEOUT);
      });
      await Promise.race([queue.getJobCounts('active'), late]).finally(() => clearTimeout(timer));
    },

    async close() {
      listeners.clear();
      await watch.stop();
      await Promise.all([subscription.close(), queue.close()]);
    },
  };
}

function isWaiting(state: string): boolean {
  return state === 'waiting' || state === 'prioritized';
}

/** A delayed job may start by itself at the same moment, and its worker reads the store. */
function ignoreMoved(): void {}
