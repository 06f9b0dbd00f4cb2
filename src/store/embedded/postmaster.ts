import { execFile } from 'node:child_process';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** What a running server says of itself in `postmaster.pid`. */
export interface Postmaster {
  pid: number;
  port: number;
  /** False while it starts, recovers or stops. */
  isReady: boolean;
}

const run = promisify(execFile);

/**
 * The server that runs, or ran until it was killed, on a cluster; null when none does. The lines of the file: process
 * id, data folder, start time, port, socket folder, address, shared memory, status
 * (https://www.postgresql.org/docs/18/storage-file-layout.html).
 */
export async function readPostmaster(cluster: string): Promise<Postmaster | null> {
  const text = await readFile(join(cluster, 'postmaster.pid'), 'utf8').catch(() => null);
  if (text === null) return null;
  const lines = text.split(/\r?\n/);
  const pid = Number(lines[0]);
  const port = Number(lines[3]);
  if (!Number.isInteger(pid) || pid <= 0) return null;
  return { pid, port: Number.isInteger(port) ? port : 0, isReady: lines[7]?.trim() === 'ready' };
}

/**
 * After a crash or `kill -9` the file stays behind. PostgreSQL itself starts over it when its process id is unused;
 * when another program has that id by now, as often in containers, it refuses. This removes the file then.
 * @returns whether a server is alive
 */
export async function isAlive(cluster: string, { pid }: Postmaster): Promise<boolean> {
  if (!processExists(pid)) return false;
  const name = await processName(pid);
  if (name === null || name.includes('postgres')) return true;
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

/** Null when the system does not tell. */
async function processName(pid: number): Promise<string | null> {
  try {
    if (process.platform === 'linux') return (await readFile(`/proc/${pid}/comm`, 'utf8')).trim();
    const [program, ...args] =
      process.platform === 'win32'
        ? ['tasklist', '/fi', `PID eq ${pid}`, '/fo', 'csv', '/nh']
        : ['ps', '-o', 'comm=', '-p', String(pid)];
    return (await run(program!, args, { windowsHide: true })).stdout.trim().toLowerCase();
  } catch {
    return null;
  }
}
