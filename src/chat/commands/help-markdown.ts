import { createTranslator } from '../i18n/index.js';
import type { CommandSpec, Executable } from './command.js';
import { commandText, executablesOf } from './command-texts.js';
import { optionLabel, optionValue } from './help.js';

const INTRODUCTION = `# Commands

Made from the declarations in \`commands/\` by \`npm run docs\`; a test fails when it is stale.

On Discord and Slack a command begins with a slash. Where the bot is mentioned, and in the terminal, the slash may be left
out, options are written as \`--name value\` or \`--name=value\`, \`--flag\` or \`--no-flag\`, and words that name no command are
a prompt: \`a cat and a pizza --variety 80\`. Quotes keep words together: \`--pin "boxes=cat 0,16,64,112"\`.
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

function executableMarkdown(path: string, { options, positional, examples = [] }: Executable): string {
  const t = createTranslator('en');
  const rows = options.map(
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
