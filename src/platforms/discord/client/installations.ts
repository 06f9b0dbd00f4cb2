import { type Client, Events, type Guild } from 'discord.js';
import type { Log } from '../../../core/basics/index.js';
import type { InstallationStore } from '../../../core/index.js';
import { describe } from './problems.js';

type Installations = Pick<InstallationStore, 'save' | 'remove'>;

/** Keeps account of the servers that have the bot: those it joins, leaves, and was added to while it was away. */
export function followInstallations(client: Client, installations: Installations, log: Log): void {
  const save = async (guild: Guild): Promise<void> => {
    try {
      await installations.save({ platform: 'discord', spaceId: guild.id, name: guild.name, credentials: null });
    } catch (error) {
      log.warn({ guildId: guild.id, problem: describe(error) }, 'Discord: a server could not be recorded');
    }
  };
  client.on(Events.ClientReady, async ({ guilds }) => {
    // One at a time: a bot of thousands of servers must not keep the database from its users.
    for (const guild of guilds.cache.values()) await save(guild);
  });
  client.on(Events.GuildCreate, (guild) => {
    log.info({ guildId: guild.id }, 'Discord: joined a server');
    void save(guild);
  });
  client.on(Events.GuildDelete, (guild) => {
    log.info({ guildId: guild.id }, 'Discord: left a server');
    installations.remove('discord', guild.id).catch((error: unknown) => {
      log.warn({ guildId: guild.id, problem: describe(error) }, 'Discord: leaving a server could not be recorded');
    });
  });
}
