import { type Client, SimpleShardingStrategy, type WebSocketManager } from 'discord.js';
import { z } from 'zod';
import type { Boundary } from '../../../core/basics/index.js';

type GatewayManager = ConstructorParameters<typeof SimpleShardingStrategy>[0];

/** Milliseconds; Discord asks for some 41,250, and a client that beats faster than this would be cut off for it. */
const FASTEST_HEARTBEAT_MS = 250;

const ready = z.looseObject({
  session_id: z.string(),
  resume_gateway_url: z.url(),
  user: z.looseObject({ id: z.string() }),
  application: z.looseObject({ id: z.string() }),
  guilds: z.array(z.looseObject({ id: z.string() })),
});

const others = z.union([
  z.looseObject({ op: z.literal(0), t: z.literal('READY'), s: z.int(), d: ready }),
  z.looseObject({ op: z.literal(10), d: z.looseObject({ heartbeat_interval: z.int().min(FASTEST_HEARTBEAT_MS) }) }),
  z.looseObject({ op: z.literal(9), d: z.boolean() }),
  z.looseObject({ op: z.literal([1, 7, 11]) }),
]);

/**
 * What discord.js reads of a frame without looking (docs/events/gateway-events.mdx#payload-structure). Events are
 * looked at by hand: they come by the hundred, and a schema would take longer over each than discord.js.
 */
function isFrame(data: unknown): boolean {
  if (typeof data !== 'object' || data === null) return false;
  if (!('op' in data && data.op === 0 && 't' in data && 's' in data && 'd' in data) || data.t === 'READY') {
    return others.safeParse(data).success;
  }
  const { t, s, d } = data;
  const isEvent = typeof t === 'string' && /^[A-Z][A-Z_]*$/.test(t);
  return isEvent && Number.isSafeInteger(s) && typeof d === 'object' && d !== null && !Array.isArray(d);
}

/**
 * The sharding of discord.js with a boundary: what the gateway sends is dropped where it is no frame, and whatever the
 * client throws over one that is (a field that is missing or of another type) is logged. By itself discord.js lets both
 * end the process.
 */
export function guardedSharding(boundary: Boundary): (manager: GatewayManager) => SimpleShardingStrategy {
  return (manager) => {
    const emit = manager.emit.bind(manager);
    manager.emit = (...event: Parameters<typeof emit>) => {
      boundary.guard(() => emit(...event))();
      return true;
    };
    return new GuardedStrategy(manager, boundary);
  };
}

/** Guards packets that came before the client was ready: discord.js keeps them and handles them on its own later. */
export function guardPackets(client: Client, boundary: Boundary): void {
  const gateway: WebSocketManager = client.ws;
  // biome-ignore lint/complexity/useLiteralKeys: the name is private to TypeScript.
  const handle = gateway['handlePacket'].bind(gateway);
  // biome-ignore lint/complexity/useLiteralKeys: as above.
  gateway['handlePacket'] = (...packet: unknown[]) => {
    let isHandled = false;
    boundary.guard(() => {
      isHandled = handle(...packet);
    })();
    return isHandled;
  };
}

class GuardedStrategy extends SimpleShardingStrategy {
  readonly #boundary: Boundary;

  constructor(manager: GatewayManager, boundary: Boundary) {
    super(manager);
    this.#boundary = boundary;
  }

  override async spawn(shardIds: number[]): Promise<void> {
    await super.spawn(shardIds);
    // biome-ignore-start lint/complexity/useLiteralKeys: the names are private to TypeScript.
    for (const shard of this['shards'].values()) {
      const unpack = shard['unpackMessage'].bind(shard);
      shard['unpackMessage'] = async (data: unknown, isBinary: unknown) => {
        const unpacked = await unpack(data, isBinary);
        return isFrame(unpacked) ? unpacked : null;
      };
      const take = shard['onMessage'].bind(shard);
      shard['onMessage'] = (data: unknown, isBinary: unknown) => this.#boundary.run(() => take(data, isBinary));
    }
    // biome-ignore-end lint/complexity/useLiteralKeys: until here.
  }
}
