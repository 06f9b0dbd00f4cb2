import { setTimeout as sleep } from 'node:timers/promises';
import { isOutage } from '../core/basics/index.js';

/** Milliseconds before the second attempt; doubles with each further one. */
const FIRST_PAUSE = 500;
/** Short enough that work goes on soon after the outage, and that those who watch for progress see some. */
const LONGEST_PAUSE = 5_000;
/** Milliseconds of an outage after which the work goes back to the queue. */
const LIMIT = 10 * 60_000;

/** Runs steps of one piece of work, each until the storage that it needs is there. */
export type Patience = <T>(step: () => Promise<T>) => Promise<T>;

/**
 * Steps that fail because database, queue or pictures are away are tried again, so that a disk that is full for a
 * while costs nobody a painted grid. A step is to do no harm when it runs twice.
 *
 * @param signal throws its reason out of the wait
 * @param onOutage told before each wait
 * @param limitMs from the beginning of a step; what fails later is not tried again
 */
export function createPatience(
  signal: AbortSignal,
  onOutage: (error: unknown) => void,
  limitMs: number = LIMIT,
): Patience {
  return async (step) => {
    const start = performance.now();
    for (let pause = FIRST_PAUSE; ; pause = Math.min(2 * pause, LONGEST_PAUSE)) {
      try {
        return await step();
      } catch (error) {
        if (!isOutage(error) || performance.now() - start > limitMs) throw error;
        signal.throwIfAborted();
        onOutage(error);
      }
      await sleep(pause, undefined, { signal }).catch(() => signal.throwIfAborted());
    }
  };
}
