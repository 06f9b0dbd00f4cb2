import { ownValue } from '../../engine/basics/index.js';
import { isMessageKey, type MessageKey } from '../i18n/en/index.js';
import type { Translate } from '../i18n/index.js';
import type { CommandSpec, Executable, OptionSpec } from './command.js';

/** Key of the description of a command (`imagine`) or subcommand (`quota set`). */
export function commandKey(path: string): MessageKey {
  return existing(`command.${path.replaceAll(' ', '.')}`);
}

/** Key of the description of an option of a command or subcommand. */
export function optionKey(path: string, option: string): MessageKey {
  return existing(`option.${path.replaceAll(' ', '.')}.${option}`);
}

/** What a command or subcommand does, in 1–100 characters. */
export function commandText(t: Translate, path: string): string {
  return t(commandKey(path));
}

/** What an option is for, in 1–100 characters. */
export function optionText(t: Translate, path: string, option: string): string {
  return t(optionKey(path, option));
}

/** What a command can be called as: itself, or each of its subcommands. */
export function executablesOf({
  name,
  execute,
  subcommands = {},
}: CommandSpec): { path: string; executable: Executable }[] {
  const whole = execute === undefined ? [] : [{ path: name, executable: execute }];
  return [
    ...whole,
    ...Object.entries(subcommands).map(([subcommand, executable]) => ({ path: `${name} ${subcommand}`, executable })),
  ];
}

/** What is offered of a command's options. */
export function shownOptions({ options }: Executable): readonly OptionSpec[] {
  return options.filter(({ isHidden }) => isHidden !== true);
}

/** What a command does by its name alone, if anything. */
export function defaultOf({
  name,
  execute,
  subcommands,
  defaultSubcommand = '',
}: CommandSpec): { path: string; executable: Executable } | undefined {
  if (execute !== undefined) return { path: name, executable: execute };
  const executable = ownValue(subcommands, defaultSubcommand);
  return executable === undefined ? undefined : { path: `${name} ${defaultSubcommand}`, executable };
}

function existing(key: string): MessageKey {
  if (isMessageKey(key)) return key;
  throw new RangeError(`The catalogue has no text for ${key}.`);
}
