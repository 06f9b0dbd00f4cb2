import { inspect } from 'node:util';
import { type Logger, LogLevel, type webApi } from '@slack/bolt';
import type { Log } from '../../../core/basics/index.js';
import type { Network } from '../../../network/index.js';

/** Bolt's lines in our log. Its debug lines carry whole payloads, prompts and tokens, and are left out. */
export function boltLogger(log: Log): Logger {
  // Not by `String`: what came in may have a `toString` of its own.
  const line = (words: readonly unknown[]): string =>
    words.map((word) => (typeof word === 'string' ? word : inspect(word, { depth: 1 }))).join(' ');
  return {
    debug: () => undefined,
    info: (...words) => log.debug({ from: 'bolt' }, line(words)),
    warn: (...words) => log.warn({ from: 'bolt' }, line(words)),
    error: (...words) => log.error({ from: 'bolt' }, line(words)),
    setLevel: () => undefined,
    getLevel: () => LogLevel.INFO,
    setName: () => undefined,
  };
}

/** How the Web API is reached. */
export interface ApiConnection {
  /** Base URL with a slash at its end; Slack's own when absent. */
  apiUrl?: string | undefined;
  network: Network;
  log: Log;
}

/** Calls that wait longer than this have failed. */
const TIMEOUT_MS = 15_000;

/**
 * For clients that tell of rate limits at once, so that whoever calls can decide to drop or to wait, and try twice more
 * when the network fails.
 */
export const clientOptions = ({ apiUrl, network, log }: ApiConnection): webApi.WebClientOptions => ({
  fetch: network.fetch,
  logger: boltLogger(log),
  ...(apiUrl === undefined ? {} : { slackApiUrl: apiUrl }),
  rejectRateLimitedCalls: true,
  retryConfig: { retries: 2, minTimeout: 300, maxTimeout: 2000 },
  timeout: TIMEOUT_MS,
});
