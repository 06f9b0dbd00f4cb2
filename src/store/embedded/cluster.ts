import { randomBytes } from 'node:crypto';
import { chmod, chown, link, mkdir, readFile, rename, rm, statfs, unlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { messageOf } from '../../core/basics/index.js';
import { makeFolder } from '../../engine/basics/index.js';
import { StoreError } from '../errors.js';
import { type Account, accountFor, letThrough, serverAccount } from './account.js';
import { type Binaries, findBinaries } from './binaries.js';
import { runProgram } from './run-program.js';

/** A data folder that a server can be started on. */
export interface Cluster {
  /** PostgreSQL's own data folder. */
  dir: string;
  password: string;
  binaries: Binaries;
  account: Account | null;
}

/** Role that owns everything in the cluster. */
export const ROLE = 'kaleido';
/** A new cluster takes some 40 MB, and as much again for its write-ahead log. */
const SPACE_NEEDED = 100 * 2 ** 20;

/**
 * Opens the cluster in `folder`, creating it the first time. Two processes may do so at once.
 * @throws KaleidoError `database_unavailable` or `database_invalid`, saying what to do
 */
export async function openCluster(folder: string): Promise<Cluster> {
  const binaries = await findBinaries();
  const server = await serverAccount();
  await makeDataFolder(folder, server);
  const account = server === null ? null : await accountFor([binaries.postgres, join(folder, 'cluster')], server);
  const password = await readOrMakePassword(folder);
  const cluster: Cluster = { dir: join(folder, 'cluster'), password, binaries, account };
  const version = await clusterVersion(cluster.dir);
  if (version === null) await initialise(folder, cluster);
  else await checkVersion(version, cluster);
  return cluster;
}

async function makeDataFolder(folder: string, account: Account | null): Promise<void> {
  try {
    await makeFolder(folder, 0o711);
    if (account !== null) await letThrough(folder, account);
  } catch (error) {
    throw new StoreError('database_unavailable', { why: 'data_folder', folder, detail: messageOf(error) }, error);
  }
}

/** Kept in a file that only its owner can read. The first process to put it in place wins. */
async function readOrMakePassword(folder: string): Promise<string> {
  const path = join(folder, 'password');
  const draft = join(folder, `password.${randomBytes(6).toString('hex')}`);
  try {
    const known = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return null;
      throw error;
    });
    if (known !== null) return known.trim();
    await writeFile(draft, randomBytes(24).toString('base64url'), { mode: 0o600 });
    await link(draft, path).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    });
    await unlink(draft);
    return (await readFile(path, 'utf8')).trim();
  } catch (error) {
    await rm(draft, { force: true }).catch(() => undefined);
    throw new StoreError('database_unavailable', { why: 'password', folder, detail: messageOf(error) }, error);
  }
}

async function clusterVersion(dir: string): Promise<string | null> {
  return readFile(join(dir, 'PG_VERSION'), 'utf8').then(
    (text) => text.trim(),
    (error: NodeJS.ErrnoException) => (error.code === 'ENOENT' ? null : 'unreadable'),
  );
}

async function checkVersion(version: string, { dir, binaries, account }: Cluster): Promise<void> {
  if (version === 'unreadable') {
    throw new StoreError('database_unavailable', { why: 'other_user', folder: dir });
  }
  const { output } = await runProgram(binaries.postgres, ['--version'], { account, cwd: dir });
  const ours = /\b(\d+)(\.|beta|rc|$)/.exec(output)?.[1];
  if (ours === version) return;
  throw new StoreError('database_invalid', { why: 'version', folder: dir, version, ours: ours ?? '' });
}

/** Into a draft folder that is then renamed, so that a crash leaves no half-made cluster. */
async function initialise(folder: string, { dir, password, binaries, account }: Cluster): Promise<void> {
  const draft = join(folder, `cluster.${randomBytes(6).toString('hex')}`);
  const passwordFile = `${draft}.password`;
  try {
    await writeFile(passwordFile, password, { mode: 0o600 });
    await mkdir(draft, { mode: 0o700 });
    if (account !== null) for (const path of [draft, passwordFile]) await chown(path, account.uid, account.gid);
    const args = [
      `--pgdata=${draft}`,
      `--username=${ROLE}`,
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      // The same order of texts on every system, whatever its locales.
      '--encoding=UTF8',
      '--no-locale',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--no-instructions',
    ];
    const { code, output } = await runProgram(binaries.initdb, args, { account, cwd: folder });
    if (code !== 0) throw await initialiseFailed(folder, output);
    await rename(draft, dir).catch(async (error: unknown) => {
      // Another process was quicker.
      if ((await clusterVersion(dir)) === null) throw error;
    });
  } catch (error) {
    if (error instanceof StoreError) throw error;
    throw await initialiseFailed(folder, messageOf(error), error);
  } finally {
    for (const path of [draft, passwordFile]) await rm(path, { recursive: true, force: true });
  }
  await chmod(join(folder, 'password'), 0o600);
}

async function initialiseFailed(folder: string, output: string, cause?: unknown): Promise<StoreError> {
  return new StoreError(
    'database_unavailable',
    { why: 'not_made', folder, detail: output, missingMb: await missingMb(folder) },
    cause,
  );
}

/** Megabytes that the disk of `folder` should have free, when it has not; else 0. */
export async function missingMb(folder: string): Promise<number> {
  const disk = await statfs(folder).catch(() => null);
  return disk === null || disk.bavail * disk.bsize >= SPACE_NEEDED ? 0 : SPACE_NEEDED / 2 ** 20;
}
