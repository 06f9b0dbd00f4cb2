import { webApi } from '@slack/bolt';
import { z } from 'zod';
import { KaleidoError } from '../../../engine/basics/index.js';
import { type ApiConnection, clientOptions } from '../api/index.js';

/**
 * What the app asks a workspace for, and what for; `slack-manifest.yml` has the same.
 * https://docs.slack.dev/reference/scopes
 */
export const SCOPES = [
  /** Mentions in channels. */
  'app_mentions:read',
  /** `/imagine` and the others, and shortcuts. */
  'commands',
  'chat:write',
  /** `/imagine` in public channels that the bot was not invited to. */
  'chat:write.public',
  'files:read',
  'files:write',
  /** Direct messages: taken as requests, and written where a channel is closed. */
  'im:history',
  'im:write',
  /** The thread that a message with a reaction is in, and messages left by a process that died. */
  'channels:history',
  'groups:history',
  /** The same in direct messages of a group. */
  'mpim:history',
  'mpim:read',
  /** Which channels are public, and which of them somebody is in: who may see a grid from elsewhere. */
  'channels:read',
  'groups:read',
  'reactions:read',
  /** Who is an admin, and in which language people read. */
  'users:read',
  /** User groups as roles for quotas. */
  'usergroups:read',
  /** Custom emojis in prompts. */
  'emoji:read',
] as const;

/** What the app does without where a token lacks it. */
const OPTIONAL: readonly string[] = ['emoji:read'] satisfies (typeof SCOPES)[number][];

/** What Slack refuses, for the host to mend. @param refusal Slack's own code */
export interface SlackErrors {
  bad_setting: { why: 'slack_token'; option: string; refusal: string };
  not_installed: { teamId: string };
}

/** A setting that Slack refuses. */
class SlackError extends KaleidoError<Pick<SlackErrors, 'bad_setting'>> {}

const refusalSchema = z.object({ data: z.object({ error: z.string() }) });
/** What is refused of any token of a kind. */
const WRONG_KIND = 'not_allowed_token_type';
/** https://docs.slack.dev/reference/methods/auth.test#errors */
const REFUSALS = ['invalid_auth', 'not_authed', 'account_inactive', 'token_revoked', 'token_expired', WRONG_KIND];

/** Slack's code of a refusal of the token itself; null for anything else. */
export function tokenRefusal(error: unknown): string | null {
  const code = refusalSchema.safeParse(error).data?.data.error;
  return code !== undefined && REFUSALS.includes(code) ? code : null;
}

/** Whether a call was refused for its token, where another bot token may do. */
export function needsOtherToken(error: unknown): boolean {
  const refusal = tokenRefusal(error);
  return refusal !== null && refusal !== WRONG_KIND;
}

/**
 * Rethrows a refusal of a token as one that says what to do.
 * @throws KaleidoError `bad_setting`, or the error itself when it is about something else
 */
export function explainToken(error: unknown): never {
  const refusal = tokenRefusal(error);
  if (refusal === null) throw error;
  throw new SlackError('bad_setting', { why: 'slack_token', option: 'SLACK_BOT_TOKEN', refusal }, error);
}

/** Whether a bot token is one that Slack replaces every twelve hours. */
export const rotates = (token: string): boolean => token.startsWith('xoxe.');

const authSchema = z.object({
  team: z.string(),
  response_metadata: z.object({ scopes: z.array(z.string()).optional() }),
});

/** What Slack says of a bot token. */
export interface SlackApp {
  workspace: string;
  /** Scopes that the app needs and the token lacks. */
  missingScopes: string[];
  /** Those that it can do without. */
  missedScopes: string[];
  /** The token ends within twelve hours. */
  isRotating: boolean;
}

/**
 * Asks Slack about a bot token (https://docs.slack.dev/reference/methods/auth.test).
 *
 * @throws KaleidoError `bad_setting` when Slack refuses the token; what the network throws
 */
export async function checkSlackToken(token: string, connection: ApiConnection): Promise<SlackApp> {
  const client = new webApi.WebClient(token, clientOptions(connection));
  const { team, response_metadata } = authSchema.parse(await client.auth.test().catch(explainToken));
  const granted = response_metadata.scopes;
  const missing = granted === undefined ? [] : SCOPES.filter((scope) => !granted.includes(scope));
  return {
    workspace: team,
    isRotating: rotates(token),
    missingScopes: missing.filter((scope) => !OPTIONAL.includes(scope)),
    missedScopes: missing.filter((scope) => OPTIONAL.includes(scope)),
  };
}
