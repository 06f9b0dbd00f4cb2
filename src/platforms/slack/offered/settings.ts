import { z } from 'zod';
import { secret, setting, text, url, whole } from '../../../settings/values/index.js';

/** The app on Slack. */
export const SLACK = {
  slackBotToken: secret(
    'SLACK_BOT_TOKEN',
    'Bot token (`xoxb-…`) of one workspace.',
    'none; workspaces install by OAuth',
    'Copy it from the app’s OAuth page.',
  ),
  slackAppToken: secret(
    'SLACK_APP_TOKEN',
    'App-level token (`xapp-…`): use Socket Mode.',
    'none: events by HTTP',
    'Create one with connections:write.',
  ),
  slackSigningSecret: secret(
    'SLACK_SIGNING_SECRET',
    'Signing secret: take events by HTTP.',
    'none',
    'Copy it from the app’s Basic Information page.',
  ),
  slackClientId: text(
    'SLACK_CLIENT_ID',
    'For OAuth installation in several workspaces, with the two below.',
    'none',
    'Copy it from the app’s Basic Information page.',
  ),
  slackClientSecret: secret(
    'SLACK_CLIENT_SECRET',
    'See `SLACK_CLIENT_ID`.',
    'none',
    'Copy it from the app’s Basic Information page.',
  ),
  slackStateSecret: secret(
    'SLACK_STATE_SECRET',
    'Any long random text; signs the OAuth state.',
    'none',
    'Set it to a long random text.',
  ),
  slackHost: setting(
    'SLACK_HOST',
    'Address that Slack’s events and OAuth listen on, for a reverse proxy on this machine; `0.0.0.0` for all.',
    '`127.0.0.1`',
    'Set it to an address of this machine.',
    z.string().default('127.0.0.1'),
  ),
  slackPort: whole('SLACK_PORT', 'Port for Slack’s events and OAuth by HTTP.', 0, 65535, 3000),
  slackApiUrl: url('SLACK_API_URL', 'Base URL of Slack’s Web API, for a proxy.', '`https://slack.com/api/`', [
    'https:',
    'http:',
  ]),
};
