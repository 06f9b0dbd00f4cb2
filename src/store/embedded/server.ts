import { readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { basename, dirname, join } from 'node:path';
import { StoreError } from '../errors.js';
import { type Cluster, missingMb } from './cluster.js';
import { HOST } from './connect.js';
import { serverName } from './process-identity.js';
import { runProgram } from './run-program.js';

/** Room for the pools of a bot and several workers, each with a handful of connections for data and for the queue. */
const MAX_CONNECTIONS = 100;
/** `pg_ctl` waits so long for the server to accept connections, and to end, in seconds. */
const WAIT_SECONDS = 60;
const LOG_FILE = 'server.log';

/**
 * Starts the server; `log` says why when it did not start.
 * @param port any free one when absent
 */
export async function startServer(cluster: Cluster, port?: number): Promise<{ isStarted: boolean; log: string }> {
  const logFile = join(cluster.dir, LOG_FILE);
  // Of the last run only, lest it grow for ever. Windows keeps it when another process has just started a server.
  await rm(logFile, { force: true }).catch(() => undefined);
  const settings = [
    `-p ${port ?? (await freePort())}`,
    `-c listen_addresses=${HOST}`,
    `-c max_connections=${MAX_CONNECTIONS}`,
    `-c cluster_name=${await serverName(cluster.dir)}`,
    '-c timezone=UTC',
    '-c log_timezone=UTC',
    // Compiling queries costs more than our short ones take.
    '-c jit=off',
    // No socket file in /tmp that others could reach or remove. Windows has none by default.
    ...(process.platform === 'win32' ? [] : ['-k ""']),
  ];
  // pg_ctl starts the server by a shell: nothing that a user chose, such as the path, may stand in its line.
  const dir = basename(cluster.dir);
  const where = ['-D', dir, '-l', join(dir, LOG_FILE)];
  const args = ['start', ...where, '-w', '-t', String(WAIT_SECONDS), '-o', settings.join(' ')];
  const { code } = await runProgram(cluster.binaries.pgCtl, args, {
    account: cluster.account,
    cwd: dirname(cluster.dir),
    capture: false,
  });
  if (code === 0) return { isStarted: true, log: '' };
  return { isStarted: false, log: await readFile(logFile, 'utf8').catch(() => '') };
}

/** Ends the server, open transactions rolled back, and waits for it to be gone. */
export async function stopServer(cluster: Cluster): Promise<void> {
  const args = ['stop', '-D', cluster.dir, '-m', 'fast', '-w', '-t', String(WAIT_SECONDS)];
  const options = { account: cluster.account, cwd: dirname(cluster.dir) };
  const { code, output } = await runProgram(cluster.binaries.pgCtl, args, options);
  if (code === 0) return;
  throw new StoreError('database_unavailable', { why: 'not_stopped', folder: cluster.dir, detail: output });
}

export async function startFailed(cluster: Cluster, log: string): Promise<StoreError> {
  const tail = log.trim().split('\n').slice(-10).join('\n');
  return new StoreError('database_unavailable', {
    why: 'not_started',
    folder: cluster.dir,
    detail: tail,
    missingMb: await missingMb(cluster.dir),
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, HOST, () => {
      const address = server.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}
