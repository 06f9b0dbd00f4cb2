import { REST, RESTEvents, type RESTOptions } from 'discord.js';
import type { Log } from '../../../core/basics/index.js';
import type { Network } from '../../../network/index.js';

/** Discord bans an address for a while after 10,000 refused requests in ten minutes (docs/topics/rate-limits.mdx). */
const REFUSED_WARNING_EVERY = 500;

/**
 * Longest wait for a rate limit that a request is worth, in milliseconds. Some of Discord's are of half an hour and
 * more (emojis); whoever asks is told of those at once, by a `RateLimitError`, and can answer, come back or stop.
 */
const LONGEST_WAIT_MS = 10_000;

/**
 * A client of Discord's REST API, which waits for short rate limits by itself.
 */
export function createRest(token: string, connection: RestConnection, log: Log): REST {
  const rest = new REST({ ...restOptions(connection), invalidRequestWarningInterval: REFUSED_WARNING_EVERY }).setToken(
    token,
  );
  rest.on(RESTEvents.RateLimited, ({ global, method, timeToReset, route }) => {
    // The route is a pattern: it holds no token.
    log[global ? 'warn' : 'debug']({ global, method, route, waitMs: timeToReset }, 'Discord: rate limited');
  });
  rest.on(RESTEvents.InvalidRequestWarning, ({ count, remainingTime }) => {
    log.warn({ count, remainingMs: remainingTime }, 'Discord: many refused requests; at 10,000 it bans this address');
  });
  return rest;
}

/** How the API is reached. */
export interface RestConnection {
  /** Base URL without version; Discord's own when absent. */
  api: string | undefined;
  network: Network;
}

/** What every client of the API shares. */
export function restOptions({ api, network }: RestConnection): Partial<RESTOptions> {
  return {
    rejectOnRateLimit: ({ retryAfter, timeToReset }) => Math.max(retryAfter, timeToReset) > LONGEST_WAIT_MS,
    ...(api === undefined ? {} : { api }),
    makeRequest: sendOn(network),
  };
}

/**
 * discord.js's own way sends by whatever undici was loaded first in this process, and not every one takes the forms of
 * another. A connection that is reset fails as a TypeError: what it brought may have arrived, and discord.js sends
 * again what fails otherwise.
 */
function sendOn({ fetch, send }: Network): RESTOptions['makeRequest'] {
  // The types of requests are those of discord.js's undici, the requests are standard.
  const byFetch = fetch as unknown as RESTOptions['makeRequest'];
  return async (url, init) => {
    const { body = null, headers, method = 'GET', signal } = init;
    if (body !== null && typeof body !== 'string') return byFetch(url, init);
    return send(url, { method, headers: headers as Record<string, string>, body, signal: signal ?? null });
  };
}
