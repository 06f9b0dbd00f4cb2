import type { Actor } from '../../core/index.js';
import { createTranslator, type Translate } from '../i18n/index.js';
import type { Block } from '../replies/index.js';
import type { CommandSpec, Executable, OptionSpec } from './command.js';
import { commandText, executablesOf, optionText, shownOptions } from './command-texts.js';

/** Every command in a line; those for admins only to admins. */
export function helpOfAll(t: Translate, commands: readonly CommandSpec[], actor: Pick<Actor, 'isAdmin'>): Block[] {
  const shown = commands.filter(({ isForAdmins }) => actor.isAdmin || !isForAdmins);
  return [
    { type: 'heading', text: t('help.title') },
    { type: 'text', text: t('help.how') },
    { type: 'list', items: shown.map(({ name }) => `/${name} – ${commandText(t, name)}`) },
    { type: 'text', text: t('help.more') },
  ];
}

/** One command with its options, ranges and examples; one of its subcommands when named. */
export function helpOfCommand(t: Translate, command: CommandSpec, subcommand?: string): Block[] {
  const all = executablesOf(command);
  const chosen = all.filter(({ path }) => path === `${command.name} ${subcommand}`);
  const shown = chosen.length > 0 ? chosen : all;
  return [
    { type: 'heading', text: `/${command.name}` },
    { type: 'text', text: commandText(t, command.name) },
    ...shown.flatMap(({ path, executable }) => helpOfExecutable(t, path, executable, path !== command.name)),
  ];
}

function helpOfExecutable(t: Translate, path: string, executable: Executable, isSubcommand: boolean): Block[] {
  const facts = shownOptions(executable).map((option) => ({
    label: optionLabel(option, executable.positional),
    value: optionValue(t, path, option),
  }));
  const { examples = [] } = executable;
  return [
    ...(isSubcommand ? [{ type: 'text' as const, text: `/${path} – ${commandText(t, path)}` }] : []),
    ...(facts.length === 0 ? [] : [{ type: 'facts' as const, facts }]),
    ...examples.map((text) => ({ type: 'code' as const, text })),
  ];
}

/** How an option is written in a text: `prompt`, `--variety`. */
export function optionLabel({ name, type }: OptionSpec, positional: string | undefined): string {
  if (name === positional) return name;
  return type === 'flag' ? `--${name}, --no-${name}` : `--${name}`;
}

/** What an option is for, with what it takes. */
export function optionValue(t: Translate, path: string, option: OptionSpec): string {
  const range = rangeOf(option);
  const text = `${optionText(t, path, option.name)}${range === '' ? '' : ` (${range})`}`;
  return option.isRequired ? `${text} ${t('help.required')}` : text;
}

function rangeOf(option: OptionSpec): string {
  switch (option.type) {
    case 'integer':
    case 'number':
      return `${option.min}–${option.max}`;
    case 'choice':
      return option.choices.join(', ');
    default:
      return '';
  }
}

const INTRODUCTION = `# Commands

Made from the declarations in \`commands/\` by \`npm run docs\`; a test fails when it is stale.

On Discord and Slack a command begins with a slash. Where the bot is mentioned, and in the terminal, the slash may be left
out, options are written as \`--name value\` or \`--name=value\`, \`--flag\` or \`--no-flag\`, and words that name no command are
a prompt: \`a cat and a pizza --variety 80\`. Quotes keep words together: \`--pin "boxes=cat 0,16,64,112"\`. What is chosen from a list
may be written as Discord shows it: \`style:flat\`. Where [an engine](engines.md) is configured, \`/imagine\` takes \`model\`, too, and where one
paints more than squares \`aspect\` (or \`--ar\`): \`a cat aspect:16:9\`. \`/upscale\` is there where an engine may have an upscaler.
`;

/** The whole help as a page in English. */
export function commandsMarkdown(commands: readonly CommandSpec[]): string {
  return `${[INTRODUCTION, ...commands.map(commandMarkdown)].join('\n').trim()}\n`;
}

function commandMarkdown(command: CommandSpec): string {
  const t = createTranslator('en');
  const parts = executablesOf(command).map(({ path, executable }) => {
    const isSubcommand = path !== command.name;
    return [
      ...(isSubcommand ? [`### /${path}\n`, `${commandText(t, path)}.\n`] : []),
      executableMarkdown(path, executable),
    ].join('\n');
  });
  return [`## /${command.name}\n`, `${commandText(t, command.name)}.\n`, ...parts].join('\n');
}

function executableMarkdown(path: string, executable: Executable): string {
  const { positional, examples = [] } = executable;
  const t = createTranslator('en');
  const rows = shownOptions(executable).map(
    (option) =>
      `| \`${optionLabel(option, positional).replace(', ', '`, `')}\` | ${cell(optionValue(t, path, option))} |`,
  );
  const table = rows.length === 0 ? [] : ['| option | |', '|---|---|', ...rows, ''];
  const calls = examples.length === 0 ? [] : ['```', ...examples, '```', ''];
  return [...table, ...calls].join('\n');
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|');
}
