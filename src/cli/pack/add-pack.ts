import type { Command } from 'commander';
import { packIn } from '../../../commands/index.js';
import { createTranslator } from '../../chat/i18n/index.js';
import { withDeclaredFlags } from '../declared/index.js';
import { type ModelFlags, resolveConfig, withModelOptions } from '../flags/index.js';
import type { Streams } from '../imagine/index.js';
import type { PackOptions } from './pack.js';

type PackFlags = ModelFlags & Omit<PackOptions, 'bundleDir' | 'providers' | 'things'> & { thing: string[] };

/** `kaleido pack`: the flags of the chat's `/pack`, and where the zip goes. */
export function addPack(command: Command, streams: Streams, signal: AbortSignal): void {
  withModelOptions(command).argument('<thing...>', 'whom or what to draw');
  withDeclaredFlags(command, packIn([]), createTranslator('en'), { without: ['private', 'picture', 'face'], texts: {} })
    .option(
      '--thing <name=file>',
      'a picture of your own that is called so: mascot=fox.png; logo:faceless=logo.png where it has no face',
      (thing: string, before: string[]) => [...before, thing],
      [],
    )
    .option('--out <file>', 'where to write the zip', 'pack.zip')
    .option('--sheet <file>', 'also write the sheet: PNG, JPEG or WebP by its ending')
    .action(async (words: string[], { bundle, provider, thing, ...flags }: PackFlags) => {
      const config = await resolveConfig({ bundle, provider, threads: flags.threads });
      const { runPack } = await import('./pack.js');
      await runPack(words.join(' '), { ...flags, ...config, things: thing }, signal, streams);
    });
}
