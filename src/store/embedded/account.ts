import { execFile } from 'node:child_process';
import { chmod, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { promisify } from 'node:util';
import { KaleidoError } from '../../engine/errors.js';
import { USE_A_SERVER } from './binaries.js';

/** The user that the server runs as. */
export interface Account {
  uid: number;
  gid: number;
}

const run = promisify(execFile);
const USER = 'postgres';

/**
 * PostgreSQL refuses to run as root, so root runs it as the user `postgres`, who is created when missing. Null for
 * everybody else: the server then runs as that user itself.
 * @throws KaleidoError `database_unavailable` when there is no such user and none can be created
 */
export async function serverAccount(): Promise<Account | null> {
  if (process.getuid?.() !== 0) return null;
  const known = await lookUp();
  if (known !== null) return known;
  try {
    await run('groupadd', ['--system', '--force', USER]);
    await run('useradd', ['--system', '--gid', USER, '--no-create-home', '--home-dir', '/nonexistent', USER]);
  } catch (error) {
    throw noUser(error);
  }
  const created = await lookUp();
  if (created === null) throw noUser(undefined);
  return created;
}

async function lookUp(): Promise<Account | null> {
  try {
    const [uid, gid] = await Promise.all(
      ['-u', '-g'].map(async (flag) => Number((await run('id', [flag, USER])).stdout)),
    );
    return Number.isInteger(uid) && Number.isInteger(gid) ? { uid: uid!, gid: gid! } : null;
  } catch {
    return null;
  }
}

function noUser(cause: unknown): KaleidoError {
  return new KaleidoError('database_unavailable', 'PostgreSQL does not run as root, and there is no user "postgres".', {
    hint: `Run Kaleido as a normal user, or create the user (useradd --system postgres), or: ${USE_A_SERVER}`,
    cause,
  });
}

/** Lets the account pass through a folder of ours. */
export async function letThrough(folder: string, account: Account): Promise<void> {
  const { mode } = await stat(folder);
  if (!(await canEnter(folder, account))) await chmod(folder, (mode & 0o7777) | 0o001);
}

/**
 * @throws KaleidoError `database_unavailable` naming the first folder on the way to `path` that the account cannot enter
 */
export async function checkReachable(path: string, account: Account): Promise<void> {
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    if (!(await canEnter(folder, account))) {
      throw new KaleidoError(
        'database_unavailable',
        `The user "${USER}" cannot reach ${path}: ${folder} is closed to it.`,
        {
          hint: `Move it elsewhere, or run chmod o+x ${folder}, or run Kaleido as a normal user.`,
          data: { path, folder },
        },
      );
    }
    if (folder === dirname(folder)) return;
  }
}

async function canEnter(folder: string, account: Account): Promise<boolean> {
  const { mode, uid, gid } = await stat(folder);
  if (uid === account.uid) return (mode & 0o100) !== 0;
  if (gid === account.gid) return (mode & 0o010) !== 0;
  return (mode & 0o001) !== 0;
}
