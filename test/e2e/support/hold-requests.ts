import pg from 'pg';

/**
 * Keeps requests from being accepted, and grids from being changed, from now on: what is read is read still.
 * @returns what lets them go on
 */
export async function holdRequests(databaseUrl: string): Promise<() => Promise<void>> {
  const client = new pg.Client({ connectionString: databaseUrl });
  // A test that failed closes the database under it.
  client.on('error', () => undefined);
  await client.connect();
  await client.query('BEGIN; LOCK TABLE generation, pin IN EXCLUSIVE MODE');
  return () => client.end();
}
