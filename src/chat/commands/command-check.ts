import { z } from 'zod';
import { isMessageKey } from '../i18n/en/index.js';
import { CATALOGUES } from '../i18n/index.js';
import type { CommandSpec, Executable, OptionSpec } from './command.js';
import { executablesOf } from './command-texts.js';

// Discord's limits, the tightest: names 1–32 lower case, descriptions 1–100, 25 options, subcommands and choices, 100
// commands (docs/interactions/application-commands.mdx).
const MOST = 25;
const MOST_COMMANDS = 100;
const LONGEST_DESCRIPTION = 100;
const LONGEST_TEXT = 6000;
const name = z.string().regex(/^[a-z0-9][a-z0-9-]{0,31}$/, 'must be 1–32 lower-case letters, digits and dashes');

const optionBase = {
  name,
  formerName: name.optional(),
  isRequired: z.boolean().optional(),
  isHidden: z.boolean().optional(),
  suggest: z.function().optional(),
};
const range = { min: z.number(), max: z.number() };
const option = z
  .discriminatedUnion('type', [
    z.strictObject({
      ...optionBase,
      type: z.literal('text'),
      maxLength: z.int().min(1).max(LONGEST_TEXT),
      pattern: z.instanceof(RegExp).optional(),
      isRepeatable: z.boolean().optional(),
    }),
    z.strictObject({ ...optionBase, type: z.literal('picture') }),
    z.strictObject({ ...optionBase, ...range, type: z.literal('integer') }),
    z.strictObject({ ...optionBase, ...range, type: z.literal('number') }),
    z.strictObject({ ...optionBase, type: z.literal('flag') }),
    z.strictObject({
      ...optionBase,
      type: z.literal('choice'),
      choices: z.array(z.string().min(1).max(100)).min(1).max(MOST),
      formerly: z.record(z.string(), z.string()).optional(),
      pattern: z.instanceof(RegExp).optional(),
    }),
    z.strictObject({ ...optionBase, type: z.literal('user') }),
    z.strictObject({ ...optionBase, type: z.literal('role') }),
    z.strictObject({ ...optionBase, type: z.literal('channel') }),
  ])
  .refine((one) => !('min' in one) || one.min <= one.max, 'must have min below max')
  .refine(
    (one) => !('pattern' in one) || !one.pattern?.global,
    'must have a pattern without the g flag, which has a state',
  );

const executable = z
  .strictObject({
    options: z.array(option).max(MOST),
    positional: z.string().optional(),
    makesGrid: z.boolean().optional(),
    messageMenu: z.string().optional(),
    examples: z.array(z.string()).optional(),
    run: z.function(),
  })
  .refine(({ options }) => new Set(options.map((one) => one.name)).size === options.length, 'has an option twice')
  .refine(
    ({ options }) => options.every((one, i) => !one.isRequired || i === 0 || options[i - 1]?.isRequired),
    'must have required options first',
  )
  .refine(
    ({ options, positional }) =>
      positional === undefined || options.some((one) => one.name === positional && one.type !== 'flag'),
    'must have its positional option among its options, and that no flag',
  )
  .refine(
    ({ messageMenu, options }) => messageMenu === undefined || options.some(({ type }) => type === 'picture'),
    'must take a picture to stand in the menu of messages',
  )
  .refine(
    ({ options }) => !options.some(({ name: no }) => options.some((one) => no === `no-${one.name}`)),
    'must have no option that reads as the negation of another',
  );

const command = z
  .strictObject({
    name,
    isForAdmins: z.boolean().optional(),
    execute: executable.optional(),
    subcommands: z
      .record(name, executable)
      .refine((all) => Object.keys(all).length > 0 && Object.keys(all).length <= MOST, `must be 1–${MOST} subcommands`)
      .optional(),
    defaultSubcommand: z.string().optional(),
  })
  .refine(
    ({ subcommands = {}, defaultSubcommand }) =>
      defaultSubcommand === undefined || Object.hasOwn(subcommands, defaultSubcommand),
    'must have its default among its subcommands',
  )
  .refine(({ execute, subcommands }) => (execute === undefined) !== (subcommands === undefined), {
    message: 'must have either execute or subcommands',
  });

/**
 * The commands as they are, when every platform can take them: names, lengths, counts, order and texts in every
 * language.
 * @throws TypeError naming each declaration that is wrong, so that a mistake stops the start and not a user
 */
export function commandsChecked(commands: readonly CommandSpec[]): readonly CommandSpec[] {
  const problems = commands.flatMap((one) => {
    const { error } = command.safeParse(one);
    const shape = error?.issues.map(({ path, message }) => `/${one.name} ${path.join('.')}: ${message}`) ?? [];
    return [
      ...shape,
      ...executablesOf(one).flatMap(({ path, executable }) => textProblems(path, executable)),
      ...keyProblems(`command.${one.name}`),
    ];
  });
  const names = commands.map((one) => one.name);
  const twice = names.filter((one, i) => names.indexOf(one) !== i);
  problems.push(...twice.map((one) => `/${one} is declared twice`));
  if (commands.length > MOST_COMMANDS) problems.push(`there are more than ${MOST_COMMANDS} commands`);
  if (problems.length > 0) throw new TypeError(`Commands are not declared well:\n${problems.join('\n')}`);
  return commands;
}

function textProblems(path: string, { options }: Executable): string[] {
  const at = path.replaceAll(' ', '.');
  const keys = [`command.${at}`, ...options.map((one: OptionSpec) => `option.${at}.${one.name}`)];
  return [...new Set(keys)].flatMap(keyProblems);
}

function keyProblems(key: string): string[] {
  if (!isMessageKey(key)) return [`the catalogue has no text for ${key}`];
  return Object.entries(CATALOGUES)
    .filter(([, catalogue]) => catalogue[key].length < 1 || catalogue[key].length > LONGEST_DESCRIPTION)
    .map(([language]) => `the text of ${key} in ${language} must be 1–${LONGEST_DESCRIPTION} characters long`);
}
