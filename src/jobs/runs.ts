import { DelayedError, type Job, UnrecoverableError, WaitingError } from 'bullmq';
import { type Log, messageOf } from '../core/basics/index.js';
import { isRetryable, type WorkHandler, WorkPutAside, WorkStopped } from '../core/work/index.js';
import { asidePause, mayPutAside, putAsideAgain } from './aside.js';
import { type JobPayloads, readPayload } from './job-types.js';
import { createReporter } from './reporter.js';

/** Milliseconds after which a patient job asks for a place again. */
const ASKS_AGAIN_MS = 500;

/** The jobs that a worker has in hand. */
export interface Runs {
  readonly size: number;
  /**
   * Works on one job until its handler has ended.
   *
   * @param token what BullMQ locked the job with
   * @throws DelayedError when it let others have the place, or its painter is away, WaitingError when it went back into
   *   the queue, UnrecoverableError when trying again is of no use, and what the handler threw when it is
   */
  run(job: Job, token?: string): Promise<void>;
  /** Tells a job to stop; nothing happens when it is not in hand. */
  stop(jobId: string, reason: WorkStopped): void;
  /** For good: what the queue had just given out begins stopped. */
  stopAll(reason: WorkStopped): void;
}

/** @param mostPatient of patient jobs at a time, ≥ 1 */
export function createRuns(handler: WorkHandler, log: Log, mostPatient: number): Runs {
  const controllers = new Map<string, AbortController>();
  const patient = new Set<string>();
  let allStopped: WorkStopped | null = null;
  return {
    get size() {
      return controllers.size;
    },
    async run(job, token) {
      const jobId = String(job.id);
      const payload = readPayload(job.data);
      if (payload === null) throw new UnrecoverableError('The job names no generation.');
      const { generationId, isPatient = false } = payload;
      if (isPatient && patient.size >= mostPatient) {
        await job.moveToDelayed(Date.now() + ASKS_AGAIN_MS, token);
        throw new DelayedError();
      }
      if (isPatient) patient.add(jobId);
      const controller = new AbortController();
      controllers.set(jobId, controller);
      if (allStopped !== null) controller.abort(allStopped);
      const reporter = createReporter(
        (progress) => job.updateProgress(progress),
        (err) => log.debug({ err, generationId }, 'Progress could not be sent.'),
      );
      try {
        await handler(generationId, {
          signal: controller.signal,
          report: reporter.report,
          isLastAttempt: job.attemptsMade + 1 >= (job.opts.attempts ?? 1),
          mayPutAside: mayPutAside(payload.aside, Date.now()),
        });
      } catch (error) {
        if (error instanceof WorkPutAside) throw await setAside(job, token, payload, error);
        throw await endingOf(job, token, error, controller.signal.reason);
      } finally {
        await reporter.settle();
        controllers.delete(jobId);
        patient.delete(jobId);
      }
    },
    stop(jobId, reason) {
      controllers.get(jobId)?.abort(reason);
    },
    stopAll(reason) {
      allStopped = reason;
      for (const controller of controllers.values()) controller.abort(reason);
    },
  };
}

/** Lets others have its place until its painter may be back. BullMQ counts no attempt for it. */
async function setAside(
  job: Job,
  token: string | undefined,
  payload: JobPayloads['generation'],
  { hasMoved }: WorkPutAside,
): Promise<DelayedError> {
  const now = Date.now();
  const aside = putAsideAgain(payload.aside, hasMoved, now);
  await job.updateData({ ...payload, aside });
  await job.moveToDelayed(now + asidePause(aside), token);
  return new DelayedError();
}

/** What BullMQ shall hear of work that did not succeed. */
async function endingOf(job: Job, token: string | undefined, error: unknown, reason: unknown): Promise<unknown> {
  const kind = reason instanceof WorkStopped ? reason.kind : undefined;
  if (kind === 'handed_back') {
    await job.moveToWait(token);
    return new WaitingError();
  }
  return isRetryable(error) && kind !== 'cancelled' ? error : new UnrecoverableError(messageOf(error));
}
