import type { OfferedPlatform } from '../../offered-platform.js';
import { SLACK } from './settings.js';

/** Slack, served where the token of a workspace is set, or what workspaces install the app with. */
export const slack = {
  label: 'Slack',
  settings: SLACK,
  switchedOnBy: 'SLACK_BOT_TOKEN',
  isOn: ({ slackBotToken, slackClientId }) => slackBotToken !== undefined || slackClientId !== undefined,
  addresses: ({ slackApiUrl }) =>
    slackApiUrl === undefined
      ? ['https://slack.com', 'https://files.slack.com', 'https://emoji.slack-edge.com', 'wss://wss-primary.slack.com']
      : [slackApiUrl],
  async check(config, network) {
    const { checkSlack } = await import('./check.js');
    return checkSlack(config, network);
  },
  async make(config, parts) {
    const { makeSlack } = await import('./make.js');
    return makeSlack(config, parts);
  },
} satisfies OfferedPlatform<typeof SLACK>;
