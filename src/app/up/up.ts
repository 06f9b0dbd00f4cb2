import { userInfo } from 'node:os';
import { join } from 'node:path';
import { workerEnvironment } from '../../config.js';
import { makeFolder } from '../../engine/basics/index.js';
import { createTerminal, type Terminal } from '../../platforms/terminal/index.js';
import { drawPictureOn } from '../../platforms/terminal/window/index.js';

import type { Config } from '../../settings/index.js';
import { AppError, loadModel, openFoundation, runningOn, runService } from '../base/index.js';
import { type ChatParts, hasPlatform, makePlatforms, startBot } from '../bot/index.js';
import { superviseWorker, workerStarter } from '../supervision/index.js';
import { claimFolder } from './one-up.js';

/** Milliseconds that a worker may take to end, with the time that its own process is given. */
const WORKER_STOP_MS = 50_000;

/** The process's own streams outside tests. */
export interface TerminalStreams {
  stdin: NodeJS.ReadStream;
  stdout: NodeJS.WriteStream;
}

/**
 * `kaleido up`: database, bot, and a worker in a process of its own, until `signal` aborts or the terminal chat ends.
 * The terminal chat is opened when asked for, or when no platform's token is set; the log then goes to a file.
 *
 * @throws KaleidoError when something that it stands on cannot be used
 */
export async function up(
  config: Config,
  { isConsole }: { isConsole: boolean },
  signal: AbortSignal,
  streams: TerminalStreams,
): Promise<void> {
  const withTerminal = isConsole || !hasPlatform(config);
  const logFile = withTerminal ? join(config.dataDir, 'kaleido.log') : undefined;
  await makeDataFolder(config.dataDir);
  const leave = await claimFolder(config.dataDir);
  return runService(
    config,
    signal,
    async ({ log, metrics, cleanup }) => {
      const model = await loadModel(config.bundleDir);
      const foundation = await openFoundation(config, log, cleanup);
      const worker = superviseWorker(workerStarter(environmentFor(config, foundation.databaseUrl), logFile), log);
      cleanup.add('worker process', () => worker.stop(), WORKER_STOP_MS);
      // At the same time as the platforms, and not after them.
      signal.addEventListener('abort', () => void worker.stop(), { once: true });
      let terminal: Terminal | undefined;
      const platforms = await startBot({ config, foundation, model, log, metrics, cleanup }, async (parts) => {
        if (withTerminal) terminal = openTerminal(config, parts, streams);
        return [...(await makePlatforms(config, parts, log)), ...(terminal === undefined ? [] : [terminal])];
      });
      log.info({ platforms: platforms.map(({ platform }) => platform) }, 'everything is up');
      return { ...runningOn(foundation, model.bundle, platforms), ended: terminal?.closed };
    },
    logFile,
  ).finally(leave);
}

/** Before the log is opened in it. @throws KaleidoError `unwritable_output` */
async function makeDataFolder(folder: string): Promise<void> {
  await makeFolder(folder, 0o711).catch((cause: unknown) => {
    throw new AppError('unwritable_output', { why: 'data_folder', path: folder }, cause);
  });
}

/** What the worker process needs to know of flags and of the embedded database; it serves no health of its own. */
function environmentFor(config: Config, databaseUrl: string): NodeJS.ProcessEnv {
  return workerEnvironment({
    DATABASE_URL: databaseUrl,
    KALEIDO_DATA: config.dataDir,
    KALEIDO_BUNDLE: config.bundleDir,
    KALEIDO_PROVIDERS: config.providers.join(','),
    KALEIDO_THREADS: config.threads === undefined ? '' : String(config.threads),
    KALEIDO_HTTP_PORT: '',
  });
}

function openTerminal(
  config: Config,
  { controller, commands }: ChatParts,
  { stdin, stdout }: TerminalStreams,
): Terminal {
  return createTerminal({
    controller,
    commands,
    input: stdin,
    output: stdout,
    isInteractive: stdin.isTTY && stdout.isTTY,
    isColour: stdout.hasColors?.() ?? false,
    drawPicture: drawPictureOn(stdout),
    folder: join(config.dataDir, 'pictures'),
    userName: userInfo().username,
    locale: Intl.DateTimeFormat().resolvedOptions().locale,
  });
}
