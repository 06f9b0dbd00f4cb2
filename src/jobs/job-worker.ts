import { type Job, UnrecoverableError, WaitingError } from 'bullmq';
import { type Log, messageOf } from '../core/basics/index.js';

import { isRetryable, type WorkHandler, WorkStopped } from '../core/work/index.js';

import { openWorker, prepareBackend, type QueueConfig } from './backend.js';
import { readPayload } from './job-types.js';
import { createReporter } from './reporter.js';
import type { Signals } from './signals.js';
import { openSubscription } from './subscription.js';

export interface JobWorkerOptions {
  log: Log;
  /** Generations worked on at a time, ≥ 1. Default 4. */
  concurrency?: number;
  /** A worker that is silent for so long, in ms, is taken for dead and its jobs are given to others. Default 15 000. */
  lockMs?: number;
  /** How often dead workers are looked for, in ms. Default 5 000. */
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
  { log, concurrency = 4, lockMs = 15_000, stalledEveryMs = 5_000 }: JobWorkerOptions,
): Promise<JobWorker> {
  await prepareBackend(config);
  const controllers = new Map<string, AbortController>();
  const stop = (jobId: string, reason: WorkStopped) => controllers.get(jobId)?.abort(reason);

  const work = async (job: Job, token?: string): Promise<void> => {
    const jobId = String(job.id);
    const payload = readPayload(job.data);
    if (payload === null) throw new UnrecoverableError('The job names no generation.');
    const { generationId } = payload;
    const controller = new AbortController();
    controllers.set(jobId, controller);
    const reporter = createReporter(
      (progress) => job.updateProgress(progress),
      (err) => log.debug({ err, generationId }, 'Progress could not be sent.'),
    );
    try {
      await handler(generationId, {
        signal: controller.signal,
        report: reporter.report,
        attempt: job.attemptsStarted,
        isLastAttempt: job.attemptsMade + 1 >= (job.opts.attempts ?? 1),
      });
    } catch (error) {
      const { reason } = controller.signal;
      const kind = reason instanceof WorkStopped ? reason.kind : undefined;
      if (kind === 'handed_back') {
        await job.moveToWait(token);
        throw new WaitingError();
      }
      if (isRetryable(error) && kind !== 'cancelled') throw error;
      throw new UnrecoverableError(messageOf(error));
    } finally {
      await reporter.settle();
      controllers.delete(jobId);
    }
  };

  const subscription = await openSubscription(config, log);
  subscription.events.on<Signals, 'stop'>('stop', ({ jobId }) => stop(jobId, new WorkStopped('cancelled')));
  const worker = openWorker(config, work, {
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
    for (const jobId of jobIds) stop(jobId, new WorkStopped('lost'));
  });
  await worker.waitUntilReady();

  return {
    get running() {
      return controllers.size;
    },
    async close(graceMs) {
      const closing = worker.close();
      const timer =
        graceMs === undefined
          ? undefined
          : setTimeout(() => {
              for (const controller of controllers.values()) controller.abort(new WorkStopped('handed_back'));
            }, graceMs);
      await closing.finally(() => clearTimeout(timer));
      await subscription.close();
    },
  };
}
