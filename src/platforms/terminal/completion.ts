import { type CommandSpec, type Executable, type OptionSpec, shownOptions } from '../../chat/commands/index.js';
import { ownValue } from '../../engine/basics/index.js';

/** Asks for values of an option while one types. */
export type Suggest = (path: string, option: string, partial: string) => Promise<{ value: string }[]>;

/** Words that the terminal has besides the commands. */
const OWN_WORDS = ['exit', 'press'];

/**
 * Completions of the last word of a line, as `readline` wants them: the candidates, and what of the line they replace.
 */
export async function complete(
  commands: readonly CommandSpec[],
  line: string,
  suggest: Suggest,
): Promise<[candidates: string[], replaced: string]> {
  const words = line.trimStart().split(/\s+/);
  const last = words.at(-1) ?? '';
  const beginning = (all: readonly string[]) => all.filter((one) => one.startsWith(last)).map((one) => `${one} `);
  const [first = '', second = ''] = words;
  const slash = first.startsWith('/') ? '/' : '';
  if (words.length === 1) {
    return [beginning([...commands.map(({ name }) => slash + name), ...OWN_WORDS]), last];
  }
  const command = commands.find(({ name }) => slash + name === first);
  const { subcommands } = command ?? {};
  if (subcommands !== undefined && words.length === 2) return [beginning(Object.keys(subcommands)), last];
  const path = subcommands === undefined ? (command?.name ?? 'imagine') : `${command?.name} ${second}`;
  const executable = subcommands === undefined ? executableOf(commands, path) : ownValue(subcommands, second);
  if (executable === undefined) return [[], last];
  if (last.startsWith('-')) return [beginning(flagsOf(executable, words)), last];

  const flag = words.at(-2) ?? '';
  const named = flag.startsWith('--') ? executable.options.find(({ name }) => name === flag.slice(2)) : undefined;
  const option = named ?? executable.options.find(({ name }) => name === executable.positional);
  if (option === undefined || option.type === 'flag') return [[], last];
  return [beginning(await valuesOf(option, path, last, suggest)), last];
}

function executableOf(commands: readonly CommandSpec[], name: string): Executable | undefined {
  return commands.find((command) => command.name === name)?.execute;
}

function flagsOf(executable: Executable, words: readonly string[]): string[] {
  const { positional } = executable;
  return shownOptions(executable)
    .filter(({ name }) => name !== positional && !words.includes(`--${name}`))
    .map(({ name }) => `--${name}`);
}

async function valuesOf(option: OptionSpec, path: string, partial: string, suggest: Suggest): Promise<string[]> {
  if (option.type === 'choice') return [...option.choices];
  if (option.suggest === undefined) return [];
  const found = await suggest(path, option.name, partial);
  return found.map(({ value }) => (/\s/.test(value) ? `"${value}"` : value));
}
