import { resolve } from 'node:path';
import { type Client, escapeIdentifier } from 'pg';
import { type Cluster, openCluster, ROLE } from './cluster.js';
import { connect, HOST } from './connect.js';
import { keepServer } from './keeping.js';
import { joinServer, leaveServer } from './sharing.js';

export interface EmbeddedPostgresOptions {
  /** Folder that everything of the server lies in; made when missing. */
  folder: string;
  /** Database to connect to; made when missing. Default: `kaleido`. */
  database?: string;
  /** How long the server may take to start, for instance to recover after a crash, in milliseconds. Default: 60,000. */
  timeoutMs?: number;
  /** Told when the server ended, is there again, or does not start again. */
  onTrouble?: (message: string) => void;
}

/** A PostgreSQL server on this machine that this process uses. */
export interface EmbeddedPostgres {
  /** URL with the password in it: not for logs. */
  url: string;
  /** Lets go of the server, and stops it when no other process uses it. Close what uses `url` first. */
  stop(): Promise<void>;
}

const DATABASE = 'kaleido';
const TIMEOUT_MS = 60_000;

/**
 * Starts a PostgreSQL server on a data folder, or joins the one that another process runs there already, so that
 * `kaleido worker` works beside `kaleido bot`. The server listens on this machine only, on a free port.
 *
 * It is run by `pg_ctl` apart from this process: Ctrl-C in a terminal does not reach it before Kaleido has shut down,
 * and a killed bot takes no database from its workers. Whoever leaves last stops it. Should it end before, it is
 * started again, on the same URL.
 * @throws KaleidoError `database_unavailable` or `database_invalid`, saying what to do
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const cluster = await openCluster(resolve(options.folder));
  const server = await joinServer(cluster, performance.now() + (options.timeoutMs ?? TIMEOUT_MS));
  const database = options.database ?? DATABASE;
  try {
    await makeDatabase(cluster, server.port, database);
  } catch (error) {
    await leaveServer(cluster, server);
    throw error;
  }
  const kept = keepServer(cluster, server, options.onTrouble ?? (() => undefined));
  let stopping: Promise<void> | undefined;
  return {
    url: `postgresql://${ROLE}:${encodeURIComponent(cluster.password)}@${HOST}:${server.port}/${encodeURIComponent(database)}`,
    stop: () => {
      stopping ??= kept.leave();
      return stopping;
    },
  };
}

async function makeDatabase(cluster: Cluster, port: number, name: string): Promise<void> {
  const client: Client = await connect(cluster, port);
  try {
    const found = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name]);
    if (found.rowCount !== 0) return;
    await client.query(`CREATE DATABASE ${escapeIdentifier(name)}`).catch((error: { code?: string }) => {
      // duplicate_database, or unique_violation when both are quick: another process made it.
      if (error.code !== '42P04' && error.code !== '23505') throw error;
    });
  } finally {
    await client.end();
  }
}
