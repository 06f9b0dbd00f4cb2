import { REST, RESTEvents } from 'discord.js';
import type { Log } from '../../core/log.js';

/** Discord bans an address for a while after 10,000 refused requests in ten minutes (docs/topics/rate-limits.mdx). */
const REFUSED_WARNING_EVERY = 500;

/**
 * A client of Discord's REST API, which waits for rate limits by itself.
 * @param api base URL without version, when it is not Discord's own
 */
export function createRest(token: string, api: string | undefined, log: Log): REST {
  const rest = new REST({ ...restOptions(api), invalidRequestWarningInterval: REFUSED_WARNING_EVERY }).setToken(token);
  rest.on(RESTEvents.RateLimited, ({ global, method, timeToReset, route }) => {
    // The route is a pattern: it holds no token.
    log[global ? 'warn' : 'debug']({ global, method, route, waitMs: timeToReset }, 'Discord: rate limited');
  });
  rest.on(RESTEvents.InvalidRequestWarning, ({ count, remainingTime }) => {
    log.warn({ count, remainingMs: remainingTime }, 'Discord: many refused requests; at 10,000 it bans this address');
  });
  return rest;
}

/** What every client of the API shares. */
export function restOptions(api: string | undefined): { api?: string } {
  return api === undefined ? {} : { api };
}
