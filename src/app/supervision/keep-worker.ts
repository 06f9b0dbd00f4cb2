import { once } from 'node:events';
import { givenEnvironment } from '../../config.js';
import type { Config } from '../../settings/index.js';
import { createLog } from '../log/index.js';
import { superviseWorker, workerStarter } from './worker-process.js';

/**
 * `kaleido worker`: keeps one worker process running until `signal` aborts.
 *
 * @param words the command and its flags, for that process
 * @returns the exit code of a worker that could not start, 0 otherwise
 */
export async function keepWorker(config: Config, words: readonly string[], signal: AbortSignal): Promise<number> {
  const worker = superviseWorker(workerStarter(givenEnvironment(), undefined, words), createLog(config), {
    mustStart: true,
  });
  const aborted = signal.aborted ? Promise.resolve() : once(signal, 'abort');
  const code = await Promise.race([worker.failed, aborted.then(() => 0)]);
  await worker.stop();
  return code;
}
