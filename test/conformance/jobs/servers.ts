import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createConnection, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { QueueConfig } from '../../../src/jobs/backend.js';
import { openCluster } from '../../../src/store/embedded/cluster.js';
import { startEmbeddedPostgres } from '../../../src/store/embedded/embedded-postgres.js';
import { readPostmaster } from '../../../src/store/embedded/postmaster.js';

/** A real server that queues of the suite live on, each under a name of its own. */
export interface QueueServer {
  config(name: string): QueueConfig;
  /** Null when the server is not ours to stop. */
  restart: (() => Promise<void>) | null;
  stop(): Promise<void>;
}

/** A PostgreSQL server of the embedded binaries, in a folder that is deleted at the end. */
export async function startPostgres(): Promise<QueueServer> {
  const folder = await mkdtemp(join(tmpdir(), 'kaleido-queue-'));
  const server = await startEmbeddedPostgres({ folder, database: 'queue' });
  const cluster = await openCluster(folder);
  return {
    config: (name) => ({ backend: 'postgres', url: server.url, name }),
    // It is started again by itself.
    restart: async () => {
      const before = (await readPostmaster(cluster.dir))!.pid;
      process.kill(before, 'SIGINT');
      for (;;) {
        const now = await readPostmaster(cluster.dir);
        if (now !== null && now.pid !== before && now.isReady) return;
        await sleep(50);
      }
    },
    stop: async () => {
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Whether there is a Redis to test with: `TEST_REDIS_URL`, or a `redis-server` binary. */
export function hasRedis(): boolean {
  if (process.env.TEST_REDIS_URL) return true;
  try {
    execFileSync('redis-server', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** The Redis of `TEST_REDIS_URL`, or one of our own that keeps its data over a restart. */
export async function startRedis(policy = 'noeviction'): Promise<QueueServer> {
  const given = process.env.TEST_REDIS_URL;
  if (given) {
    return { config: (name) => ({ backend: 'redis', url: given, name }), restart: null, stop: async () => {} };
  }
  const folder = await mkdtemp(join(tmpdir(), 'kaleido-queue-'));
  const port = await freePort();
  let server: ChildProcess;
  const start = async () => {
    const options = ['--port', String(port), '--bind', '127.0.0.1', '--dir', folder, '--appendonly', 'yes'];
    server = spawn('redis-server', [...options, '--maxmemory-policy', policy], { stdio: 'ignore' });
    await accepts(port);
  };
  const stop = async () => {
    const gone = once(server, 'exit');
    server.kill('SIGTERM');
    await gone;
  };
  await start();
  return {
    config: (name) => ({ backend: 'redis', url: `redis://127.0.0.1:${port}`, name }),
    restart: async () => {
      await stop();
      await start();
    },
    stop: async () => {
      await stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  probe.close();
  await once(probe, 'close');
  return port;
}

async function accepts(port: number): Promise<void> {
  for (;;) {
    const socket = createConnection(port, '127.0.0.1');
    const isOpen = await new Promise<boolean>((resolve) => {
      socket.once('connect', () => resolve(true));
      socket.once('error', () => resolve(false));
    });
    socket.destroy();
    if (isOpen) return;
    await sleep(50);
  }
}
