import type { ClientOptions } from 'discord.js';

/**
 * How many gateway connections serve the bot's servers: as many as Discord recommends, or a fixed number. One process holds all
 * of them, each paced by Discord's identify limit; Discord wants one for every 2,500 servers (docs/topics/gateway.mdx).
 *
 * Results do not depend on shards: they are shown through the REST API by whichever process claims the delivery.
 */
export type Shards = 'auto' | number;

export function shardOptions(shards: Shards): Pick<ClientOptions, 'shards' | 'shardCount'> {
  return shards === 'auto' ? { shards } : { shardCount: shards };
}
