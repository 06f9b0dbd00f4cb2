import type { Command } from 'commander';
import { packIn } from '../../../commands/index.js';
import { createTranslator } from '../../chat/i18n/index.js';
import { withDeclaredFlags } from '../declared/index.js';
import { type ModelFlags, resolveConfig, withModelOptions } from '../flags/index.js';
import type { Streams } from '../imagine/index.js';
import type { PackOptions } from './pack.js';

type PackFlags = ModelFlags & Omit<PackOptions, 'bundleDir' | 'providers'>;

/** `kaleido pack`: the flags of the chat's `/pack`, and where the zip goes. */
export function addPack(command: Command, streams: Streams, signal: AbortSignal): void {
  withModelOptions(command).argument('<thing...>', 'whom or what to draw');
  withDeclaredFlags(command, packIn([]), createTranslator('en'), { without: ['private'], texts: {} })
    .option('--out <file>', 'where to write the zip', 'pack.zip')
    .option('--sheet <file>', 'also write the sheet: PNG, JPEG or WebP by its ending')
    .action(async (words: string[], { bundle, provider, ...flags }: PackFlags & ModelFlags) => {
      const config = await resolveConfig({ bundle, provider, threads: flags.threads });
      const { runPack } = await import('./pack.js');
      await runPack(words.join(' '), { ...flags, ...config }, signal, streams);
    });
}
