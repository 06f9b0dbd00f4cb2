import { type CommandSpec, helpOfAll, helpOfCommand, matching, readValues } from '../src/chat/commands/index.js';

import { badArgument } from '../src/chat/errors/index.js';
import { message } from '../src/chat/replies/index.js';
import { nearest } from '../src/chat/text/index.js';

/** A command or a command with its subcommand; more words are a prompt that begins with `help`. */
const PATH = /^\/?[a-z]+(\s+[a-z]+)?$/i;

/** What the bot can do, or one command in detail. */
export const help: CommandSpec = {
  name: 'help',
  execute: {
    options: [
      {
        name: 'command',
        type: 'text',
        maxLength: 70,
        pattern: PATH,
        suggest: async ({ actor, partial, commands }) =>
          matching(
            commands
              .filter(({ isForAdmins }) => actor.isAdmin || !isForAdmins)
              .map(({ name }) => ({ value: name, label: name })),
            partial,
          ),
      },
    ],
    positional: 'command',
    examples: ['help', 'help imagine', 'help quota set'],
    async run(raw, { actor, commands, t }) {
      const path = readValues(raw).text('command');
      if (path === undefined) return message(helpOfAll(t, commands, actor));
      const [name = '', subcommand] = path.toLowerCase().replace(/^\//, '').split(/\s+/);
      const command = commands.find((one) => one.name === name);
      if (command !== undefined) return message(helpOfCommand(t, command, subcommand));
      const guess = nearest(
        name,
        commands.map((one) => one.name),
      );
      throw badArgument(name, { why: 'unknown_command', nearest: guess ?? 'help' });
    },
  },
};
