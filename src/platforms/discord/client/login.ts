import { setTimeout as wait } from 'node:timers/promises';
import { type Client, DiscordAPIError, DiscordjsError, DiscordjsErrorCodes, Routes } from 'discord.js';
import { z } from 'zod';
import type { Log } from '../../../core/basics/index.js';
import { KaleidoError } from '../../../engine/basics/index.js';
import { describe } from './problems.js';
import { createRest, type RestConnection } from './rest.js';

const FIRST_BACKOFF_MS = 1_000;
const LONGEST_BACKOFF_MS = 30_000;

/**
 * Connects, however long Discord or the network is down.
 *
 * @param create a fresh client, with its listeners: one that failed to log in cannot be used again
 * @throws KaleidoError `bad_setting` when Discord does not know the token
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

const applicationSchema = z.object({
  name: z.string(),
  integration_types_config: z.record(z.string(), z.unknown()).optional(),
});

/** What Discord says of the app that a token belongs to. */
export interface DiscordApp {
  name: string;
  /** Whether people may add it to a server, and to their own account. */
  isForServers: boolean;
  isForUsers: boolean;
}

/**
 * Asks Discord about a token (GET /applications/@me, docs/resources/application.mdx).
 *
 * @throws KaleidoError `bad_setting` when Discord does not know the token; what the network throws
 */
export async function checkDiscordToken(token: string, connection: RestConnection, log: Log): Promise<DiscordApp> {
  const rest = createRest(token, connection, log);
  try {
    const app = applicationSchema.parse(await rest.get(Routes.currentApplication()));
    const { integration_types_config: contexts = {} } = app;
    return { name: app.name, isForServers: '0' in contexts, isForUsers: '1' in contexts };
  } catch (error) {
    throw error instanceof DiscordAPIError && error.status === 401 ? tokenError(error) : error;
  }
}
