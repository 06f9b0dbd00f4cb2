import { LEASES, type Log } from '../core/basics/index.js';
import { type WorkHandler, WorkStopped } from '../core/work/index.js';
import { openWorker, prepareBackend, type QueueConfig } from './backend.js';
import { createRuns } from './runs.js';
import { openSubscription, type Signals } from './subscription.js';

export interface JobWorkerOptions {
  log: Log;
  /** Generations worked on at a time, ≥ 1; patient ones leave one place to others where there are two. Default 4. */
  concurrency?: number;
  /** A worker that is silent for so long, in ms, is taken for dead and its jobs are given to others. See `LEASES`. */
  lockMs?: number;
  /** How often dead workers are looked for, in ms. See `LEASES`. */
  stalledEveryMs?: number;
}

/** Works on jobs until it is closed. */
export interface JobWorker {
  /** Jobs in hand. */
  readonly running: number;
  /**
   * Takes no more jobs and waits for those in hand; those that are not done after `graceMs` (default: no limit) are
   * told to stop and go back to the head of the queue.
   */
  close(graceMs?: number): Promise<void>;
  /** Tells those in hand to stop and go back to the head of the queue. For a worker that is closed at the same time. */
  handBack(): void;
}

/**
 * No limit on how often a job survives its worker: `attempt` tells the handler, who can end the generation properly.
 */
const MOST_STALLS = 1_000_000;
/** Pause in ms before a worker that lost the queue tries again. */
const RECONNECT_EVERY = 1_000;

/**
 * Takes jobs from the queue and calls `handler` with each.
 *
 * @throws the driver's error when the queue cannot be reached
 */
export async function createJobWorker(
  config: QueueConfig,
  handler: WorkHandler,
  { log, concurrency = 4, lockMs = LEASES.job.leaseMs, stalledEveryMs = LEASES.job.lookMs }: JobWorkerOptions,
): Promise<JobWorker> {
  await prepareBackend(config);
  const runs = createRuns(handler, log, Math.max(1, concurrency - 1));
  const subscription = await openSubscription(config, log);
  subscription.events.on<Signals, 'stop'>('stop', ({ jobId }) => runs.stop(jobId, new WorkStopped('cancelled')));
  const worker = openWorker(config, runs.run, {
    concurrency,
    lockDuration: lockMs,
    lockRenewTime: lockMs / 4,
    stalledInterval: stalledEveryMs,
    maxStalledCount: MOST_STALLS,
    runRetryDelay: RECONNECT_EVERY,
  });
  worker.on('error', (err) => log.warn({ err }, 'The worker’s connection to the queue was interrupted.'));
  worker.on('failed', (job, err) => log.warn({ err, jobId: job?.id }, 'A job failed.'));
  worker.on('stalled', (jobId) => log.warn({ jobId }, 'A worker died; its job is given to another.'));
  worker.on('lockRenewalFailed', (jobIds) => {
    for (const jobId of jobIds) runs.stop(jobId, new WorkStopped('lost'));
  });
  await worker.waitUntilReady();

  const handBack = () => runs.stopAll(new WorkStopped('handed_back'));
  return {
    get running() {
      return runs.size;
    },
    handBack,
    async close(graceMs) {
      const closing = worker.close();
      const timer = graceMs === undefined ? undefined : setTimeout(handBack, graceMs);
      await closing.finally(() => clearTimeout(timer));
      await subscription.close();
    },
  };
}
