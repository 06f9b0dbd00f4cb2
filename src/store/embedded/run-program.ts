import { spawn } from 'node:child_process';
import { StoreError } from '../errors.js';
import { type Account, startedAs } from './account.js';

export interface ProgramResult {
  /** Exit status; null when a signal ended it. */
  code: number | null;
  /** Standard output and error together; empty when not captured. */
  output: string;
}

export interface ProgramOptions {
  account: Account | null;
  /** A folder that the account can enter. */
  cwd: string;
  /** False for a program that leaves a server behind, which would keep the pipes open. Default: true. */
  capture?: boolean;
}

/**
 * Runs a PostgreSQL program to its end, in English.
 * @throws KaleidoError `database_unavailable` when the system cannot run it at all
 */
export function runProgram(program: string, args: readonly string[], options: ProgramOptions): Promise<ProgramResult> {
  const capture = options.capture ?? true;
  return new Promise((resolve, reject) => {
    const { account } = options;
    const [file, words] = account?.passesClosedFolders ? startedAs(account, program, args) : [program, args];
    const child = spawn(file, words, {
      ...(account === null || account.passesClosedFolders ? {} : { uid: account.uid, gid: account.gid }),
      cwd: options.cwd,
      env: environment(),
      stdio: capture ? ['ignore', 'pipe', 'pipe'] : 'ignore',
      windowsHide: true,
    });
    let output = '';
    const collect = (chunk: Buffer) => {
      output += chunk.toString();
    };
    child.stdout?.on('data', collect);
    child.stderr?.on('data', collect);
    child.once('error', (error: NodeJS.ErrnoException) => reject(cannotRun(program, error)));
    child.once(capture ? 'close' : 'exit', (code: number | null) => resolve({ code, output: output.trim() }));
  });
}

/** The system's own, without settings of a libpq client that would lead the programs elsewhere. */
function environment(): NodeJS.ProcessEnv {
  // biome-ignore lint/style/noProcessEnv: a child process needs PATH and the like; nothing is read as configuration.
  const kept = Object.entries(process.env).filter(([name]) => !name.startsWith('PG'));
  return { ...Object.fromEntries(kept), LC_ALL: 'C' };
}

function cannotRun(path: string, error: NodeJS.ErrnoException): StoreError {
  // The kernel says "no such file" of a program whose loader is missing: binaries for glibc on a musl system.
  if (error.code === 'ENOENT') return new StoreError('database_unavailable', { why: 'no_loader', path }, error);
  return new StoreError('database_unavailable', { why: 'not_run', path, detail: error.message }, error);
}
