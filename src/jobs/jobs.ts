import { createBoundary, type Log } from '../core/basics/index.js';

import type { JobEvent, Jobs, QueuePosition } from '../core/index.js';
import { ownValue } from '../engine/basics/index.js';
import { type GenerationQueue, openGenerationQueue, prepareBackend, type QueueConfig } from './backend.js';
import { createDescriptionAsker, type DescriptionAsker } from './descriptions.js';
import { createEndWatch, type EndWatch } from './end-watch.js';
import { createDurations, type Durations, runningSeconds, waitingSeconds } from './estimate.js';
import {
  DEFAULT_RETRY,
  GENERATION_JOB,
  generationIdOf,
  type JobPayloads,
  jobIdOf,
  jobOptions,
  type RetryPolicy,
} from './job-types.js';
import { createLineReader, type LineReader } from './line.js';
import { forwardEvents, openSubscription, type Subscription } from './subscription.js';

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
  const queue = openGenerationQueue(config);
  queue.on('error', (err) => log.warn({ err }, 'A connection to the queue was interrupted; it is opened again.'));
  const subscription = await openSubscription(config, log).catch(async (error: unknown) => {
    await queue.close();
    throw error;
  });
  const listeners = createListeners(log);
  const watch = createEndWatch(queue, listeners.emitEnd, log);
  forwardEvents(subscription.events, (event) => {
    if (event.type === 'ended') watch.forget(jobIdOf(event.generationId));
    listeners.emit(event);
  });
  const line = createLineReader(queue);
  const durations = createDurations(queue);
  // A worker asks for none.
  let pictures: DescriptionAsker | undefined;

  return {
    enqueue: (generationId, userKey, isPatient) =>
      enqueue({ queue, line, watch, retry }, { generationId, userKey, ...(isPatient ? { isPatient } : {}) }),
    cancel: (generationId) => cancel(queue, subscription, jobIdOf(generationId)),
    missing: (generationIds) => missing(line, generationIds),
    position: (generationId) => positionOf({ queue, line, durations }, jobIdOf(generationId)),

    async counts() {
      const counts = await queue.getJobCounts('wait', 'prioritized', 'delayed', 'active', 'failed');
      const of = (state: string) => ownValue(counts, state) ?? 0;
      return { waiting: of('wait') + of('prioritized') + of('delayed'), active: of('active'), failed: of('failed') };
    },

    describe(png) {
      pictures ??= createDescriptionAsker(config, log);
      return pictures.describe(png);
    },
    subscribe: listeners.subscribe,
    ping: () => ping(queue),

    async close() {
      listeners.clear();
      await watch.stop();
      await Promise.all([subscription.close(), queue.close(), pictures?.close()]);
    },
  };
}

/** Those who are told what happens to generations. */
interface Listeners {
  subscribe(listener: (event: JobEvent) => void): () => void;
  /** What one listener throws, the others do not feel. */
  emit(event: JobEvent): void;
  emitEnd(jobId: string): void;
  clear(): void;
}

function createListeners(log: Log): Listeners {
  const listeners = new Set<(event: JobEvent) => void>();
  const boundary = createBoundary('queue events', log);
  const emit = (event: JobEvent) => {
    for (const listener of listeners) boundary.guard(listener)(event);
  };
  return {
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    emit,
    emitEnd: (jobId) => emit({ type: 'ended', generationId: generationIdOf(jobId) }),
    clear: () => listeners.clear(),
  };
}

interface Enqueuing {
  queue: GenerationQueue;
  line: LineReader;
  watch: EndWatch;
  retry: RetryPolicy;
}

async function enqueue({ queue, line, watch, retry }: Enqueuing, payload: JobPayloads['generation']): Promise<void> {
  const { generationId, userKey } = payload;
  const jobId = jobIdOf(generationId);
  const state = await queue.getJobState(jobId);
  // Asked for again although it has ended: its worker died between the last step and the store, or gave up too early.
  if (state === 'completed' || state === 'failed') await queue.remove(jobId);
  else if (state !== 'unknown') return watch.track(jobId);
  const add = (priority: number) => queue.add(GENERATION_JOB, payload, { jobId, priority, ...jobOptions(retry) });
  await watch.track(jobId, () => line.join(jobId, userKey, add));
}

async function missing(line: LineReader, generationIds: readonly string[]): Promise<string[]> {
  const present = await line.present();
  return generationIds.filter((id) => !present.has(jobIdOf(id)));
}

async function cancel(queue: GenerationQueue, { publish }: Subscription, jobId: string): Promise<void> {
  const job = await queue.getJob(jobId);
  const state = job ? await job.getState() : 'unknown';
  // Once it has been started, the store waits for a worker to say that it stopped.
  const wasStarted = (job?.attemptsStarted ?? 0) > 0;
  if (job && state === 'delayed') return promote(job);
  if (state === 'active' || (wasStarted && isWaiting(state))) return publish('stop', jobId);
  if (isWaiting(state) && (await queue.remove(jobId)) === 0) return publish('stop', jobId);
  await publish('ended', jobId);
}

interface Positioning {
  queue: GenerationQueue;
  line: LineReader;
  durations: Durations;
}

async function positionOf({ queue, line, durations }: Positioning, jobId: string): Promise<QueuePosition> {
  const [{ active, waiting }, recent] = await Promise.all([line.read(), durations.recent()]);
  const state = { durations: recent, active: active.length };
  const ahead = waiting.indexOf(jobId);
  if (ahead >= 0) return { ahead, etaSeconds: waitingSeconds(ahead, state) };
  if (!active.includes(jobId)) return { ahead: 0, etaSeconds: null };
  const startedAt = (await queue.getJob(jobId))?.processedOn ?? Date.now();
  return { ahead: 0, etaSeconds: runningSeconds(Math.max(0, Date.now() - startedAt) / 1000, state) };
}

/** @throws Error when the queue does not answer in time, and the driver's when it cannot be reached */
async function ping(queue: GenerationQueue): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('The queue does not answer.')), PING_TIMEOUT);
  });
  await Promise.race([queue.getJobCounts('active'), late]).finally(() => clearTimeout(timer));
}

function isWaiting(state: string): boolean {
  return state === 'waiting' || state === 'prioritized';
}

/** Has a delayed job looked at now, on any place: there is nothing left to be patient for. */
async function promote(job: NonNullable<Awaited<ReturnType<GenerationQueue['getJob']>>>): Promise<void> {
  await job.updateData({ ...job.data, isPatient: false });
  await job.promote().catch(ignoreMoved);
}

/** A delayed job may start by itself at the same moment, and its worker reads the store. */
function ignoreMoved(): void {}
