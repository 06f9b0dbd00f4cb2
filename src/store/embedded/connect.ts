import { Client } from 'pg';
import { forgetDatabaseEnvironment } from '../../network/index.js';
import { type Cluster, ROLE } from './cluster.js';

/** The only address that the server listens on. */
export const HOST = '127.0.0.1';
const CONNECT_TIMEOUT_MS = 10_000;

/** A connection to the maintenance database of the cluster's server; rejects with node-postgres's errors. */
export async function connect(cluster: Cluster, port: number): Promise<Client> {
  forgetDatabaseEnvironment();
  const client = new Client({
    host: HOST,
    port,
    user: ROLE,
    password: cluster.password,
    database: 'postgres',
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    keepAlive: true,
  });
  // The server going away must not end the process; whoever uses the connection next learns of it.
  client.on('error', () => undefined);
  try {
    await client.connect();
  } catch (error) {
    await client.end().catch(() => undefined);
    throw error;
  }
  return client;
}
