import { LEASES, type Log, timeOfDay } from '../../core/basics/index.js';
import type { Cleanup, Foundation } from '../base/index.js';

/**
 * Puts requests into the queue that were accepted but have no job: the process died in between, or the queue was lost.
 * Looks now and then every few seconds, see `LEASES`.
 */
export function startRecovery({ store, jobs }: Foundation, log: Log, cleanup: Cleanup): void {
  const sweep = async () => {
    const before = new Date(timeOfDay().getTime() - LEASES.request.leaseMs);
    for (let page = await store.generations.unfinished(before); page.length > 0; ) {
      const lost = new Set(await jobs.missing(page.map(({ id }) => id)));
      for (const { id, userKey, isPatient } of page) if (lost.has(id)) await jobs.enqueue(id, userKey, isPatient);
      page = await store.generations.unfinished(before, page.at(-1)!.id);
    }
  };
  let running = Promise.resolve();
  const run = () => {
    running = running.then(sweep).catch((err: unknown) => log.error({ err }, 'requests could not be looked through'));
  };
  run();
  const timer = setInterval(run, LEASES.request.lookMs);
  cleanup.add('recovery', async () => {
    clearInterval(timer);
    await running;
  });
}
