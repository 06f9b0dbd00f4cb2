import type { ServerClock } from './clock.js';

/** 2015-01-01, the first millisecond of Discord's ids (developers/reference#snowflakes). */
const EPOCH = 1_420_070_400_000n;

/** Makes ids that carry the clock's time and only ever grow. */
export function createSnowflakes(clock: ServerClock): () => string {
  let last = 0n;
  return () => {
    const fresh = (BigInt(clock.now()) - EPOCH) << 22n;
    last = fresh > last ? fresh : last + 1n;
    return String(last);
  };
}

/** The shard that a guild's events go to (developers/events/gateway#sharding). */
export function shardOf(guildId: string, shardCount: number): number {
  return Number((BigInt(guildId) >> 22n) % BigInt(shardCount));
}
