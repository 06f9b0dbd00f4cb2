import { setTimeout as sleep } from 'node:timers/promises';
import { messageOf } from '../../core/basics/index.js';
import type { Cluster } from './cluster.js';
import { joinServer, leaveServer, type SharedServer } from './sharing.js';

/** A server that is started again when it ends. */
export interface KeptServer {
  /** Lets go of the server, and stops it when nobody else holds it. */
  leave(): Promise<void>;
}

/** Milliseconds after which an attempt to have the server back is told and begun anew; one that recovers is joined. */
const ATTEMPT_MS = 10_000;
/** Milliseconds between two attempts. */
const PAUSE_MS = 500;

/**
 * Holds a server as long as this process needs it: killed, out of memory or stopped by somebody, it is started again on
 * the same data and the same port, so that whoever knows its URL just connects anew. Of several processes that hold it,
 * one starts it and the others join.
 *
 * @param tell what happens to it, for the log
 */
export function keepServer(cluster: Cluster, first: SharedServer, tell: (message: string) => void): KeptServer {
  const leaving = new AbortController();
  const { signal } = leaving;
  let current: SharedServer | null = first;

  async function rejoin(): Promise<SharedServer | null> {
    while (!signal.aborted) {
      try {
        const server = await joinServer(cluster, performance.now() + ATTEMPT_MS, first.port);
        if (server.port === first.port) return server;
        // Started by a process that did not know this port: everything here, and in the worker, knows no other.
        tell(`The embedded PostgreSQL listens on port ${server.port} instead of ${first.port}; restart Kaleido.`);
        return server;
      } catch (error) {
        tell(`The embedded PostgreSQL does not start again yet: ${messageOf(error)}`);
        await sleep(PAUSE_MS, undefined, { signal }).catch(() => undefined);
      }
    }
    return null;
  }

  const keeping = (async () => {
    while (current !== null) {
      await endOf(current, signal);
      if (signal.aborted) return;
      const start = performance.now();
      tell('The connection to the embedded PostgreSQL broke; it is started again if it has ended.');
      current = await rejoin();
      if (current !== null)
        tell(`The embedded PostgreSQL is there again after ${Math.round(performance.now() - start)} ms.`);
    }
  })();

  return {
    async leave() {
      leaving.abort();
      await keeping;
      if (current !== null) await leaveServer(cluster, current);
    },
  };
}

/** Resolves when the connection has ended, in whatever way, or the signal aborts. */
function endOf({ holder }: SharedServer, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    // Ended between joining and now.
    if (signal.aborted || !holder.connection.stream.writable) return resolve();
    const over = () => {
      // The signal outlives many connections, each of which would leave a listener on it.
      signal.removeEventListener('abort', over);
      holder.off('end', over);
      resolve();
    };
    holder.once('end', over);
    signal.addEventListener('abort', over);
  });
}
