import {
  ApplicationCommandOptionType,
  type AutocompleteInteraction,
  type ChatInputCommandInteraction,
  type CommandInteractionOption,
} from 'discord.js';
import type { ArgumentValues } from '../../../chat/commands/index.js';

/** `imagine`, or with the subcommand: `quota set`. */
export function pathOf({ commandName, options }: ChatInputCommandInteraction | AutocompleteInteraction): string {
  const subcommand = options.getSubcommand(false);
  return subcommand === null ? commandName : `${commandName} ${subcommand}`;
}

/** Values as the user gave them, by option; users, roles and channels by their ids. */
export function valuesOf({ options }: ChatInputCommandInteraction): ArgumentValues {
  return Object.fromEntries(leaves(options.data).map(({ name, value }) => [name, value]));
}

function leaves(options: readonly CommandInteractionOption[]): CommandInteractionOption[] {
  return options.flatMap((option) =>
    option.type === ApplicationCommandOptionType.Subcommand ||
    option.type === ApplicationCommandOptionType.SubcommandGroup
      ? leaves(option.options ?? [])
      : [option],
  );
}
