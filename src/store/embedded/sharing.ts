import { realpath } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Client } from 'pg';
import type { Cluster } from './cluster.js';
import { connect } from './connect.js';
import { isAlive, readPostmaster } from './postmaster.js';
import { startFailed, startServer, stopServer } from './server.js';

/** A server that this process uses. */
export interface SharedServer {
  port: number;
  /** Holds the shared lock that tells other processes that the server is in use; goes with the process. */
  holder: Client;
}

/** Key of the advisory lock in the maintenance database: shared by all users of the server, exclusive to stop it. */
const IN_USE = [0x6b616c, 1];
const POLL_MS = 50;

/**
 * Joins the running server, or starts one.
 * @param deadline when to give up, on the clock of `performance.now`
 * @param port where a server that is started listens; any free one when absent
 */
export async function joinServer(cluster: Cluster, deadline: number, port?: number): Promise<SharedServer> {
  let seen = port ?? 0;
  for (;;) {
    const postmaster = await readPostmaster(cluster.dir);
    seen = postmaster?.port || seen;
    if (postmaster !== null && (await isAlive(cluster.dir, postmaster))) {
      const running = postmaster.isReady ? await hold(cluster, postmaster.port) : null;
      if (running !== null) return running;
      if (performance.now() > deadline) {
        throw await startFailed(cluster, `The server that runs on it (process ${postmaster.pid}) does not answer.`);
      }
    } else {
      const started = await startServer(cluster, port);
      if (started.isStarted) continue;
      // It may run all the same, while its file named another process.
      const hidden = await hold(cluster, seen);
      if (hidden !== null) return hidden;
      if (performance.now() > deadline) throw await startFailed(cluster, started.log);
    }
    // One starts or stops, or the remains of a killed one are still going away.
    await sleep(POLL_MS);
  }
}

/** Null when the server goes away meanwhile, or is another one that has taken over the port. */
async function hold(cluster: Cluster, port: number): Promise<SharedServer | null> {
  if (port === 0) return null;
  let client: Client | undefined;
  try {
    client = await connect(cluster, port);
    const { rows } = await client.query<{ data_directory: string }>('SHOW data_directory');
    if ((await realpath(rows[0]!.data_directory)) === (await realpath(cluster.dir))) {
      await client.query('SELECT pg_advisory_lock_shared($1, $2)', IN_USE);
      return { port, holder: client };
    }
  } catch {
    // Looked at again by the caller.
  }
  await client?.end().catch(() => undefined);
  return null;
}

/** Lets go of the server and stops it when nobody else holds it. */
export async function leaveServer(cluster: Cluster, { holder }: SharedServer): Promise<void> {
  try {
    await holder.query('SELECT pg_advisory_unlock_shared($1, $2)', IN_USE);
    const { rows } = await holder.query<{ is_last: boolean }>('SELECT pg_try_advisory_lock($1, $2) AS is_last', IN_USE);
    // Kept while the server stops: whoever joins now waits for the lock, is refused, and starts a server afresh.
    if (rows[0]!.is_last) await stopServer(cluster);
  } catch (error) {
    // A server that has gone away needs no stopping.
    const postmaster = await readPostmaster(cluster.dir);
    if (postmaster !== null && (await isAlive(cluster.dir, postmaster))) throw error;
  } finally {
    await holder.end().catch(() => undefined);
  }
}
