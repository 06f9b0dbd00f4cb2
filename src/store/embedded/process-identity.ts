import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFile, readlink, realpath } from 'node:fs/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** The name that a server of this data folder carries on its command line, which everybody may read. */
export async function serverName(cluster: string): Promise<string> {
  const path = await realpath(cluster);
  return `kaleido-${createHash('sha256').update(path).digest('hex').slice(0, 16)}`;
}

/**
 * Whether a process is the PostgreSQL server of this data folder, and no other program or server that has the same id
 * by now. Null when the system does not tell.
 */
export async function isServerOf(cluster: string, pid: number): Promise<boolean | null> {
  const line = await commandLine(pid);
  if (line === null) return null;
  // Of a process that has ended, and that nobody has waited for, there is none.
  if (!line.toLowerCase().includes('postgres')) return false;
  // Windows tells the program alone.
  if (process.platform === 'win32') return null;
  return line.includes(await serverName(cluster)) || (await worksIn(cluster, pid));
}

/** Null when the system does not tell. */
async function commandLine(pid: number): Promise<string | null> {
  try {
    if (process.platform === 'linux') return await readFile(`/proc/${pid}/cmdline`, 'utf8');
    const [program, ...args] =
      process.platform === 'win32'
        ? ['tasklist', '/fi', `PID eq ${pid}`, '/fo', 'csv', '/nh']
        : ['ps', '-ww', '-o', 'command=', '-p', String(pid)];
    return (await run(program!, args, { windowsHide: true })).stdout.trim();
  } catch {
    return null;
  }
}

/** A server that an earlier version started has no name of ours; its working directory is the data folder. */
async function worksIn(cluster: string, pid: number): Promise<boolean> {
  const cwd = await readlink(`/proc/${pid}/cwd`).catch(() => null);
  return cwd !== null && cwd === (await realpath(cluster));
}
