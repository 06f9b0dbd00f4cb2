import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { StoreError } from '../errors.js';

/** One folder of prisma/migrations. */
export interface Migration {
  /** Name of the folder; they apply in this order. */
  name: string;
  sql: string;
  /** As Prisma has it: SHA-256 of the file in lower-case hexadecimal digits. */
  checksum: string;
}

/**
 * The migrations that come with this version, in order.
 * @throws KaleidoError `database_unavailable` when they cannot be read
 */
export async function readMigrations(directory: string): Promise<Migration[]> {
  try {
    const entries = await readdir(directory, { withFileTypes: true });
    const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
    return await Promise.all(names.sort().map((name) => readMigration(directory, name)));
  } catch (error) {
    throw new StoreError('database_unavailable', { why: 'no_migrations', folder: directory }, error);
  }
}

async function readMigration(directory: string, name: string): Promise<Migration> {
  // A checkout on Windows may have other line ends, which is no change.
  const sql = (await readFile(join(directory, name, 'migration.sql'), 'utf8')).replaceAll('\r\n', '\n');
  return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
}
