import { chmod, chown, mkdtemp, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../../../../src/store/embedded/embedded-postgres.js';
import { wordsOf } from '../../../support/words-of.js';

let folder: string;
let running: EmbeddedPostgres[];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kaleido-embedded-'));
  running = [];
});
afterEach(async () => {
  for (const server of running) await server.stop().catch(() => undefined);
  await rm(folder, { recursive: true, force: true });
});

async function start(): Promise<EmbeddedPostgres> {
  const server = await startEmbeddedPostgres({ folder });
  running.push(server);
  return server;
}

async function query(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return client.query(sql).then(
    ({ rows }) => client.end().then(() => rows),
    (error: unknown) =>
      client.end().then(() => {
        throw error;
      }),
  );
}

async function postmasterPid(): Promise<number> {
  return Number((await readFile(join(folder, 'cluster', 'postmaster.pid'), 'utf8')).split('\n')[0]);
}

describe('the embedded server', () => {
  it('keeps its data, listens on this machine only and keeps its password to its owner', async () => {
    const first = await start();
    await query(first.url, 'CREATE TABLE kept AS SELECT 7 AS n');
    expect(await query(first.url, 'SHOW listen_addresses')).toEqual([{ listen_addresses: '127.0.0.1' }]);
    expect((await stat(join(folder, 'password'))).mode & 0o777).toBe(0o600);
    await first.stop();
    await expect(query(first.url, 'SELECT 1')).rejects.toThrow();

    const second = await start();
    expect(await query(second.url, 'SELECT n FROM kept')).toEqual([{ n: 7 }]);
  });

  it('is shared by those who use its folder and stops with the last of them', async () => {
    const [first, second] = await Promise.all([start(), start()]);
    expect(first!.url).toBe(second!.url);
    await first!.stop();
    expect(await query(second!.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    await second!.stop();
    await expect(query(second!.url, 'SELECT 1')).rejects.toThrow();
  });

  it('starts again after it was killed, with what was committed', async () => {
    const first = await start();
    await query(first.url, 'CREATE TABLE kept AS SELECT 7 AS n');
    process.kill(await postmasterPid(), 'SIGKILL');
    const second = await start();
    expect(await query(second.url, 'SELECT n FROM kept')).toEqual([{ n: 7 }]);
  });

  it('is there again on the same URL after every one of its processes was killed', async () => {
    const { url } = await start();
    await query(url, 'CREATE TABLE kept AS SELECT 7 AS n');
    process.kill(-(await postmasterPid()), 'SIGKILL');
    await expect(query(url, 'SELECT n FROM kept')).rejects.toThrow();
    await vi.waitFor(async () => expect(await query(url, 'SELECT n FROM kept')).toEqual([{ n: 7 }]), {
      timeout: 10_000,
      interval: 100,
    });
  });

  it('is held again however often the connection that holds it is cut, and nothing is left of those before', async () => {
    const { url } = await start();
    const warnings: Error[] = [];
    const note = (warning: Error) => void warnings.push(warning);
    process.on('warning', note);
    const holders = "FROM pg_stat_activity WHERE datname = 'postgres' AND backend_type = 'client backend'";
    for (let cuts = 0; cuts < 12; cuts++) {
      await vi.waitFor(async () => expect(await query(url, `SELECT 1 ${holders}`)).toHaveLength(1), {
        timeout: 20_000,
        interval: 20,
      });
      await query(url, `SELECT pg_terminate_backend(pid, 5000) ${holders}`);
    }
    process.off('warning', note);
    expect(warnings).toEqual([]);
  });

  it('starts over a file that names another program, another server, a dead process or nothing', async () => {
    const pidFile = join(folder, 'cluster', 'postmaster.pid');
    const other = await startEmbeddedPostgres({ folder: join(folder, 'other') });
    running.push(other);
    const theirs = await readFile(join(folder, 'other', 'cluster', 'postmaster.pid'), 'utf8');
    await (await start()).stop();
    const long = new Date(Date.now() - 60_000);
    const dead = '999999999\n';
    for (const left of [`${process.pid}\n/x\n1\n1\n\n\n\nready\n`, theirs, dead, 'garbage\n', '']) {
      await writeFile(pidFile, left, { mode: 0o600 });
      const { uid, gid } = await stat(join(folder, 'cluster'));
      await chown(pidFile, uid, gid);
      await utimes(pidFile, long, long);
      const server = await start();
      expect(await query(server.url, 'SHOW data_directory')).not.toEqual(await query(other.url, 'SHOW data_directory'));
      await server.stop();
    }
  });

  it('heeds no settings that the shell has for other databases', async () => {
    const others = { PGSSLMODE: 'require', PGOPTIONS: '-c search_path=other', PGHOST: 'nowhere.invalid', PGPORT: '1' };
    for (const [name, value] of Object.entries({ ...others, PGSERVICE: 'other', PGPASSWORD: 'y' })) {
      vi.stubEnv(name, value);
    }
    try {
      const { url } = await start();
      expect(await query(url, 'SHOW search_path')).toEqual([{ search_path: '"$user", public' }]);
    } finally {
      vi.unstubAllEnvs();
    }
  });

  it('says what to do where its folder cannot be made', async () => {
    await writeFile(join(folder, 'file'), '');
    const begin = () => startEmbeddedPostgres({ folder: join(folder, 'file', 'data') });
    expect(await wordsOf(begin)).toMatch(/^database_unavailable: .*\n.*DATABASE_URL/);
  });

  it('can be kept where other users cannot go', async () => {
    // What a home folder is: closed to the account that PostgreSQL runs as when Kaleido runs as root.
    await chmod(folder, 0o700);
    const inner = await startEmbeddedPostgres({ folder: join(folder, 'closed', 'data') });
    running.push(inner);
    expect(await query(inner.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });
});
