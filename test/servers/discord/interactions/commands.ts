import { type ApplicationCommandType, ApplicationCommandOptionType as Option } from 'discord.js';
import { type ApplicationCommand, type CommandOption, optionsOf } from '../schemas/command.js';
import { guildPermissions } from '../state/permissions.js';
import type { Channel, User } from '../state/types.js';
import type { World } from '../state/world.js';

/** Where a command is used, and by which installation. */
export interface Place {
  guildId: string | null;
  context: number;
  owners: Record<string, string>;
}

/** The installations of the app that are there for a user in a channel (…#authorizing-integration-owners-object). */
export function placeOf(world: World, channel: Channel, user: User): Place {
  const guild = channel.guildId === null ? undefined : world.guild(channel.guildId);
  const isWithBot = channel.kind === 'dm' && channel.memberIds.has(world.app.botId);
  const owners: Record<string, string> = {};
  if (guild?.hasBot) owners['0'] = guild.id;
  if (isWithBot) owners['0'] = '0';
  if (user.hasApp) owners['1'] = user.id;
  return { guildId: guild?.id ?? null, context: guild ? 0 : isWithBot ? 1 : 2, owners };
}

/**
 * Finds a command as it is offered to a user in a place, a server's own before a global one.
 *
 * @throws Error that says why it is not offered
 */
export function findCommand(
  world: World,
  place: Place,
  user: User,
  type: ApplicationCommandType,
  name: string,
): { command: ApplicationCommand; place: Place; scope: string } {
  const scopes = [...(place.guildId === null ? [] : [place.guildId]), 'global'];
  for (const scope of scopes) {
    const command = world.commands.get(scope)?.find((one) => one.type === type && one.name === name);
    if (!command) continue;
    const types = scope === 'global' ? (command.integration_types ?? [0, 1]) : [0];
    const owners = Object.fromEntries(Object.entries(place.owners).filter(([key]) => types.includes(Number(key))));
    if (Object.keys(owners).length === 0) throw new Error(`${name} is not installed for ${user.name} in this place.`);
    const contexts = command.contexts ?? (command.dm_permission === false ? [0] : [0, 1, 2]);
    if (scope === 'global' && !contexts.includes(place.context)) {
      throw new Error(`${name} is not offered in context ${place.context}.`);
    }
    if (command.default_member_permissions && place.guildId !== null) {
      const needed = BigInt(command.default_member_permissions);
      const has = guildPermissions(world.guild(place.guildId), user.id);
      if ((has & needed) !== needed) throw new Error(`${user.name} lacks the permissions that ${name} is offered to.`);
    }
    return { command, place: { ...place, owners }, scope };
  }
  const known = scopes.flatMap((scope) => world.commands.get(scope) ?? []).map((one) => one.name);
  throw new Error(`There is no command ${name}; there are ${known.join(', ') || 'none'}.`);
}

/**
 * Follows the words after a command's name to a subcommand.
 *
 * @returns the values it declares, and what wraps them in the interaction
 */
export function findSubcommand(
  command: ApplicationCommand,
  words: readonly string[],
): { declared: readonly CommandOption[]; wrap: (options: object[]) => object[] } {
  let declared: readonly CommandOption[] = optionsOf(command);
  const path: CommandOption[] = [];
  for (const word of words) {
    const found = declared.find((one) => one.name === word && one.type <= Option.SubcommandGroup);
    if (!found) throw new Error(`${command.name} has no subcommand ${word}.`);
    path.unshift(found);
    declared = found.options ?? [];
  }
  if (declared.some((one) => one.type <= Option.SubcommandGroup)) {
    throw new Error(`${[command.name, ...words].join(' ')} needs a subcommand.`);
  }
  const wrap = (options: object[]) =>
    path.reduce<object[]>((inner, one) => [{ name: one.name, type: one.type, options: inner }], options);
  return { declared, wrap };
}
