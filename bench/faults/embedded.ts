import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { openCluster, ROLE } from '../../src/store/embedded/cluster.js';
import { HOST } from '../../src/store/embedded/connect.js';
import { readPostmaster } from '../../src/store/embedded/postmaster.js';

/** The database of a `kaleido up`, as long as its server is there. @throws Error while it is not */
export async function embeddedUrl(folder: string): Promise<string> {
  const { password } = await openCluster(folder);
  const { port } = await serverOf(folder);
  return `postgresql://${ROLE}:${encodeURIComponent(password)}@${HOST}:${port}/kaleido`;
}

/** @throws Error when there is none */
export async function serverOf(folder: string): Promise<{ pid: number; port: number }> {
  const server = await readPostmaster(join(folder, 'cluster'));
  if (server === null) throw new Error('There is no server.');
  return server;
}

/** Ends what an `up` that was killed left behind. */
export async function endEmbedded(dataFolder: string): Promise<void> {
  const server = await serverOf(join(dataFolder, 'postgres')).catch(() => null);
  if (server === null) return;
  process.kill(server.pid, 'SIGQUIT');
  await sleep(500);
}
