import { randomBytes } from 'node:crypto';
import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { GatewayCloseCodes as Close, GatewayIntentBits, GatewayOpcodes as Op } from 'discord.js';
import { type WebSocket, WebSocketServer } from 'ws';
import { z } from 'zod';
import { shardOf } from '../snowflakes.js';
import { applicationJson, guildJson, memberJson, userJson } from '../state/render.js';
import type { World } from '../state/world.js';
import { ALL_INTENTS, PRIVILEGED } from './intents.js';
import { Session } from './session.js';

export interface GatewayLimits {
  heartbeatIntervalMs: number;
  /** One IDENTIFY in this time for each rate limit key; the real service has 5 s. */
  identifyIntervalMs: number;
  maxConcurrency: number;
  /** Servers that one shard may have; 2,500 on the real service (developers/events/gateway#sharding). */
  guildsPerShard: number;
  /** Times that may be identified in a day; 1,000 on the real service, which then takes the token away. */
  identifiesADay: number;
}

const packet = z.object({ op: z.number().int(), d: z.unknown().optional() });
const identify = z.object({
  token: z.string(),
  intents: z.number().int(),
  properties: z.object({ os: z.string(), browser: z.string(), device: z.string() }),
  shard: z.tuple([z.number().int().min(0), z.number().int().min(1)]).optional(),
});
const resume = z.object({ token: z.string(), session_id: z.string(), seq: z.number().int() });
const membersRequest = z.object({
  guild_id: z.string(),
  query: z.string().optional(),
  user_ids: z.union([z.string(), z.array(z.string())]).optional(),
  nonce: z.string().optional(),
});

/** The gateway, version 10 in JSON without compression (developers/events/gateway). */
export class Gateway {
  readonly sessions = new Map<string, Session>();
  readonly #sockets = new WebSocketServer({ noServer: true });
  readonly #identified = new Map<number, number>();
  /** Times identified today. */
  identifies = 0;

  constructor(
    readonly world: World,
    readonly limits: GatewayLimits,
  ) {
    world.on('dispatch', (event) => {
      for (const session of this.sessions.values()) session.offer(event);
    });
  }

  /** Takes connections on /gateway of a server. */
  listen(server: Server): void {
    server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
      this.#sockets.handleUpgrade(request, socket, head, (opened) => this.#open(opened));
    });
  }

  stop(): void {
    for (const socket of this.#sockets.clients) socket.terminate();
    this.#sockets.close();
  }

  #open(socket: WebSocket): void {
    let session: Session | null = null;
    const packets: number[] = [];
    let pulse: NodeJS.Timeout;
    const expectHeartbeat = () => {
      clearTimeout(pulse);
      // A client that misses a beat and a half is gone.
      pulse = setTimeout(() => socket.close(Close.SessionTimedOut), this.limits.heartbeatIntervalMs * 1.5).unref();
    };
    const take = (text: string) => {
      // 120 a minute (developers/events/gateway#rate-limiting).
      packets.push(Date.now());
      if (packets.length > 120 && (packets.at(-121) ?? 0) > Date.now() - 60_000) return socket.close(Close.RateLimited);
      const read = packet.safeParse(parse(text));
      if (!read.success) return socket.close(Close.DecodeError);
      const { op, d } = read.data;
      if (op === Op.Heartbeat) {
        expectHeartbeat();
        return send(socket, { op: Op.HeartbeatAck });
      }
      if (op === Op.Identify) {
        if (session) return socket.close(Close.AlreadyAuthenticated);
        session = this.#identify(socket, d);
        return;
      }
      if (op === Op.Resume) {
        if (session) return socket.close(Close.AlreadyAuthenticated);
        session = this.#resume(socket, d);
        return;
      }
      if (!session) return socket.close(Close.NotAuthenticated);
      if (op === Op.RequestGuildMembers) return this.#sendMembers(socket, session, d);
      if (op !== Op.PresenceUpdate && op !== Op.VoiceStateUpdate) socket.close(Close.UnknownOpcode);
    };
    socket.on('message', (data) => take(String(data)));
    socket.on('close', (code) => {
      clearTimeout(pulse);
      session?.detach();
      // A client that says goodbye does not come back (developers/events/gateway#initiating-a-disconnect).
      if (session && (code === 1000 || code === 1001)) this.sessions.delete(session.id);
      this.world.changed();
    });
    socket.on('error', () => socket.terminate());
    expectHeartbeat();
    send(socket, {
      op: Op.Hello,
      d: { heartbeat_interval: this.limits.heartbeatIntervalMs, _trace: [] },
      s: null,
      t: null,
    });
  }

  #identify(socket: WebSocket, data: unknown): Session | null {
    const read = identify.safeParse(data);
    if (!read.success) return refuse(socket, Close.DecodeError);
    const { token, intents, shard = [0, 1] } = read.data;
    const { world } = this;
    if (token !== world.app.token) return refuse(socket, Close.AuthenticationFailed);
    if ((intents & ~ALL_INTENTS) !== 0) return refuse(socket, Close.InvalidIntents);
    if (shard[0] >= shard[1]) return refuse(socket, Close.InvalidShard);
    for (const [name, bit] of Object.entries(PRIVILEGED)) {
      if ((intents & bit) !== 0 && !world.app.privilegedIntents.has(name))
        return refuse(socket, Close.DisallowedIntents);
    }
    const key = shard[0] % this.limits.maxConcurrency;
    const last = this.#identified.get(key) ?? Number.NEGATIVE_INFINITY;
    if (performance.now() - last < this.limits.identifyIntervalMs) {
      send(socket, { op: Op.InvalidSession, d: false });
      return null;
    }
    this.#identified.set(key, performance.now());
    const own = [...world.guilds.values()].filter(({ hasBot }) => hasBot);
    const guilds = own.filter(({ id }) => shardOf(id, shard[1]) === shard[0]);
    if (guilds.length > this.limits.guildsPerShard) return refuse(socket, Close.ShardingRequired);
    this.identifies += 1;
    if (this.identifies > this.limits.identifiesADay) return refuse(socket, Close.AuthenticationFailed);

    const session = new Session(randomBytes(16).toString('hex'), intents, shard);
    this.sessions.set(session.id, session);
    session.attach(socket);
    session.send('READY', {
      v: 10,
      user: { ...userJson(world.user(world.app.botId)), verified: true, mfa_enabled: true, email: null, flags: 0 },
      guilds: guilds.map((guild) => ({ id: guild.id, unavailable: true })),
      session_id: session.id,
      resume_gateway_url: `${world.baseUrl.replace('http', 'ws')}/gateway`,
      shard,
      application: applicationJson(world),
    });
    for (const guild of guilds) {
      session.offer({ name: 'GUILD_CREATE', data: guildJson(world, guild), guildId: guild.id });
    }
    world.changed();
    return session;
  }

  #resume(socket: WebSocket, data: unknown): Session | null {
    const read = resume.safeParse(data);
    if (!read.success) return refuse(socket, Close.DecodeError);
    const session = this.sessions.get(read.data.session_id);
    if (read.data.token !== this.world.app.token) return refuse(socket, Close.AuthenticationFailed);
    session?.attach(socket);
    if (!session?.replay(read.data.seq)) {
      session?.detach();
      send(socket, { op: Op.InvalidSession, d: false });
      return null;
    }
    session.send('RESUMED', {});
    this.world.changed();
    return session;
  }

  /**
   * All members need the privileged intent; named ones do not (developers/events/gateway-events#request-guild-members).
   */
  #sendMembers(socket: WebSocket, session: Session, data: unknown): void {
    const read = membersRequest.safeParse(data);
    if (!read.success) {
      socket.close(Close.DecodeError);
      return;
    }
    const { guild_id: guildId, query, user_ids: ids, nonce } = read.data;
    const guild = this.world.guilds.get(guildId);
    if (!guild?.hasBot) return;
    const mayAll = (session.intents & GatewayIntentBits.GuildMembers) !== 0;
    const members = [...guild.members.values()].filter(({ userId }) => {
      if (ids !== undefined) return ids.includes(userId);
      if (query) return this.world.user(userId).name.startsWith(query);
      return mayAll;
    });
    session.send('GUILD_MEMBERS_CHUNK', {
      guild_id: guild.id,
      members: members.map((member) => ({ ...memberJson(member), user: userJson(this.world.user(member.userId)) })),
      chunk_index: 0,
      chunk_count: 1,
      not_found: [],
      ...(nonce !== undefined && { nonce }),
    });
  }
}

function refuse(socket: WebSocket, code: number): null {
  socket.close(code);
  return null;
}

function send(socket: WebSocket, data: object): void {
  socket.send(JSON.stringify(data));
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
