import type { Aside } from './job-types.js';

/** Milliseconds for which a job is put aside the first time; doubles with each further one. */
const FIRST_PAUSE = 2_000;
/** Short enough that a grid is painted soon after its painter is back. */
const LONGEST_PAUSE = 30_000;
/** Milliseconds for which a job may be put aside; what is away for longer is told to whoever waits. */
const LIMIT = 10 * 60_000;

/** Whether work that has been put aside may be so once more. @param now milliseconds since 1970 */
export function mayPutAside(aside: Aside | undefined, now: number): boolean {
  return aside === undefined || now - aside.since < LIMIT;
}

/** What to remember of a job that is put aside. @param hasMoved something of it was done since the last time */
export function putAsideAgain(aside: Aside | undefined, hasMoved: boolean, now: number): Aside {
  return aside === undefined || hasMoved ? { since: now, times: 1 } : { ...aside, times: aside.times + 1 };
}

/** Milliseconds until it is given out again. */
export function asidePause({ times }: Aside): number {
  return Math.min(FIRST_PAUSE * 2 ** (times - 1), LONGEST_PAUSE);
}
