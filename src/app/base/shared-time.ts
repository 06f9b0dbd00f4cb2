import type { Log } from '../../core/basics/index.js';

/**
 * Milliseconds between two looks at the database's clock: a machine that slept, or a server that was set, is noticed.
 */
const LOOK_EVERY = 10_000;
/** Differences up to this, in milliseconds, are mere delay and jitter. */
const TOLERANCE = 200;
/** A clock that is wrong by more than this, in milliseconds, is worth a line in the log. */
const WORTH_TELLING = 2_000;

/** The database's time in this process. */
export interface SharedTime {
  /** Gives this process its own clock back. */
  stop(): void;
}

/**
 * Gives this process the database's time of day, whatever its own clock says. Rows of the store, and locks and delays
 * in the queue, are compared by processes on different machines, and each of them, as well as BullMQ, discord.js and
 * Bolt, asks `Date.now` for the time: a machine whose clock is 20 minutes ahead would take everybody's jobs away, and
 * one whose clock is set back would wait for as long. Between two looks time runs by the monotonic clock, so that a
 * clock which jumps moves nothing. While the database is away it runs on.
 *
 * `new Date()` without arguments is not changed: our sources write `timeOfDay()`.
 *
 * @param read the database's time
 * @throws what `read` throws at the first look
 */
export async function shareTime(read: () => Promise<Date>, log: Log): Promise<SharedTime> {
  const ownNow = Date.now;
  let offset = Number.NaN;
  let told = 0;

  const look = async (): Promise<void> => {
    const before = performance.now();
    const time = (await read()).getTime();
    const after = performance.now();
    const measured = time - (before + after) / 2;
    if (!(Math.abs(measured - offset) <= TOLERANCE + (after - before) / 2)) offset = measured;
    tell(Math.round(ownNow() - (after + offset)));
  };

  /** @param aheadMs how far this machine's own clock is ahead of the database's */
  const tell = (aheadMs: number): void => {
    if (Math.abs(aheadMs - told) <= WORTH_TELLING) return;
    told = aheadMs;
    log.warn({ aheadMs }, 'this machine’s clock is not the database’s, whose time is used; set it by NTP');
  };

  await look();
  Date.now = () => Math.floor(performance.now() + offset);
  const timer = setInterval(() => {
    look().catch((err: unknown) => log.debug({ err }, 'the database did not tell the time'));
  }, LOOK_EVERY);
  timer.unref();
  return {
    stop() {
      clearInterval(timer);
      Date.now = ownNow;
    },
  };
}
