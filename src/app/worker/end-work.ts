import { setTimeout as sleep } from 'node:timers/promises';
import type { JobWorker } from '../../jobs/index.js';
import { type ReadinessChecks, statesOf } from '../base/index.js';

/** Milliseconds that a worker which shuts down has to finish what it has in hand; the rest is handed back. */
const GRACE_MS = 30_000;
/** Milliseconds in which the queue takes back what was not finished; where it is away, it has it after the lease. */
const HAND_BACK_MS = 2_000;
/** Milliseconds between two looks at what the work stands on. */
const LOOK_EVERY = 1_000;
/**
 * Naps of so many milliseconds in which an answer is to come, and not their sum: a step of the model holds the event
 * loop, and what came meanwhile is read between two naps.
 */
const NAPS = 4;
const NAP_MS = 250;

/** How long a worker may take to end. */
export interface EndLimits {
  /** Milliseconds for what is in hand; 0 to hand it back at once. */
  graceMs: number;
  /** Milliseconds that the end takes at most. */
  wholeMs: number;
}

/** @param stepMs what one step of the model takes at most, which holds the event loop */
export function endLimits(stepMs: number): EndLimits {
  const lookMs = NAPS * Math.max(NAP_MS, stepMs);
  return { graceMs: GRACE_MS, wholeMs: GRACE_MS + lookMs + LOOK_EVERY + HAND_BACK_MS };
}

/**
 * Closes a worker. What it has in hand may be finished in its grace, as long as all that it stands on answers: with the
 * database, the queue or the pictures away nothing is finished, and another worker has the job after the lease.
 *
 * @param checks what the work stands on
 * @throws Error when the queue does not take the work back in time
 */
export async function endWork(
  worker: JobWorker,
  checks: ReadinessChecks,
  { graceMs }: Pick<EndLimits, 'graceMs'>,
): Promise<void> {
  const closed = worker.close().then(() => true);
  for (const end = performance.now() + graceMs; worker.running > 0 && performance.now() < end; ) {
    const isPointless = isAnyAway(checks);
    if (await Promise.race([closed, isPointless])) break;
    if (await Promise.race([closed, sleep(LOOK_EVERY, false)])) break;
  }
  worker.handBack();
  if (!(await Promise.race([closed, sleep(HAND_BACK_MS, false)]))) throw new Error('The queue did not take it back.');
}

/** Whether one of them does not answer, or not in time. */
async function isAnyAway(checks: ReadinessChecks): Promise<boolean> {
  const answered = statesOf(checks, GRACE_MS).then((states) => Object.values(states).some((answers) => !answers));
  return Promise.race([answered, naps()]);
}

async function naps(): Promise<boolean> {
  for (let k = 0; k < NAPS; k++) await sleep(NAP_MS);
  return true;
}
