import { type Command, CommanderError, Option } from 'commander';
import { EXIT } from './exit-codes.js';
import { type ModelFlags, resolveConfig, withDataOption, withModelOptions } from './flags/index.js';

import type { Streams } from './imagine/index.js';

/**
 * Adds the commands that run the bot. Each runs until `signal` aborts and then shuts down in order; `up`'s terminal
 * chat also ends with its input.
 */
export function addServices(program: Command, streams: Streams, signal: AbortSignal): void {
  withDataOption(withModelOptions(program.command('up')))
    .description('run everything: database, worker and bot; without a token, a chat in this terminal')
    .option('--console', 'open the terminal chat although a token is set', false)
    .action(async ({ console: isConsole, ...flags }: ModelFlags & { console: boolean }) => {
      const config = await resolveConfig(flags);
      const { up } = await import('../app/up/index.js');
      await up(config, { isConsole }, signal, streams);
    });

  withDataOption(program.command('bot'))
    .description('run the bot alone; workers run elsewhere')
    .action(async (flags: ModelFlags) => {
      const config = await resolveConfig(flags);
      const { runBot } = await import('../app/bot/index.js');
      await runBot(config, signal);
    });

  withDataOption(withModelOptions(program.command('worker')))
    .description('run one worker; start as many as there are machines or GPUs for')
    .addOption(new Option('--supervised', 'paint in this process, which another one watches').default(false).hideHelp())
    .action(async ({ supervised, ...flags }: ModelFlags & { supervised: boolean }) => {
      const config = await resolveConfig(flags, { isWorker: true });
      if (supervised) return (await import('../app/worker/index.js')).runWorker(config, signal);
      const { keepWorker } = await import('../app/supervision/index.js');
      const code = await keepWorker(config, process.argv.slice(2), signal);
      if (code !== EXIT.ok) throw new CommanderError(code, 'kaleido.ended', '');
    });

  withDataOption(program.command('migrate'))
    .description('bring the database up to this version; every other command does so too when it starts')
    .action(async (flags: ModelFlags) => {
      const config = await resolveConfig(flags);
      const { runMigrations } = await import('./migrate.js');
      await runMigrations(config, streams.stdout);
    });
}
