import type { Command } from 'commander';
import { thingsIn } from '../../commands/index.js';
import { createTranslator } from '../chat/i18n/index.js';
import { drawSheet, searchThings, thingsByGroup } from '../core/things/index.js';
import { loadBundle } from '../engine/bundle/index.js';
import { createLatentContext, createTextTokenizer } from '../engine/context/index.js';
import { createPictures } from '../engine/memory/index.js';
import { withDeclaredFlags } from './declared/index.js';
import { CliError } from './errors.js';
import { type ModelFlags, resolveConfig, withModelOptions } from './flags/index.js';
import { reserveOutput } from './output/index.js';
import { print, printJson } from './print/index.js';

/** Things on a sheet that is written; of more, the first. */
const MOST_ON_SHEET = 300;

export interface ThingsOptions {
  /** Name of a group whose things are listed. */
  group?: string;
  /** Where to write a sheet of their pictures; its ending says how. */
  out?: string;
  json: boolean;
  bundleDir: string;
}

type ThingsFlags = ModelFlags & { group?: string; out?: string; json: boolean };

/** `kaleido things`, with the flags of the chat's `/things`. */
export function addThings(command: Command, stdout: NodeJS.WriteStream): void {
  withModelOptions(command).argument('[search...]', 'words, in any language that prompts are read in');
  // Groups are the bundle's, which is opened later; a list in a terminal has no pages.
  withDeclaredFlags(command, thingsIn([]), createTranslator('en'), { without: ['page'], texts: {} })
    .option('--out <file>', 'write a sheet of their pictures: PNG, JPEG or WebP by its ending')
    .option('--json', 'list as JSON', false)
    .action(async (words: string[], { group, out, json, ...flags }: ThingsFlags) => {
      const { bundleDir } = await resolveConfig(flags);
      await things(words.join(' ').trim(), { group, out, json, bundleDir }, stdout);
    });
}

/**
 * `kaleido things`: what the bundle knows, by group, or what fits some words.
 *
 * @param search empty for all groups
 * @throws KaleidoError `bad_option` for a group that there is not or nothing found, and those of `loadBundle`
 */
async function things(search: string, options: ThingsOptions, stdout: NodeJS.WritableStream): Promise<void> {
  const bundle = await loadBundle(options.bundleDir);
  const context = createLatentContext(bundle, createTextTokenizer(bundle));
  const groups = thingsByGroup(bundle.memory);
  const groupNames = groups.map(({ name }) => name);
  if (options.group !== undefined && !groupNames.includes(options.group)) {
    throw new CliError('bad_option', {
      why: 'unknown_group',
      option: '--group',
      text: options.group,
      choices: groupNames,
    });
  }
  const found = search === '' ? undefined : searchThings(context, search, 'en');
  if (found?.length === 0) {
    throw new CliError('bad_option', { why: 'nothing_like', option: 'search', text: search });
  }
  const lists = groups.filter(({ name }) => found === undefined && (options.group ?? name) === name);
  if (options.out !== undefined) {
    const names = (found ?? lists.flatMap((list) => list.things)).slice(0, MOST_ON_SHEET);
    const output = await reserveOutput(options.out);
    try {
      await output.writePicture(await drawSheet(context, createPictures(bundle), names));
    } finally {
      await output.discard();
    }
  }
  if (options.json) printJson(stdout, found ?? lists);
  else print(stdout, inWords(found, lists));
}

function inWords(
  found: readonly string[] | undefined,
  lists: readonly { name: string; title: string; things: string[] }[],
) {
  if (found !== undefined) return `${found.join('\n')}\n`;
  const parts = lists.map(({ name, title, things: of }) => `${title} (${name}): ${of.length}\n  ${of.join(', ')}\n`);
  return parts.join('\n');
}
