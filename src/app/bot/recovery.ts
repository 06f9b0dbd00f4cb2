import type { Log } from '../../core/basics/index.js';
import type { Cleanup, Foundation } from '../base/index.js';

/** Milliseconds between two looks for lost requests. */
const EVERY = 60_000;
/** A request younger than this, in milliseconds, is just being put into the queue. */
const GRACE = 15_000;

/**
 * Puts requests into the queue that were accepted but have no job: the process died in between, or the queue was lost.
 * Looks now and then every minute.
 */
export function startRecovery({ store, jobs }: Foundation, log: Log, cleanup: Cleanup): void {
  const sweep = async () => {
    const lost = await store.generations.unfinished(new Date(Date.now() - GRACE));
    for (const { id, userKey } of lost) await jobs.enqueue(id, userKey);
  };
  let running = Promise.resolve();
  const run = () => {
    running = running.then(sweep).catch((err: unknown) => log.error({ err }, 'requests could not be looked through'));
  };
  run();
  const timer = setInterval(run, EVERY);
  cleanup.add('recovery', async () => {
    clearInterval(timer);
    await running;
  });
}
