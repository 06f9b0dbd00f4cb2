import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { Store } from '../../src/core/ports.js';
import { startEmbeddedPostgres } from '../../src/store/embedded/embedded-postgres.js';
import { migrate } from '../../src/store/migrations/migrate.js';
import { createStore } from '../../src/store/store.js';

/** A fresh, migrated database on a real server. */
export interface TestDatabase {
  url: string;
  store: Store;
  /** What the store warned of; a test may expect nothing here. */
  warnings: string[];
  /** Runs SQL past the store. */
  query(sql: string, values?: unknown[]): Promise<Record<string, unknown>[]>;
  close(): Promise<void>;
}

/**
 * Opens a database on a server, or on an embedded one of its own.
 *
 * @param given URL of the server; the one that `TEST_DATABASE_URL` names by default
 */
export async function openTestDatabase(given = process.env.TEST_DATABASE_URL): Promise<TestDatabase> {
  const server = await openServer(given);
  const name = `test_${randomBytes(6).toString('hex')}`;
  await run(server.url, `CREATE DATABASE ${name}`);
  const url = new URL(server.url);
  url.pathname = `/${name}`;
  await migrate(url.href);
  const warnings: string[] = [];
  const store = createStore(url.href, { onWarning: (warning) => warnings.push(warning) });
  return {
    url: url.href,
    store,
    warnings,
    query: (sql, values) => run(url.href, sql, values),
    async close() {
      await store.close();
      await run(server.url, `DROP DATABASE ${name} WITH (FORCE)`);
      await server.stop();
    },
  };
}

async function openServer(given: string | undefined): Promise<{ url: string; stop(): Promise<void> }> {
  if (given !== undefined) return { url: given, stop: async () => undefined };
  const folder = await mkdtemp(join(tmpdir(), 'kaleido-db-'));
  const server = await startEmbeddedPostgres({ folder });
  return {
    url: server.url,
    async stop() {
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function run(url: string, sql: string, values?: unknown[]): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql, values)).rows;
  } finally {
    await client.end();
  }
}
