import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

/** A service of the real command line in a process of its own. */
export interface ServiceProcess {
  child: ChildProcess;
  /** Its log so far. */
  log(): string;
  /** Resolves when the log has the text. Rejects when the process ends first. */
  logged(text: string): Promise<void>;
  /** Resolves to its exit code when it has ended; to null when a signal ended it. */
  ended: Promise<number | null>;
  /** Ends it in order; resolves to its exit code. */
  stop(): Promise<number | null>;
  /** Ends it as a crash does. */
  kill(): Promise<void>;
}

/**
 * Starts `kaleido <command>` with just the settings given.
 * @param main the built command line; the sources by default
 */
export function startService(
  command: string,
  settings: Readonly<Record<string, string>>,
  main: string | null = null,
): ServiceProcess {
  const program = main === null ? ['--import', 'tsx', 'src/main.ts'] : [main];
  const child = spawn(process.execPath, [...program, command], {
    cwd: ROOT,
    env: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      KALEIDO_THREADS: '1',
      KALEIDO_ENV_FILE: 'none',
      ...settings,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let log = '';
  const gather = (chunk: Buffer) => {
    log += chunk.toString();
  };
  child.stdout.on('data', gather);
  child.stderr.on('data', gather);
  const ended = new Promise<number | null>((resolve) => child.once('close', (code) => resolve(code)));
  const end = async (signal: NodeJS.Signals) => {
    child.kill(signal);
    return ended;
  };
  return {
    child,
    log: () => log,
    ended,
    logged: (text) =>
      new Promise((resolve, reject) => {
        const look = () => {
          if (!log.includes(text)) return;
          child.stderr.off('data', look);
          resolve();
        };
        child.stderr.on('data', look);
        void ended.then(() => reject(new Error(`kaleido ${command} ended before it said "${text}":\n${log}`)));
        look();
      }),
    stop: () => end('SIGTERM'),
    kill: async () => {
      await end('SIGKILL');
    },
  };
}

/** A folder for the time of a test. */
export async function openFolder(): Promise<{ path: string; remove(): Promise<void> }> {
  const path = await mkdtemp(join(tmpdir(), 'kaleido-e2e-'));
  return { path, remove: () => rm(path, { recursive: true, force: true }) };
}
