import { setTimeout as wait } from 'node:timers/promises';
import { type Client, DiscordAPIError, DiscordjsError, DiscordjsErrorCodes } from 'discord.js';
import type { Log } from '../../../core/basics/index.js';
import { KaleidoError } from '../../../engine/basics/index.js';
import { describe } from './problems.js';

const FIRST_BACKOFF_MS = 1_000;
const LONGEST_BACKOFF_MS = 30_000;

/**
 * Connects, however long Discord or the network is down.
 *
 * @param create a fresh client, with its listeners: one that failed to log in cannot be used again
 * @throws KaleidoError `bad_option` when Discord does not know the token
 * @throws the signal's reason when aborted
 */
export async function login(create: () => Client, token: string, log: Log, signal: AbortSignal): Promise<Client> {
  for (let backoff = FIRST_BACKOFF_MS; ; backoff = Math.min(2 * backoff, LONGEST_BACKOFF_MS)) {
    signal.throwIfAborted();
    const client = create();
    try {
      await client.login(token);
      return client;
    } catch (error) {
      if (isUnknownToken(error)) throw tokenError(error);
      log.warn({ problem: describe(error), retryMs: backoff }, 'Discord: could not connect, trying again');
    }
    await wait(backoff, undefined, { signal });
  }
}

function isUnknownToken(error: unknown): boolean {
  if (error instanceof DiscordAPIError) return error.status === 401;
  return error instanceof DiscordjsError && error.code === DiscordjsErrorCodes.TokenInvalid;
}

/** What of the settings Discord refuses. */
export interface DiscordErrors {
  bad_setting: { why: 'discord_token'; option: string };
}

/** A setting that Discord refuses, for the host to mend. */
class DiscordError extends KaleidoError<DiscordErrors> {}

/** The error for a token that Discord does not know. */
export function tokenError(cause: unknown): DiscordError {
  return new DiscordError('bad_setting', { why: 'discord_token', option: 'DISCORD_TOKEN' }, cause);
}
