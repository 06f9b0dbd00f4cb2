import { type ApplicationCommand, type CommandOption, optionsOf } from '../schemas/command.js';
import type { World } from './world.js';

/**
 * A command as the API tells it, which is not as it was sent: defaults are filled in, what is empty or false in an
 * option is left out (discord/discord-api-docs#3161), and translations come only on request.
 */
export function commandJson(world: World, scope: string, command: ApplicationCommand, isFull: boolean): object {
  return {
    id: command.id,
    application_id: world.app.id,
    version: command.version,
    type: command.type,
    name: command.name,
    description: command.description ?? '',
    ...translations(command, isFull),
    ...(optionsOf(command).length > 0 && { options: optionsOf(command).map((one) => optionJson(one, isFull)) }),
    default_member_permissions: command.default_member_permissions ?? null,
    nsfw: command.nsfw ?? false,
    ...(scope === 'global'
      ? {
          dm_permission: command.dm_permission ?? command.contexts?.includes(1) ?? true,
          integration_types: command.integration_types ?? [0, 1],
          contexts: command.contexts ?? null,
        }
      : { guild_id: scope }),
  };
}

function optionJson(option: CommandOption, isFull: boolean): object {
  const { name_localizations, description_localizations, choices, options, ...plain } = option;
  const told = Object.entries(plain).filter(([, value]) => value !== null && value !== undefined && value !== false);
  return {
    ...Object.fromEntries(told),
    ...translations(option, isFull),
    ...(choices?.length && {
      choices: choices.map(({ name, value, name_localizations: names }) => ({
        name,
        value,
        ...(isFull && { name_localizations: names ?? null }),
      })),
    }),
    ...(options?.length && { options: options.map((one) => optionJson(one, isFull)) }),
  };
}

interface Translated {
  name_localizations?: object | null | undefined;
  description_localizations?: object | null | undefined;
}

function translations({ name_localizations, description_localizations }: Translated, isFull: boolean): object {
  if (!isFull) return {};
  return {
    name_localizations: name_localizations ?? null,
    description_localizations: description_localizations ?? null,
  };
}
