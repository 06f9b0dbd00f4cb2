import { z } from 'zod';
import { ownValue, setOwnValue } from '../../engine/basics/index.js';
import { type ArgumentProblem, badArgument } from '../errors/index.js';
import type { ArgumentValues, CommandSpec, Executable, OptionSpec } from './command.js';

/**
 * Characters of a typed command: more than all texts that one takes, and far more than a platform lets people type in
 * one go.
 */
export const LONGEST_COMMAND = 20_000;

/** Longest id of a user, role or channel that any platform has. */
const MAX_ID = 64;
const YES = ['true', 'yes', 'on', '1', 'ja', 'an'];
const NO = ['false', 'no', 'off', '0', 'nein', 'aus'];
// Line breaks and tabs stay; PostgreSQL refuses NUL, and none of the others was meant to be there.
// biome-ignore lint/suspicious/noControlCharactersInRegex: it is what the expression is for.
const CONTROL_CHARACTERS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g;

/**
 * What runs for a path, such as `imagine` or `quota set`.
 * @returns undefined when there is no such command, or it needs a subcommand
 */
export function findExecutable(commands: readonly CommandSpec[], path: string): Executable | undefined {
  const [name, subcommand, ...rest] = path.trim().split(/\s+/);
  const command = commands.find((one) => one.name === name);
  if (command === undefined || rest.length > 0) return undefined;
  if (subcommand === undefined) return command.execute;
  const { subcommands = {} } = command;
  return ownValue(subcommands, subcommand);
}

/**
 * Checks what a platform handed over against the options and converts it: numbers from text, yes and no, choices in
 * any case. Absent and empty values are left out.
 *
 * @returns values of exactly the options' types: string, or number, or boolean for a flag
 * @throws CoreError `bad_value` for the first option that cannot be used, or that nobody declared
 */
export function checkArguments(options: readonly OptionSpec[], values: ArgumentValues): ArgumentValues {
  const stranger = Object.keys(values).find((name) => !options.some((option) => isCalled(option, name)));
  if (stranger !== undefined) throw badArgument(stranger, { why: 'unknown_option', nearest: 'none' });
  const checked: Record<string, string | number | boolean> = {};
  for (const option of options) {
    const value = ownValue(values, option.name) ?? ownValue(values, option.formerName ?? '');
    const given = typeof value === 'string' ? clean(value) : value;
    if (given === undefined || given === '') {
      if (option.isRequired) throw badArgument(option.name, { why: 'missing' });
      continue;
    }
    const result = optionSchema(option).safeParse(given);
    if (!result.success) throw badArgument(option.name, problemOf(result.error));
    setOwnValue(checked, option.name, result.data);
  }
  return checked;
}

/** Whether a name is an option's, today or formerly. */
export function isCalled(option: OptionSpec, name: string): boolean {
  return option.name === name || option.formerName === name;
}

function clean(text: string): string {
  return text.replace(CONTROL_CHARACTERS, '').trim();
}

/** The schema of one option: takes what any platform hands over, gives what the command reads. */
export function optionSchema(option: OptionSpec): z.ZodType<string | number | boolean> {
  switch (option.type) {
    case 'text':
      return convert((value) => text(String(value), option));
    case 'picture':
      return convert((value) => text(String(value), { maxLength: LONGEST_COMMAND }));
    case 'integer':
    case 'number':
      return convert((value) => number(value, option));
    case 'flag':
      return convert((value) => {
        const word = String(value).toLowerCase();
        if (YES.includes(word)) return true;
        return NO.includes(word) ? false : { why: 'not_flag' };
      });
    case 'choice': {
      const { choices, formerly = {} } = option;
      return convert((value) => {
        const word = String(value).toLowerCase();
        const chosen = choices.find((choice) => choice.toLowerCase() === word);
        if (chosen !== undefined) return chosen;
        return (
          ownValue(formerly, word) ?? {
            why: 'not_choice',
            choices,
          }
        );
      });
    }
    case 'user':
    case 'role':
    case 'channel':
      return convert((value) =>
        typeof value === 'string' && value.length <= MAX_ID && !/\s/.test(value)
          ? value
          : { why: 'not_mention', type: option.type },
      );
  }
}

type Converted = string | number | boolean | ArgumentProblem;

function text(value: string, { maxLength, pattern }: { maxLength: number; pattern?: RegExp }): Converted {
  if ([...value].length > maxLength) return { why: 'too_long', maxLength };
  return pattern === undefined || pattern.test(value) ? value : { why: 'bad_form', value };
}

/** Accepts what people write: `80`, `80 %`, `7.5` and, in many languages, `7,5`. */
function number(
  value: string | number | boolean,
  { type, min, max }: { type: 'integer' | 'number'; min: number; max: number },
): Converted {
  const digits = String(value).replace(/%$/, '').trimEnd().replace(',', '.');
  const parsed =
    typeof value !== 'boolean' && /^[+-]?(\d+(?:\.\d*)?|\.\d+)$/.test(digits) ? Number(digits) : Number.NaN;
  if (Number.isNaN(parsed) || (type === 'integer' && !Number.isInteger(parsed))) {
    return { why: type === 'integer' ? 'not_whole' : 'not_number', min, max };
  }
  return parsed < min || parsed > max ? { why: 'out_of_range', min, max } : parsed;
}

const given = z.union([z.string(), z.number(), z.nan(), z.boolean()]);

function convert(to: (value: string | number | boolean) => Converted): z.ZodType<string | number | boolean> {
  return given.transform((value, context) => {
    const result = to(value);
    if (typeof result !== 'object') return result;
    context.issues.push({ code: 'custom', input: value, params: { problem: result } });
    return z.NEVER;
  });
}

function problemOf({ issues }: z.ZodError): ArgumentProblem {
  const issue = issues[0];
  const problem: ArgumentProblem | undefined = issue?.code === 'custom' ? issue.params?.problem : undefined;
  return problem ?? { why: 'bad_form', value: '' };
}
