import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import type { Log } from '../../core/basics/index.js';

/** Milliseconds before the first restart; doubles with each that follows soon after. */
const FIRST_BACKOFF = 500;
const LONGEST_BACKOFF = 30_000;
/** A worker that lived this long, in milliseconds, had started well. */
const HEALTHY_AFTER = 60_000;
/** Milliseconds that a worker may take to finish or hand back what it has in hand. */
const GRACE = 45_000;

export interface WorkerProcess {
  /** Asks the worker to finish or hand back what it has in hand, and resolves when it is gone. */
  stop(): Promise<void>;
}

/** How to start one worker; the default runs this command line's `worker`. */
export type StartWorker = () => ChildProcess;

/**
 * Starts `kaleido worker` as this process was started, in its own process so that painting never delays an answer in
 * chat.
 *
 * @param logFile where its log goes; stderr when absent
 */
export function workerStarter(environment: NodeJS.ProcessEnv, logFile?: string): StartWorker {
  return () => {
    const log = logFile === undefined ? 2 : openSync(logFile, 'a');
    try {
      // Its stdout joins its stderr: what a command answers is all that belongs on stdout.
      return fork(process.argv[1]!, ['worker'], { env: environment, stdio: ['ignore', log, log, 'ipc'] });
    } finally {
      if (log !== 2) closeSync(log);
    }
  };
}

/**
 * Keeps a worker process running: one that ends by itself is started again, at growing intervals while it keeps ending
 * soon. Waiting grids stay in the queue meanwhile.
 */
export function superviseWorker(start: StartWorker, log: Log): WorkerProcess {
  const stopping = new AbortController();
  let child: ChildProcess | undefined;

  const running = (async () => {
    let backoff = FIRST_BACKOFF;
    while (!stopping.signal.aborted) {
      const startedAt = Date.now();
      child = start();
      const [code, signal] = await ended(child);
      if (stopping.signal.aborted) return;
      if (Date.now() - startedAt > HEALTHY_AFTER) backoff = FIRST_BACKOFF;
      log.error({ code, signal, restartMs: backoff }, 'the worker process ended and is started again');
      await wait(backoff, undefined, { signal: stopping.signal }).catch(() => undefined);
      backoff = Math.min(2 * backoff, LONGEST_BACKOFF);
    }
  })();

  return {
    async stop() {
      stopping.abort();
      child?.kill('SIGTERM');
      const killer = setTimeout(() => child?.kill('SIGKILL'), GRACE);
      await running;
      clearTimeout(killer);
    },
  };
}

/** Exit code and signal; a process that could not even be started counts as ended. */
async function ended(child: ChildProcess): Promise<readonly [code: number | null, signal: string | null]> {
  if (child.exitCode !== null || child.signalCode !== null) return [child.exitCode, child.signalCode];
  const [code, signal] = await Promise.race([once(child, 'exit'), once(child, 'error').then(() => [null, null])]);
  return [code, signal];
}
