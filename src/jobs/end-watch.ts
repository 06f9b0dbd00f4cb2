import type { Log } from '../core/basics/index.js';
import type { GenerationQueue } from './backend.js';

/** Milliseconds between two looks. */
const EVERY = 2_000;

/** Notices the end of jobs whose event never came. */
export interface EndWatch {
  /** Notes a job that is being added to the queue, or is in it already; it may end before `add` resolves. */
  track(jobId: string, add?: () => Promise<void>): Promise<void>;
  /** Its end was heard of. */
  forget(jobId: string): void;
  /** Resolves when no look is under way any more. */
  stop(): Promise<void>;
}

/**
 * The event stream alone is not enough: on PostgreSQL a reader goes on from the highest number that it saw, and of two
 * events written at the same moment the lower number may become visible later; it is never read then. So while jobs are
 * tracked, the queue itself is looked at every two seconds.
 *
 * @param onEnd called once for a tracked job that neither waits nor runs any more
 */
export function createEndWatch(queue: GenerationQueue, onEnd: (jobId: string) => void, log: Log): EndWatch {
  const tracked = new Map<string, number>();

  const look = async (): Promise<void> => {
    if (tracked.size === 0) return;
    const startedAt = performance.now();
    const lists = await Promise.all(
      (['active', 'wait', 'prioritized', 'delayed'] as const).map((state) => queue.getRanges([state], 0, -1)),
    );
    const present = new Set(lists.flat());
    for (const [jobId, since] of [...tracked]) {
      if (since > startedAt || present.has(jobId)) continue;
      // It may have moved from one list to another between the readings.
      const state = await queue.getJobState(jobId);
      if (state !== 'completed' && state !== 'failed' && state !== 'unknown') continue;
      if (tracked.delete(jobId)) onEnd(jobId);
    }
  };

  let looking = Promise.resolve();
  const timer = setInterval(() => {
    looking = looking
      .then(look)
      .catch((err: unknown) => log.debug({ err }, 'the queue could not be looked through for jobs that ended'));
  }, EVERY);
  // The event stream and the chat keep the program alive, not this.
  timer.unref();

  return {
    async track(jobId, add = async () => {}) {
      tracked.set(jobId, Number.POSITIVE_INFINITY);
      try {
        await add();
      } catch (error) {
        tracked.delete(jobId);
        throw error;
      }
      if (tracked.has(jobId)) tracked.set(jobId, performance.now());
    },
    forget: (jobId) => {
      tracked.delete(jobId);
    },
    async stop() {
      clearInterval(timer);
      await looking;
    },
  };
}
