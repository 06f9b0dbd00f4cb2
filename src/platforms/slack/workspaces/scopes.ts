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
  /** Which channels are public, and which of them somebody is in: who may see a grid from elsewhere. */
  'channels:read',
  'groups:read',
  'reactions:read',
  /** Who is an admin, and in which language people read. */
  'users:read',
  /** User groups as roles for quotas. */
  'usergroups:read',
] as const;
