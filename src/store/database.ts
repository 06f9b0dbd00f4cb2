import { PrismaPg } from '@prisma/adapter-pg';
import type { ClientBase } from 'pg';
import { LEASES } from '../core/basics/index.js';
import { forgetDatabaseEnvironment } from '../network/index.js';
import { type Prisma, PrismaClient } from './generated/client.js';

/** The pool of connections, and every model. */
export type Database = PrismaClient;
/** One transaction of it. */
export type Transaction = Prisma.TransactionClient;

export interface DatabaseOptions {
  /** Connections at most; each process has its own pool. */
  poolSize: number;
  /** Told of idle connections that broke; the pool replaces them. */
  onWarning: (message: string) => void;
}

const CONNECT_TIMEOUT_MS = 15_000;
const IDLE_TIMEOUT_MS = 60_000;
/** A burst of requests waits for its turn rather than fails; the platforms were answered before. */
const TRANSACTION = { maxWait: 30_000, timeout: 30_000 };

/** Connects when it is first used. */
export function connectDatabase(databaseUrl: string, options: DatabaseOptions): Database {
  forgetDatabaseEnvironment();
  const warn = (error: Error) => options.onWarning(`A database connection broke: ${error.message}`);
  const adapter = new PrismaPg(
    {
      connectionString: databaseUrl,
      max: options.poolSize,
      connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
      idleTimeoutMillis: IDLE_TIMEOUT_MS,
      keepAlive: true,
      onConnect: endSilentTransactions,
    },
    { schema: 'public', onPoolError: warn, onConnectionError: warn },
  );
  return new PrismaClient({ adapter, transactionOptions: TRANSACTION, errorFormat: 'minimal' });
}

/**
 * A process that is stopped in the middle of a transaction keeps the rows that it has locked from everybody: the server
 * ends it as soon as its jobs may be given to others. Asked for here and not in the first message, which poolers such
 * as PgBouncer refuse with settings in it.
 */
async function endSilentTransactions(client: ClientBase): Promise<void> {
  await client.query(`SET idle_in_transaction_session_timeout = ${LEASES.job.leaseMs}`);
}
