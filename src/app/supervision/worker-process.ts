import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import type { Log } from '../../core/basics/index.js';
import { BEAT_MS, readBeat } from './pulse.js';
import { createStuckWatch, type StuckWatch } from './stuck-watch.js';

/** Milliseconds before the first restart; doubles with each that follows soon after. */
const FIRST_BACKOFF = 500;
const LONGEST_BACKOFF = 30_000;
/** A worker that lived this long, in milliseconds, had started well. */
const HEALTHY_AFTER = 60_000;
/** Milliseconds that a worker may take to finish or hand back what it has in hand. */
const GRACE = 45_000;

export interface WorkerProcess {
  /** Resolves with the exit code of a worker that ended before it had ever started; never when it is tried again. */
  failed: Promise<number>;
  /** Asks the worker to finish or hand back what it has in hand, and resolves when it is gone. */
  stop(): Promise<void>;
}

/** How to start one worker; the default runs this command line's `worker`. */
export type StartWorker = () => ChildProcess;

/** The word that tells a worker that it is watched. */
const SUPERVISED = '--supervised';

/**
 * Starts `kaleido worker` as this process was started, in its own process so that painting never delays an answer in
 * chat, and so that one that is stuck can be replaced.
 *
 * @param words the command and its flags
 * @param logFile where its log goes; stderr when absent
 */
export function workerStarter(
  environment: NodeJS.ProcessEnv,
  logFile?: string,
  words: readonly string[] = ['worker'],
): StartWorker {
  return () => {
    const log = logFile === undefined ? 2 : openSync(logFile, 'a');
    try {
      // Its stdout joins its stderr: what a command answers is all that belongs on stdout.
      return fork(process.argv[1]!, [...words, SUPERVISED], { env: environment, stdio: ['ignore', log, log, 'ipc'] });
    } finally {
      if (log !== 2) closeSync(log);
    }
  };
}

export interface SupervisionOptions {
  /** A worker that ends by itself before it has ever started is not started again: its settings are wrong. */
  mustStart?: boolean;
}

/**
 * Keeps a worker process running: one that ends by itself, or is stuck, is started again, at growing intervals while it
 * keeps ending soon. Waiting grids stay in the queue meanwhile.
 */
export function superviseWorker(start: StartWorker, log: Log, options: SupervisionOptions = {}): WorkerProcess {
  const stopping = new AbortController();
  const watch = createStuckWatch();
  let child: ChildProcess | undefined;
  let hasStarted = false;
  let fail: (code: number) => void = () => undefined;
  const failed = new Promise<number>((resolve) => {
    fail = resolve;
  });
  const replacing = setInterval(() => replaceStuck(child, watch, log), BEAT_MS);

  const running = (async () => {
    let backoff = FIRST_BACKOFF;
    while (!stopping.signal.aborted) {
      const startedAt = performance.now();
      watch.begin();
      child = start();
      child.on('message', (message) => {
        const beat = readBeat(message);
        if (beat === null) return;
        hasStarted ||= beat.isReady;
        watch.note(beat);
      });
      const [code, signal] = await ended(child);
      if (stopping.signal.aborted) return;
      if (options.mustStart && !hasStarted && code !== null) return fail(code);
      if (performance.now() - startedAt > HEALTHY_AFTER) backoff = FIRST_BACKOFF;
      log.error({ code, signal, restartMs: backoff }, 'the worker process ended and is started again');
      await wait(backoff, undefined, { signal: stopping.signal }).catch(() => undefined);
      backoff = Math.min(2 * backoff, LONGEST_BACKOFF);
    }
  })().finally(() => clearInterval(replacing));

  const end = async () => {
    stopping.abort();
    child?.kill('SIGTERM');
    const killer = setTimeout(() => child?.kill('SIGKILL'), GRACE);
    await running;
    clearTimeout(killer);
  };
  let ending: Promise<void> | undefined;
  return {
    failed,
    stop() {
      // A second signal would end it at once.
      ending ??= end();
      return ending;
    },
  };
}

/** What is stuck takes no other signal, neither in a native call nor when it is stopped. */
function replaceStuck(child: ChildProcess | undefined, watch: StuckWatch, log: Log): void {
  if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
  const waitedMs = watch.look();
  if (waitedMs === null) return;
  log.error({ pid: child.pid, waitedMs }, 'the worker process makes no progress and is replaced');
  child.kill('SIGKILL');
}

/** Exit code and signal; a process that could not even be started counts as ended. */
async function ended(child: ChildProcess): Promise<readonly [code: number | null, signal: string | null]> {
  if (child.exitCode !== null || child.signalCode !== null) return [child.exitCode, child.signalCode];
  const [code, signal] = await Promise.race([once(child, 'exit'), once(child, 'error').then(() => [null, null])]);
  return [code, signal];
}
