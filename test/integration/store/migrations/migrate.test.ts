import { createHash } from 'node:crypto';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Prisma } from '../../../../src/store/generated/client.js';
import { migrate, pendingMigrations } from '../../../../src/store/migrations/migrate.js';
import { openTestDatabase, type TestDatabase } from '../../../support/database.js';

const OURS = 'prisma/migrations';

let database: TestDatabase;
let url: string;
let directory: string;
let databases = 0;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database?.close());

beforeEach(async () => {
  // An empty database, and a copy of our migrations to tamper with.
  const name = `bare_${databases++}`;
  await database.query(`CREATE DATABASE ${name}`);
  url = Object.assign(new URL(database.url), { pathname: `/${name}` }).href;
  directory = await mkdtemp(join(tmpdir(), 'kaleido-migrations-'));
  await cp(OURS, directory, { recursive: true });
  return () => rm(directory, { recursive: true, force: true });
});

async function addMigration(name: string, sql: string): Promise<void> {
  await mkdir(join(directory, name));
  await writeFile(join(directory, name, 'migration.sql'), sql);
}

async function names(): Promise<string[]> {
  const entries = await readdir(OURS, { withFileTypes: true });
  return entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
}

describe('migrating', () => {
  it('makes the tables and columns of the Prisma schema, and no others', async () => {
    const rows = await database.query(
      "SELECT table_name, column_name FROM information_schema.columns WHERE table_schema = 'public' AND table_name <> '_prisma_migrations'",
    );
    const tables = new Map<string, number>();
    for (const { table_name } of rows) tables.set(String(table_name), (tables.get(String(table_name)) ?? 0) + 1);
    const fields = new Map(
      Object.values(Prisma.ModelName).map((model) => {
        const columns: object = Prisma[`${model}ScalarFieldEnum`];
        return [model.replace(/(?<!^)[A-Z]/g, '_$&').toLowerCase(), Object.keys(columns).length];
      }),
    );
    expect(new Map([...tables].sort())).toEqual(new Map([...fields].sort()));
  });

  it('records what it applied as Prisma does', async () => {
    expect(await migrate(url)).toEqual(await names());
    const { rows } = await queryAt(url, 'SELECT * FROM _prisma_migrations ORDER BY started_at');
    const records = (await names()).map(async (name) => ({
      id: expect.stringMatching(/^[\da-f-]{36}$/),
      migration_name: name,
      checksum: createHash('sha256')
        .update(await readFile(join(OURS, name, 'migration.sql')))
        .digest('hex'),
      started_at: expect.any(Date),
      finished_at: expect.any(Date),
      rolled_back_at: null,
      logs: null,
      applied_steps_count: 1,
    }));
    expect(rows).toEqual(await Promise.all(records));
    expect(await migrate(url)).toEqual([]);
    expect(await pendingMigrations(url)).toEqual([]);
  });

  it('happens once when two processes start together', async () => {
    const applied = await Promise.all([migrate(url), migrate(url), migrate(url)]);
    expect(applied.flat()).toEqual(await names());
  });

  it('leaves nothing of a migration that fails', async () => {
    await addMigration('29990101000000_broken', 'CREATE TABLE public.half (id INT); SELECT no_such_function();');
    await expect(migrate(url, { directory })).rejects.toMatchObject({
      code: 'database_invalid',
      data: { migration: '29990101000000_broken' },
    });
    expect((await queryAt(url, "SELECT to_regclass('public.half') AS half")).rows).toEqual([{ half: null }]);
    expect(await pendingMigrations(url, { directory })).toEqual(['29990101000000_broken']);
  });

  it('refuses a database of a newer version', async () => {
    await addMigration('29990101000000_newer', 'SELECT 1');
    await migrate(url, { directory });
    await expect(migrate(url)).rejects.toMatchObject({
      code: 'database_invalid',
      data: { why: 'newer', migration: '29990101000000_newer' },
    });
  });

  it('refuses when a migration was changed after it had been applied', async () => {
    await migrate(url, { directory });
    const [name] = await names();
    await writeFile(join(directory, name!, 'migration.sql'), 'SELECT 1');
    await expect(migrate(url, { directory })).rejects.toMatchObject({ code: 'database_invalid' });
  });
});

async function queryAt(at: string, sql: string): Promise<{ rows: Record<string, unknown>[] }> {
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: at });
  await client.connect();
  return client.query(sql).finally(() => client.end());
}
