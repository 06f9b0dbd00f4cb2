import { type REST, Routes } from 'discord.js';
import { z } from 'zod';
import type { Log } from '../../../core/basics/index.js';
import { OURS } from './same-command.js';

/** Servers that one answer names, and answers that are asked for at most: a bot of more has long been in the open. */
const PAGE = 200;
const MOST_PAGES = 5;

const commands = z.array(z.object({ id: z.string(), type: z.number().default(1) }));
const guilds = z.array(z.object({ id: z.string() }));

/** Where the commands are registered now. */
export interface Scope {
  applicationId: string;
  /** The only server; null when they are registered for all. */
  guildId: string | null;
  signal: AbortSignal | undefined;
  log: Log;
}

/**
 * Removes what was registered in other scopes before: Discord shows a command that is registered for a server and for
 * all twice there, for ever. For all, the servers that the bot is in are looked through; for one server, what is
 * registered for all goes.
 *
 * @throws DiscordAPIError when Discord refuses that
 */
export async function clearOtherScopes(rest: REST, { applicationId, guildId, signal, log }: Scope): Promise<void> {
  const clear = async (route: `/${string}`, scope: string): Promise<void> => {
    const left = commands.parse(await rest.get(route)).filter(({ type }) => OURS.has(type));
    for (const { id } of left) await rest.delete(`${route}/${id}`);
    if (left.length > 0) log.info({ scope, removed: left.length }, 'Discord: commands of before were removed');
  };
  if (guildId !== null) return clear(Routes.applicationCommands(applicationId), 'global');
  let after = '0';
  for (let page = 0; page < MOST_PAGES; page++) {
    const query = new URLSearchParams({ limit: String(PAGE), after });
    const found = guilds.parse(await rest.get(Routes.userGuilds(), { query }));
    for (const { id } of found) {
      signal?.throwIfAborted();
      await clear(Routes.applicationGuildCommands(applicationId, id), id);
    }
    if (found.length < PAGE) return;
    after = found.at(-1)?.id ?? after;
  }
}
