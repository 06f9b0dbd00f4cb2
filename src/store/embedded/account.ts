import { execFile } from 'node:child_process';
import { chmod, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { promisify } from 'node:util';
import { StoreError } from '../errors.js';

/** The user that the server runs as. */
export interface Account {
  uid: number;
  gid: number;
  /**
   * The way to its files leads through folders that are closed to it, such as /root: it is started with the capability
   * to pass them (CAP_DAC_OVERRIDE, capabilities(7)), and with no other.
   */
  passesClosedFolders?: boolean;
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

function noUser(cause: unknown): StoreError {
  return new StoreError('database_unavailable', { why: 'no_user', user: USER }, cause);
}

/** Lets the account pass through a folder of ours. */
export async function letThrough(folder: string, account: Account): Promise<void> {
  const { mode } = await stat(folder);
  if (!(await canEnter(folder, account))) await chmod(folder, (mode & 0o7777) | 0o001);
}

/**
 * The account as it can be used for files at these paths.
 * @throws KaleidoError `database_unavailable` naming the first folder on the way that is closed to it, where it cannot
 * be helped past
 */
export async function accountFor(paths: readonly string[], account: Account): Promise<Account> {
  const closed = (await Promise.all(paths.map((path) => closedFolder(path, account)))).find(
    (folder) => folder !== null,
  );
  if (closed === undefined) return account;
  if (await canPassOn(account)) return { ...account, passesClosedFolders: true };
  throw new StoreError('database_unavailable', { why: 'closed_folder', user: USER, folder: closed });
}

/**
 * The first folder on the way to `path` that the account cannot enter, from the inside out; null when it can enter all.
 */
async function closedFolder(path: string, account: Account): Promise<string | null> {
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    if (!(await canEnter(folder, account))) return folder;
    if (folder === dirname(folder)) return null;
  }
}

/** Whether a program can be started so: Linux with util-linux, and root that may hand the capability on. */
async function canPassOn(account: Account): Promise<boolean> {
  const [program, args] = startedAs({ ...account, passesClosedFolders: true }, 'true', []);
  return run(program, args).then(
    () => true,
    () => false,
  );
}

/** What to run, as root, so that `program` runs as the account with the capability (setpriv(1)). */
export function startedAs({ uid, gid }: Account, program: string, args: readonly string[]): [string, string[]] {
  const capability = '+dac_override';
  const identity = [`--reuid=${uid}`, `--regid=${gid}`, '--clear-groups'];
  return ['setpriv', [...identity, `--inh-caps=${capability}`, `--ambient-caps=${capability}`, '--', program, ...args]];
}

async function canEnter(folder: string, account: Account): Promise<boolean> {
  const { mode, uid, gid } = await stat(folder);
  if (uid === account.uid) return (mode & 0o100) !== 0;
  if (gid === account.gid) return (mode & 0o010) !== 0;
  return (mode & 0o001) !== 0;
}
