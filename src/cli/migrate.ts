import { openDatabaseServer } from '../app/base/index.js';
import { quiet } from '../core/basics/index.js';
import type { Config } from '../settings/index.js';
import { migrate } from '../store/migrations/index.js';
import { print } from './print/index.js';

/**
 * `kaleido migrate`: brings the database up to this version and tells what was done.
 *
 * @throws KaleidoError `database_unavailable` or `database_invalid`
 */
export async function runMigrations(config: Config, stdout: NodeJS.WritableStream): Promise<void> {
  const database = await openDatabaseServer(config, quiet);
  try {
    const applied = await migrate(database.url);
    const lines = applied.map((name) => `Applied ${name}.\n`).join('');
    print(stdout, applied.length === 0 ? 'The database is up to date.\n' : lines);
  } finally {
    await database.close();
  }
}
