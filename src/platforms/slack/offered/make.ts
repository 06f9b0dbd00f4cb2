import type { ChatPlatform } from '../../../chat/index.js';
import { KaleidoError } from '../../../engine/basics/index.js';
import type { Values } from '../../../settings/values/index.js';
import type { PlatformParts } from '../../offered-platform.js';
import { createSlackPlatform } from '../platform.js';
import type { SlackAuthorisation, SlackConnection } from '../slack-options.js';
import type { SLACK } from './settings.js';

/** Settings of Slack that do not go together. `option` names one or more environment variables. */
export interface SlackSettingErrors {
  bad_setting: { why: 'slack_needs_token' | 'slack_needs_secrets' | 'slack_needs_line'; option: string };
}

class SlackSettingError extends KaleidoError<SlackSettingErrors> {}

type SlackSettings = Values<typeof SLACK>;

/**
 * Slack as the settings want it.
 * @throws KaleidoError `bad_setting` when they do not go together
 */
export function makeSlack(
  settings: SlackSettings,
  { controller, commands, store, owed, network, log }: PlatformParts,
): ChatPlatform {
  const { events, deliveries, generations, installations } = store;
  return createSlackPlatform({
    connection: connectionOf(settings),
    authorisation: authorisationOf(settings),
    host: settings.slackHost,
    port: settings.slackPort,
    apiUrl: settings.slackApiUrl,
    network,
    controller,
    commands,
    events,
    deliveries,
    generations,
    installations,
    owed,
    log,
  });
}

function connectionOf({ slackAppToken: appToken, slackSigningSecret: signingSecret }: SlackSettings): SlackConnection {
  if (appToken !== undefined) return { mode: 'socket', appToken };
  if (signingSecret !== undefined) return { mode: 'http', signingSecret };
  throw new SlackSettingError('bad_setting', { why: 'slack_needs_line', option: 'SLACK_APP_TOKEN' });
}

function authorisationOf(settings: SlackSettings): SlackAuthorisation {
  const { slackBotToken: botToken, slackClientId: clientId, slackClientSecret, slackStateSecret } = settings;
  if (botToken !== undefined) return { kind: 'token', botToken };
  if (clientId === undefined) {
    throw new SlackSettingError('bad_setting', { why: 'slack_needs_token', option: 'SLACK_BOT_TOKEN' });
  }
  if (slackClientSecret === undefined || slackStateSecret === undefined) {
    throw new SlackSettingError('bad_setting', { why: 'slack_needs_secrets', option: 'SLACK_CLIENT_SECRET' });
  }
  return { kind: 'oauth', clientId, clientSecret: slackClientSecret, stateSecret: slackStateSecret };
}
