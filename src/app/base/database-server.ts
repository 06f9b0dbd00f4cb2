import { join } from 'node:path';
import type { Log } from '../../core/basics/index.js';
import { hidePassword } from '../../secrets.js';
import type { Config } from '../../settings/index.js';

import { startEmbeddedPostgres } from '../../store/embedded/index.js';

/** A database to work with. */
export interface DatabaseServer {
  /** May hold a password: not for logs. */
  url: string;
  isEmbedded: boolean;
  /** Lets go of it; the embedded server stops with its last user. */
  close(): Promise<void>;
}

/**
 * The server that `DATABASE_URL` names, or the embedded one.
 *
 * @param log told when the embedded one ended and is there again
 * @throws KaleidoError `database_unavailable` or `database_invalid`
 */
export async function openDatabaseServer({ databaseUrl, dataDir }: Config, log: Log): Promise<DatabaseServer> {
  if (databaseUrl !== undefined) return { url: databaseUrl, isEmbedded: false, close: async () => undefined };
  const server = await startEmbeddedPostgres({
    folder: join(dataDir, 'postgres'),
    onTrouble: (trouble) => log.warn({ trouble }, 'database'),
  });
  hidePassword(server.url);
  return { url: server.url, isEmbedded: true, close: () => server.stop() };
}
