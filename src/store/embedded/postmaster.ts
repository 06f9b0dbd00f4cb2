import { readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { isServerOf } from './process-identity.js';

/** What a running server says of itself in `postmaster.pid`. */
export interface Postmaster {
  pid: number;
  port: number;
  /** False while it starts, recovers or stops. */
  isReady: boolean;
}

/** A server writes the file at once after it made it; what cannot be read for so long, in ms, is nobody's. */
const WRITTEN_AFTER_MS = 2_000;

/**
 * The server that runs, or ran until it was killed, on a cluster; null when none does. The lines of the file: process
 * id, data folder, start time, port, socket folder, address, shared memory, status
 * (https://www.postgresql.org/docs/18/storage-file-layout.html). Remains that a crash of the system left unreadable,
 * and over which PostgreSQL would not start, are removed.
 */
export async function readPostmaster(cluster: string): Promise<Postmaster | null> {
  const path = join(cluster, 'postmaster.pid');
  const text = await readFile(path, 'utf8').catch(() => null);
  if (text === null) return null;
  const lines = text.split(/\r?\n/);
  const pid = Number(lines[0]);
  const port = Number(lines[3]);
  if (!Number.isSafeInteger(pid) || pid <= 0) {
    const writtenAt = await stat(path).catch(() => null);
    if (writtenAt !== null && Date.now() - writtenAt.mtimeMs > WRITTEN_AFTER_MS) await rm(path, { force: true });
    return null;
  }
  return { pid, port: Number.isInteger(port) ? port : 0, isReady: lines[7]?.trim() === 'ready' };
}

/**
 * After a crash or `kill -9` the file stays behind. PostgreSQL itself starts over it when its process id is unused;
 * when another program has that id by now, a PostgreSQL of somebody else included, it refuses. This removes the file
 * then. Should a process of the killed server still be there, the new one waits for it all the same: it looks for users
 * of the shared memory that belongs to the data folder.
 * @returns whether a server is alive
 */
export async function isAlive(cluster: string, { pid }: Postmaster): Promise<boolean> {
  if (!processExists(pid)) return false;
  if ((await isServerOf(cluster, pid)) !== false) return true;
  await rm(join(cluster, 'postmaster.pid'), { force: true });
  return false;
}

function processExists(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
