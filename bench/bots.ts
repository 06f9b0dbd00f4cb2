import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openFolder, type ServiceProcess, startService } from '../test/e2e/support/processes.js';
import { openTestDatabase, type TestDatabase } from '../test/support/database.js';
import { ROOT } from './setup.js';

/** What `npm run build` makes: benchmarks measure what is shipped. */
export const MAIN = join(ROOT, 'dist', 'src', 'main.js');

/** A bot under load. */
export interface Bot {
  /** Of the process that answers. */
  pid: number;
  stop(): Promise<unknown>;
}

/** A bot that does nothing but acknowledge: `bare-discord.ts` or `bare-slack.ts`. */
export async function startBare(file: string, words: readonly string[]): Promise<Bot> {
  const main = fileURLToPath(new URL(file, import.meta.url));
  const child = spawn(process.execPath, ['--import', 'tsx', main, ...words], { stdio: ['ignore', 'inherit', 'pipe'] });
  await once(child.stderr, 'data');
  return {
    pid: pidOf(child),
    stop: () => {
      child.kill();
      return once(child, 'close');
    },
  };
}

/** Kaleido's bot and worker, each a process of its own as `kaleido up` has them, on a database of their own. */
export interface Kaleido extends Bot {
  bot: ServiceProcess;
  worker: ServiceProcess;
  database: TestDatabase;
}

/** Starts both; the worker below the bot's priority where `kaleido up` would. */
export async function startKaleido(bundleDir: string, settings: Readonly<Record<string, string>>): Promise<Kaleido> {
  const database = await openTestDatabase();
  const folder = await openFolder();
  const all = {
    DATABASE_URL: database.url,
    KALEIDO_DATA: folder.path,
    KALEIDO_BUNDLE: bundleDir,
    KALEIDO_IMAGES_PER_DAY: '1000000',
    KALEIDO_IN_FLIGHT: '1000',
    ...settings,
  };
  const bot = startService('bot', all, MAIN);
  const worker = startService('worker', all, MAIN);
  await Promise.all([bot.logged('the bot is ready'), worker.logged('the worker is ready')]);
  return {
    pid: pidOf(bot.child),
    bot,
    worker,
    database,
    async stop() {
      await Promise.all([bot.stop(), worker.kill()]);
      await database.close();
      await folder.remove();
    },
  };
}

function pidOf({ pid }: ChildProcess): number {
  if (pid === undefined) throw new Error('The process did not start.');
  return pid;
}

/** Resident memory of a process, now and at most so far, in MB; null where the system does not tell (not Linux). */
export async function memoryOf(pid: number): Promise<{ now: number; most: number } | null> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => null);
  if (status === null) return null;
  const megabytes = (name: string) =>
    (Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(status)?.[1]) * 1024) / 1e6;
  return { now: megabytes('VmRSS'), most: megabytes('VmHWM') };
}
