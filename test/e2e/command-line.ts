import { type ChildProcess, spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** A bundle of the real format with random weights: everything but the beauty of the pictures is real. */
export const TINY_BUNDLE = fileURLToPath(new URL('../fixtures/bundle-tiny', import.meta.url));

/** Where a command that wants a database puts it. */
const DATA = join(tmpdir(), `kaleido-e2e-data-${process.pid}`);

export interface Finished {
  exitCode: number | null;
  stdout: string;
  stderr: string;
}

/** Starts the real command line in a process of its own, with no Kaleido settings but those given. */
export function start(
  words: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): { child: ChildProcess; finished: Promise<Finished> } {
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/main.ts', ...words], {
    cwd: ROOT,
    env: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      KALEIDO_BUNDLE: TINY_BUNDLE,
      KALEIDO_THREADS: '1',
      KALEIDO_DATA: DATA,
      KALEIDO_ENV_FILE: 'none',
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const text = { stdout: '', stderr: '' };
  child.stdout.setEncoding('utf8').on('data', (chunk) => {
    text.stdout += chunk;
  });
  child.stderr.setEncoding('utf8').on('data', (chunk) => {
    text.stderr += chunk;
  });
  const finished = new Promise<Finished>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (exitCode) => resolve({ exitCode, ...text }));
  });
  return { child, finished };
}

/** Runs the command line to its end. */
export function run(words: readonly string[], environment?: Readonly<Record<string, string>>): Promise<Finished> {
  return start(words, environment).finished;
}
