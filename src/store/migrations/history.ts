import type { Client } from 'pg';
import { StoreError } from '../errors.js';
import type { Migration } from './files.js';

/** Prisma's own table, as its schema engine makes it. */
const TABLE = `
CREATE TABLE IF NOT EXISTS public._prisma_migrations (
    id                      VARCHAR(36) PRIMARY KEY NOT NULL,
    checksum                VARCHAR(64) NOT NULL,
    finished_at             TIMESTAMPTZ,
    migration_name          VARCHAR(255) NOT NULL,
    logs                    TEXT,
    rolled_back_at          TIMESTAMPTZ,
    started_at              TIMESTAMPTZ NOT NULL DEFAULT now(),
    applied_steps_count     INTEGER NOT NULL DEFAULT 0
)`;

interface Row {
  migration_name: string;
  checksum: string;
  finished_at: Date | null;
}

export async function makeHistory(client: Client): Promise<void> {
  await client.query(TABLE);
}

/**
 * Migrations that are still to be applied, in order.
 * @throws KaleidoError `database_invalid` when the database's history is not a beginning of ours
 */
export async function findPending(client: Client, migrations: readonly Migration[]): Promise<Migration[]> {
  const { rows: tables } = await client.query(`SELECT 1 WHERE to_regclass('public._prisma_migrations') IS NOT NULL`);
  if (tables.length === 0) return [...migrations];
  const { rows } = await client.query<Row>(
    `SELECT migration_name, checksum, finished_at FROM public._prisma_migrations
     WHERE rolled_back_at IS NULL ORDER BY started_at, migration_name`,
  );
  for (const row of rows) check(row, migrations);
  const applied = new Set(rows.map((row) => row.migration_name));
  return migrations.filter(({ name }) => !applied.has(name));
}

function check(row: Row, migrations: readonly Migration[]): void {
  const name = row.migration_name;
  const ours = migrations.find((migration) => migration.name === name);
  if (ours === undefined) {
    throw new StoreError('database_invalid', { why: 'newer', migration: name });
  }
  if (row.finished_at === null) {
    throw new StoreError('database_invalid', { why: 'unfinished', migration: name });
  }
  if (ours.checksum !== row.checksum) {
    throw new StoreError('database_invalid', { why: 'changed', migration: name });
  }
}
