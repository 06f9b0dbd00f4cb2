import { ownValue, setOwnValue } from '../../engine/basics/index.js';
import { badArgument } from '../errors/index.js';
import { nearest } from '../text/index.js';
import { type Flag, lex, type Word } from './argument-words.js';
import { isCalled, LONGEST_COMMAND, optionSchema } from './arguments.js';
import type { ArgumentValues, CommandSpec, Executable, OptionSpec } from './command.js';
import { defaultOf } from './command-texts.js';

/** A text in a chat read as the call of a command; its values are still to be checked. */
export interface ParsedCommand {
  /** `imagine`, `quota set` */
  path: string;
  values: ArgumentValues;
}

/** The platform's id behind a mention as it stands in its texts (`<@U123>`, `@ada`), null when it is none. */
export type ResolveMention = (text: string, type: 'user' | 'role' | 'channel') => string | null;

/**
 * Reads a text as the call of a command: `a cat and a pizza --variety 80`, `/quota set --user <@U1> --images 50`.
 *
 * A first word that names a command is one when what follows fits it (`history`, but not `history of a cat`) or a slash
 * leads it; anything else is the positional option of `defaultCommand`. Flags are `--name value`, `--name=value`,
 * `--flag`, `--no-flag`, anywhere; quotes, also curved ones, keep words together and dashes from being flags.
 *
 * @param resolveMention reads mentions of users, roles and channels; without it ids stand as they are
 * @throws CoreError `bad_value` for a text of more than `LONGEST_COMMAND` characters, and for a command, subcommand
 *   or flag that nobody declared, naming the nearest one
 */
export function parseCommandText(
  commands: readonly CommandSpec[],
  text: string,
  defaultCommand: string,
  resolveMention: ResolveMention = (mention) => mention,
): ParsedCommand {
  if (text.length > LONGEST_COMMAND) {
    throw badArgument(defaultCommand, { why: 'too_long', maxLength: LONGEST_COMMAND });
  }
  const words = lex(text.trim());
  const { path, executable, rest } = findCall(commands, words, defaultCommand);
  return { path, values: readValues(executable, rest, resolveMention) };
}

interface Call {
  path: string;
  executable: Executable;
  rest: readonly Word[];
}

function findCall(commands: readonly CommandSpec[], words: readonly Word[], defaultCommand: string): Call {
  const [first, second] = words;
  const { execute } = commands.find(({ name }) => name === defaultCommand) ?? {};
  if (execute === undefined) throw new TypeError(`There is no command ${defaultCommand} to read texts with.`);
  const asDefault = { path: defaultCommand, executable: execute, rest: words };
  if (first === undefined || first.isQuoted) return asDefault;

  const hasSlash = /^\/[a-z]/i.test(first.raw);
  const name = first.text.replace(/^\//, '').toLowerCase();
  const command = commands.find((one) => one.name === name);
  if (command === undefined) {
    if (!hasSlash) return asDefault;
    const names = commands.map((one) => one.name);
    throw badArgument(first.raw, { why: 'unknown_command', nearest: nearest(name, names) ?? 'help' });
  }
  if (command.execute !== undefined) {
    const call = { path: name, executable: command.execute, rest: words.slice(1) };
    return hasSlash || name === defaultCommand || fits(call) ? call : asDefault;
  }
  const { subcommands = {} } = command;
  const chosen = second?.text.toLowerCase() ?? '';
  const executable = ownValue(subcommands, chosen);
  if (executable !== undefined) return { path: `${name} ${chosen}`, executable, rest: words.slice(2) };
  const usual = defaultOf(command);
  if (usual !== undefined) {
    const call = { ...usual, rest: words.slice(1) };
    return hasSlash || fits(call) ? call : asDefault;
  }
  if (!hasSlash && second !== undefined && !second.isFlagLike) return asDefault;
  throw badArgument(name, { why: 'unknown_subcommand', choices: Object.keys(subcommands) });
}

/** Whether the words outside flags are what the command takes there. */
function fits({ executable, rest }: Call): boolean {
  const words = split(executable.options, rest).outside;
  const outside = positionalText(words);
  if (outside === '') return true;
  const option = executable.options.find(({ name }) => name === executable.positional);
  if (option?.type === 'picture') return words.length === 1;
  if (option === undefined || (option.type === 'text' && option.pattern === undefined)) return false;
  return isMention(option) ? !/\s/.test(outside) : optionSchema(option).safeParse(outside).success;
}

function readValues(executable: Executable, words: readonly Word[], resolveMention: ResolveMention): ArgumentValues {
  const { flags, outside, unknown } = split(executable.options, words);
  const names = executable.options.filter(({ isHidden }) => isHidden !== true).map(({ name }) => name);
  if (unknown !== undefined) {
    throw badArgument(unknown.name, { why: 'unknown_option', nearest: nearest(unknown.name, names) ?? 'none' });
  }
  const values: Record<string, string | boolean> = {};
  for (const { option, value } of flags) {
    const { name } = option;
    if (value === null) throw badArgument(name, { why: 'no_value' });
    const before = ownValue(values, name);
    const isRepeatable = option.type === 'text' && option.isRepeatable;
    if (before !== undefined && !isRepeatable) throw badArgument(name, { why: 'twice' });
    setOwnValue(values, name, before === undefined ? resolve(option, value, resolveMention) : `${before}\n${value}`);
  }
  const positional = positionalText(outside);
  if (positional === '') return values;
  const option = executable.options.find(({ name }) => name === executable.positional);
  if (option === undefined) throw badArgument(positional, { why: 'extra_words' });
  if (Object.hasOwn(values, option.name)) throw badArgument(option.name, { why: 'twice' });
  setOwnValue(values, option.name, resolve(option, positional, resolveMention));
  return values;
}

function resolve(option: OptionSpec, value: string | boolean, resolveMention: ResolveMention) {
  if (typeof value === 'boolean' || !isMention(option)) return value;
  const id = resolveMention(value, option.type);
  if (id === null) throw badArgument(option.name, { why: 'not_mention', type: option.type });
  return id;
}

function isMention(option: OptionSpec): option is OptionSpec & { type: 'user' | 'role' | 'channel' } {
  return option.type === 'user' || option.type === 'role' || option.type === 'channel';
}

interface Split {
  /** A null value: the flag is the last word, and needs a value. */
  flags: { option: OptionSpec; value: string | boolean | null }[];
  outside: Word[];
  unknown: Flag | undefined;
}

/** Takes the flags out of the words. */
function split(options: readonly OptionSpec[], words: readonly Word[]): Split {
  const found: Split = { flags: [], outside: [], unknown: undefined };
  const byName = (name: string) => options.find((option) => isCalled(option, name));
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!;
    const { flag } = word;
    const option = flag && byName(flag.name);
    const negated = flag && /^no-./.test(flag.name) ? byName(flag.name.slice(3)) : undefined;
    if (flag === null || (flag.isColon && !takes(option, flag.value))) found.outside.push(word);
    else if (option?.type === 'flag') found.flags.push({ option, value: flag.value ?? true });
    else if (option !== undefined && option !== null) {
      found.flags.push({ option, value: flag.value ?? words[++i]?.text ?? null });
    } else if (negated?.type === 'flag' && flag.value === null) found.flags.push({ option: negated, value: false });
    else if (flag.isDash) found.outside.push(word);
    else found.unknown ??= flag;
  }
  return found;
}

/** Whether an option has such a choice, or one that looks so: all else with a colon in it is a word of the prompt. */
function takes(option: OptionSpec | null | undefined, value: string | null): boolean {
  if (option?.type !== 'choice' || value === null) return false;
  return option.pattern?.test(value) === true || optionSchema(option).safeParse(value).success;
}

/** The words as they were written; quotes around all of them only kept them together. */
function positionalText(words: readonly Word[]): string {
  const [only, ...others] = words;
  if (only !== undefined && others.length === 0) return only.text.trim();
  return words.map(({ raw }) => raw).join(' ');
}
