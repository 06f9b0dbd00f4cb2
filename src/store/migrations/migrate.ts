import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { Client } from 'pg';
import { messageOf } from '../../core/basics/index.js';
import { forgetDatabaseEnvironment } from '../../network/index.js';
import { PACKAGE_ROOT } from '../../package-info.js';
import { toDatabaseError } from '../database-error.js';
import { StoreError } from '../errors.js';
import { type Migration, readMigrations } from './files.js';
import { findPending, makeHistory } from './history.js';

export interface MigrateOptions {
  /** Folder with one folder a migration. Default: prisma/migrations of this package. */
  directory?: string;
}

/** The advisory lock that `prisma migrate` takes, so that two of either kind wait for each other. */
const LOCK = 72_707_369;
const CONNECT_TIMEOUT_MS = 15_000;
/** Another process may be at it; a longer wait is rather a hanging one. */
const LOCK_TIMEOUT = '120s';

/**
 * Brings the database up to this version's schema, and keeps the history as `prisma migrate deploy` does. Each
 * migration is one transaction: it is applied and recorded, or neither.
 * @returns names of the migrations that were applied now
 * @throws KaleidoError `database_unavailable`, or `database_invalid` when the database is of another history
 */
export async function migrate(databaseUrl: string, options: MigrateOptions = {}): Promise<string[]> {
  const migrations = await readMigrations(options.directory ?? defaultDirectory());
  return withClient(databaseUrl, async (client) => {
    await client.query(`SET lock_timeout = '${LOCK_TIMEOUT}'`);
    await client.query('SELECT pg_advisory_lock($1)', [LOCK]);
    await client.query('SET lock_timeout = 0');
    await makeHistory(client);
    const pending = await findPending(client, migrations);
    for (const migration of pending) await apply(client, migration);
    return pending.map(({ name }) => name);
  });
}

/** Names of the migrations that `migrate` would apply; the same errors. Changes nothing. */
export async function pendingMigrations(databaseUrl: string, options: MigrateOptions = {}): Promise<string[]> {
  const migrations = await readMigrations(options.directory ?? defaultDirectory());
  return withClient(databaseUrl, async (client) => (await findPending(client, migrations)).map(({ name }) => name));
}

function defaultDirectory(): string {
  return join(PACKAGE_ROOT, 'prisma', 'migrations');
}

async function withClient<T>(databaseUrl: string, work: (client: Client) => Promise<T>): Promise<T> {
  forgetDatabaseEnvironment();
  const client = new Client({ connectionString: databaseUrl, connectionTimeoutMillis: CONNECT_TIMEOUT_MS });
  // Queries reject as well when the connection breaks.
  client.on('error', () => undefined);
  try {
    await client.connect();
    return await work(client);
  } catch (error) {
    throw toDatabaseError(error);
  } finally {
    // Gives the lock back, too.
    await client.end().catch(() => undefined);
  }
}

async function apply(client: Client, { name, sql, checksum }: Migration): Promise<void> {
  try {
    await client.query('BEGIN');
    // A role may have another search path.
    await client.query('SET LOCAL search_path = public');
    await client.query(
      `INSERT INTO public._prisma_migrations (id, checksum, migration_name, started_at)
       VALUES ($1, $2, $3, clock_timestamp())`,
      [randomUUID(), checksum, name],
    );
    await client.query(sql);
    await client.query(
      `UPDATE public._prisma_migrations SET finished_at = clock_timestamp(), applied_steps_count = 1
       WHERE migration_name = $1 AND rolled_back_at IS NULL`,
      [name],
    );
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined);
    throw new StoreError('database_invalid', { why: 'not_applied', migration: name, detail: messageOf(error) }, error);
  }
}
