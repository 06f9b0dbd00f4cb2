import {
  Client,
  type ClientOptions,
  Events,
  GatewayCloseCodes,
  GatewayIntentBits,
  type Guild,
  Options,
  Partials,
} from 'discord.js';
import { createBoundary, type Log } from '../../../core/basics/index.js';
import type { InstallationStore } from '../../../core/index.js';
import { guardedSharding, guardPackets } from './gateway-boundary.js';
import { describe } from './problems.js';
import { type RestConnection, restOptions } from './rest.js';

const HOUR_S = 3_600;
/** Servers that are down must not keep the bot from answering the others. */
const WAIT_FOR_SERVERS_MS = 2_000;

/** How a client connects. */
export interface ClientSettings {
  connection: RestConnection;
  shards: Shards;
  log: Log;
}

/**
 * A gateway client with no privileged intents. It keeps servers, channels and roles, which permissions are computed
 * from, and nothing of messages: reactions on them come all the same, as partials.
 */
export function createClient({ connection, shards, log }: ClientSettings): Client {
  const boundary = createBoundary('Discord gateway', log);
  const client: Client = new Client({
    intents: [
      GatewayIntentBits.Guilds,
      GatewayIntentBits.GuildMessageReactions,
      GatewayIntentBits.DirectMessageReactions,
    ],
    partials: [Partials.Channel, Partials.Message, Partials.Reaction, Partials.User, Partials.GuildMember],
    allowedMentions: { parse: [] },
    waitGuildTimeout: WAIT_FOR_SERVERS_MS,
    rest: restOptions(connection),
    ws: { buildStrategy: guardedSharding(boundary) },
    ...shardOptions(shards),
    makeCache: Options.cacheWithLimits({
      ...Options.DefaultMakeCacheSettings,
      MessageManager: 0,
      ReactionManager: 0,
      ReactionUserManager: 0,
      PresenceManager: 0,
      VoiceStateManager: 0,
      GuildMemberManager: { maxSize: 200, keepOverLimit: ({ id }) => id === client.user?.id },
    }),
    sweepers: {
      ...Options.DefaultSweeperSettings,
      users: {
        interval: HOUR_S,
        filter:
          () =>
          ({ id }) =>
            id !== client.user?.id,
      },
    },
  });
  guardPackets(client, boundary);
  logConnection(client, log);
  return client;
}

/** What can be done about a connection that Discord closed for good. */
const REMEDIES: Partial<Record<number, string>> = {
  [GatewayCloseCodes.AuthenticationFailed]: 'The token was reset: set the new one as DISCORD_TOKEN.',
  [GatewayCloseCodes.ShardingRequired]: 'The bot is in too many servers for its shards: set DISCORD_SHARDS to auto.',
  [GatewayCloseCodes.InvalidShard]: 'DISCORD_SHARDS does not fit: set it to auto.',
};

function logConnection(client: Client, log: Log): void {
  // Without a listener an error event would end the process.
  client.on(Events.Error, (error) => log.error({ err: error }, 'Discord: client error'));
  client.on(Events.Warn, (warning) => log.warn({ warning }, 'Discord: client warning'));
  client.on(Events.ShardError, (error, shard) => {
    log.warn({ shard, problem: describe(error) }, 'Discord: connection error');
  });
  client.on(Events.ShardDisconnect, ({ code }, shard) => {
    log.error({ shard, code, remedy: REMEDIES[code] }, 'Discord: disconnected for good');
  });
  client.on(Events.ShardReconnecting, (shard) => log.warn({ shard }, 'Discord: connecting again'));
  client.on(Events.ShardResume, (shard, replayed) => log.info({ shard, replayed }, 'Discord: connection resumed'));
  client.on(Events.ShardReady, (shard) => log.info({ shard }, 'Discord: shard ready'));
}

/**
 * How many gateway connections serve the bot's servers: as many as Discord recommends, or a fixed number. One process
 * holds all of them, each paced by Discord's identify limit; Discord wants one for every 2,500 servers
 * (docs/topics/gateway.mdx).
 *
 * Results do not depend on shards: they are shown through the REST API by whichever process claims the delivery.
 */
export type Shards = 'auto' | number;

/** The same as discord.js has it. */
export function shardOptions(shards: Shards): Pick<ClientOptions, 'shards' | 'shardCount'> {
  return shards === 'auto' ? { shards } : { shardCount: shards };
}

type Installations = Pick<InstallationStore, 'save' | 'remove' | 'keepOnly'>;

/** Keeps account of the servers that have the bot: those it joins and leaves, also while it was away. */
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
    await installations.keepOnly('discord', [...guilds.cache.keys()]).catch((error: unknown) => {
      log.warn({ problem: describe(error) }, 'Discord: which servers were left could not be recorded');
    });
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
