import { type REST, Routes } from 'discord.js';
import { z } from 'zod';
import type { CommandSpec } from '../../../chat/commands/index.js';
import type { Translate } from '../../../chat/i18n/index.js';
import type { Log } from '../../../core/basics/index.js';
import { DIRECT, type Network } from '../../../network/index.js';
import { createRest } from '../client/index.js';
import { type CommandJson, commandsJson } from './command-json.js';
import { clearOtherScopes } from './other-scopes.js';
import { isSameCommand, OURS, type RegisteredCommand, registeredCommand } from './same-command.js';

/** What is registered, where, and how Discord is reached. */
export interface RegisterOptions {
  token: string;
  /** Base URL of the REST API without a version; Discord's own when absent. */
  api?: string;
  /** How Discord is reached; directly when absent. */
  network?: Network;
  /** Asked of Discord when absent. */
  applicationId?: string;
  /** Register in this server only, where changes show at once: for development. */
  guildId?: string;
  commands: readonly CommandSpec[];
  /** Texts for a BCP 47 tag. */
  translate: (locale: string) => Translate;
  log: Log;
  /** Ends it early. */
  signal?: AbortSignal;
}

/** Names of what was written; the rest was there already. */
export interface RegisterResult {
  created: string[];
  changed: string[];
  removed: string[];
  unchanged: string[];
}

/**
 * Registers the commands: reads what is registered and writes only what differs. Discord allows 200 creations a day; a
 * start that changes nothing makes none.
 *
 * @throws DiscordAPIError when Discord refuses a command or the token
 */
export async function registerCommands(options: RegisterOptions): Promise<RegisterResult> {
  const { commands, guildId, log, signal, translate } = options;
  const rest = createRest(options.token, { api: options.api, network: options.network ?? DIRECT }, log);
  const applicationId = options.applicationId ?? (await ownId(rest));
  const route =
    guildId === undefined
      ? Routes.applicationCommands(applicationId)
      : Routes.applicationGuildCommands(applicationId, guildId);
  const registered = z
    .array(registeredCommand)
    .parse(await rest.get(route, { query: new URLSearchParams({ with_localizations: 'true' }) }));

  const result: RegisterResult = { created: [], changed: [], removed: [], unchanged: [] };
  const wanted = commandsJson(commands, translate);
  for (const command of wanted) {
    signal?.throwIfAborted();
    const known = registered.find((one) => isNamedLike(command, one));
    if (known === undefined) {
      await rest.post(route, { body: command });
      result.created.push(command.name);
    } else if (!isSameCommand(command, known, guildId !== undefined)) {
      await rest.patch(`${route}/${known.id}`, { body: command });
      result.changed.push(command.name);
    } else result.unchanged.push(command.name);
  }
  for (const one of registered.filter(
    (old) => OURS.has(old.type) && !wanted.some((command) => isNamedLike(command, old)),
  )) {
    await rest.delete(`${route}/${one.id}`);
    result.removed.push(one.name);
  }
  await clearOtherScopes(rest, { applicationId, guildId: guildId ?? null, signal, log });
  const { created, changed, removed, unchanged } = result;
  log.info({ created, changed, removed, unchanged: unchanged.length }, 'Discord: commands registered');
  return result;
}

/** Names are unique among commands of the same type. */
function isNamedLike(wanted: CommandJson, registered: RegisteredCommand): boolean {
  return wanted.name === registered.name && (wanted.type ?? 1) === registered.type;
}

async function ownId(rest: REST): Promise<string> {
  return z.object({ id: z.string() }).parse(await rest.get(Routes.currentApplication())).id;
}
