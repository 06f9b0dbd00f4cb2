import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { ServerClock } from './clock.js';
import { Gateway } from './gateway/gateway.js';
import type { PrivilegedIntent } from './gateway/intents.js';
import { Faults } from './rest/faults.js';
import { createHttpServer } from './rest/http-server.js';
import { RequestLog } from './rest/log.js';
import { RateLimiter } from './rest/rate-limiter.js';
import { commandRoutes } from './routes/commands.js';
import { expressionRoutes } from './routes/expressions.js';
import { gatewayRoutes } from './routes/gateway.js';
import { interactionRoutes } from './routes/interactions.js';
import { messageRoutes } from './routes/messages.js';
import { placeRoutes } from './routes/places.js';
import { reactionRoutes } from './routes/reactions.js';
import { DiscordServer } from './server.js';
import { World } from './state/world.js';

export interface DiscordOptions {
  /** The bot's token; a random one of the real form by default. */
  token?: string;
  /** Switched on in the developer portal; none by default. */
  privilegedIntents?: readonly PrivilegedIntent[];
  /** Time stands still but for `server.clock.advance`; it runs by default. */
  isClockFrozen?: boolean;
  /** 5,000 ms by default, as on the real service: a second login within it is told to wait. */
  identifyIntervalMs?: number;
  heartbeatIntervalMs?: number;
  maxConcurrency?: number;
  /** 1,000 by default. */
  identifiesADay?: number;
  /** 2,500 by default. */
  guildsPerShard?: number;
  /** Shards that GET /gateway/bot recommends; 1 by default. */
  shards?: number;
  /** 50 by default. */
  globalRequestsPerSecond?: number;
  /** A fixed port, to come back on after a stop; a free one by default. */
  port?: number;
}

/** Starts the loopback Discord on 127.0.0.1. */
export async function startDiscord(options: DiscordOptions = {}): Promise<DiscordServer> {
  const clock = new ServerClock(options.isClockFrozen ?? false);
  const token = options.token ?? [18, 5, 28].map((size) => randomBytes(size).toString('base64url')).join('.');
  const world = new World(clock, token, new Set(options.privilegedIntents));
  const limits = {
    heartbeatIntervalMs: options.heartbeatIntervalMs ?? 41_250,
    identifyIntervalMs: options.identifyIntervalMs ?? 5000,
    maxConcurrency: options.maxConcurrency ?? 1,
    guildsPerShard: options.guildsPerShard ?? 2500,
    identifiesADay: options.identifiesADay ?? 1000,
  };
  const gateway = new Gateway(world, limits);
  const routes = [
    ...gatewayRoutes(gateway, options.shards ?? 1),
    ...commandRoutes,
    ...interactionRoutes,
    ...messageRoutes,
    ...reactionRoutes,
    ...placeRoutes,
    ...expressionRoutes,
  ];
  const faults = new Faults();
  const log = new RequestLog();
  const limiter = new RateLimiter(options.globalRequestsPerSecond ?? 50);
  const http = createHttpServer({ world, routes, faults, limiter, log });
  gateway.listen(http);
  await new Promise<void>((resolve, reject) => {
    http.once('error', reject).listen(options.port ?? 0, '127.0.0.1', resolve);
  });
  const { port } = z.object({ port: z.number() }).parse(http.address());
  world.baseUrl = `http://127.0.0.1:${port}`;
  return new DiscordServer({ world, http, gateway, faults, log, clock });
}
