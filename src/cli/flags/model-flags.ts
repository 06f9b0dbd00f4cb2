import { type Command, Option } from 'commander';
import type { Config } from '../../settings/index.js';
import { commaList, wholeNumberOption } from './options.js';

/** Flags that come before the environment. */
export interface ModelFlags {
  bundle?: string;
  provider?: string;
  threads?: number;
  data?: string;
}

/** What every command that opens a bundle takes. */
export function withModelOptions(command: Command): Command {
  return command
    .option('--bundle <dir>', 'folder of the model bundle (environment: KALEIDO_BUNDLE)')
    .option(
      '--provider <list>',
      'execution providers in order: webgpu, cuda, tensorrt, coreml, directml, cpu; or auto (KALEIDO_PROVIDERS)',
    )
    .addOption(
      new Option('--threads <n>', 'threads for each model (KALEIDO_THREADS)').argParser(
        wholeNumberOption('--threads', { min: 1, max: 256 }),
      ),
    );
}

/** What every command that opens the database takes. */
export function withDataOption(command: Command): Command {
  return command.option('--data <dir>', 'folder of the embedded database and the pictures (environment: KALEIDO_DATA)');
}

/**
 * The configuration, from the environment and a settings file, with the flags over it. Loaded on demand: it loads
 * onnxruntime, which `--help` should not wait for.
 *
 * @param isWorker it is for a worker, which forgets what only bots need
 * @throws KaleidoError `bad_option`
 */
export async function resolveConfig(flags: ModelFlags, { isWorker = false } = {}): Promise<Config> {
  const { forgetBotSettings, readConfig, takeSettingsFile } = await import('../../config.js');
  takeSettingsFile();
  if (isWorker) forgetBotSettings();
  const config = readConfig();
  const { parseProviders } = await import('./providers.js');
  return {
    ...config,
    bundleDir: flags.bundle ?? config.bundleDir,
    providers: flags.provider === undefined ? config.providers : parseProviders(commaList(flags.provider)),
    threads: flags.threads ?? config.threads,
    dataDir: flags.data ?? config.dataDir,
  };
}
