import { webApi } from '@slack/bolt';
import { z } from 'zod';
import { type ApiConnection, clientOptions, explainToken, SCOPES } from './workspaces/index.js';

const authSchema = z.object({
  team: z.string(),
  response_metadata: z.object({ scopes: z.array(z.string()).optional() }),
});

/** What Slack says of a bot token. */
export interface SlackApp {
  workspace: string;
  /** Scopes that the app needs and the token lacks. */
  missingScopes: string[];
}

/**
 * Asks Slack about a bot token (https://docs.slack.dev/reference/methods/auth.test).
 *
 * @throws KaleidoError `bad_option` when Slack refuses the token; what the network throws
 */
export async function checkSlackToken(token: string, connection: ApiConnection): Promise<SlackApp> {
  const client = new webApi.WebClient(token, clientOptions(connection));
  const { team, response_metadata } = authSchema.parse(await client.auth.test().catch(explainToken));
  const granted = response_metadata.scopes;
  return {
    workspace: team,
    missingScopes: granted === undefined ? [] : SCOPES.filter((scope) => !granted.includes(scope)),
  };
}
