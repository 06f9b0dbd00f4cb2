import { type Command, Option } from 'commander';
import { type CommandSpec, defaultOf, type OptionSpec, optionText } from '../../chat/commands/index.js';
import type { Translate } from '../../chat/i18n/index.js';
import { ownValue, rangeText } from '../../engine/basics/index.js';
import { realNumberOption, repeated, wholeNumberOption } from '../flags/index.js';

/** Where the command line differs from a chat, by the name of an option. */
export interface Differences {
  /** Options that mean nothing outside a chat. */
  without: readonly string[];
  /** What an option is for, where it can do less than in a chat. */
  texts: Readonly<Record<string, string>>;
}

/**
 * Gives a command of the command line the flags that the chat's command has by its name alone: the same names, ranges,
 * choices and texts.
 */
export function withDeclaredFlags(
  command: Command,
  spec: CommandSpec,
  t: Translate,
  { without, texts }: Differences,
): Command {
  const { path = spec.name, executable } = defaultOf(spec) ?? {};
  for (const option of executable?.options ?? []) {
    if (option.name === executable?.positional || without.includes(option.name)) continue;
    const text = ownValue(texts, option.name) ?? optionText(t, path, option.name);
    const words = `${text.charAt(0).toLowerCase()}${text.slice(1)}`;
    command.addOption(flagOf(option, words).hideHelp(option.isHidden === true));
  }
  return command;
}

/** One flag; a choice that nothing is declared for is left to whoever reads its value. */
function flagOf(spec: OptionSpec, text: string): Option {
  const flag = `--${spec.name}`;
  switch (spec.type) {
    case 'flag':
      return new Option(flag, text).default(false);
    case 'integer':
      return new Option(`${flag} <n>`, `${text} (${rangeText(spec)})`).argParser(wholeNumberOption(flag, spec));
    case 'number':
      return new Option(`${flag} <n>`, `${text} (${rangeText(spec)})`).argParser(realNumberOption(flag, spec));
    case 'choice': {
      const option = new Option(`${flag} <name>`, text);
      return spec.choices.length === 0 ? option : option.choices(spec.choices);
    }
    case 'text':
      return spec.isRepeatable
        ? new Option(`${flag} <text>`, `${text}; repeatable`).argParser(repeated).default([], 'none')
        : new Option(`${flag} <text>`, text);
    default:
      throw new TypeError(`${flag} names somebody or something of a chat.`);
  }
}
