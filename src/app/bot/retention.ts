import type { Log } from '../../core/basics/index.js';
import { sweep } from '../../core/retention/index.js';
import type { Cleanup, Foundation } from '../base/index.js';

const EVERY_MS = 10 * 60_000;

/** Lets go of what is kept no longer, now and then every ten minutes. */
export function startRetention(
  { store, jobs, blobs }: Foundation,
  { keepDays = null, log, cleanup }: { keepDays: number | undefined | null; log: Log; cleanup: Cleanup },
): void {
  let running = Promise.resolve();
  const run = () => {
    running = running
      .then(() => sweep({ store, jobs, blobs, log, keepDays }))
      .catch((err: unknown) => log.error({ err }, 'what is kept no longer could not be looked through'));
  };
  run();
  const timer = setInterval(run, EVERY_MS);
  cleanup.add('retention', async () => {
    clearInterval(timer);
    await running;
  });
}
