import { DiscordAPIError, Routes } from 'discord.js';
import { z } from 'zod';
import type { Log } from '../../../core/basics/index.js';
import { tokenError } from './login.js';
import { createRest, type RestConnection } from './rest.js';

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
 * @throws KaleidoError `bad_option` when Discord does not know the token; what the network throws
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
