import { quiet } from '../../../core/basics/index.js';
import type { Network } from '../../../network/index.js';
import type { Values } from '../../../settings/values/index.js';
import type { Finding } from '../../offered-platform.js';
import { checkSlackToken } from '../workspaces/index.js';
import type { SLACK } from './settings.js';

const REMEDY = 'Update the app from slack-manifest.yml and install it again.';

/** The tokens that are set. Rejects with what Slack refuses. */
export async function checkSlack(
  { slackBotToken, slackApiUrl, slackAppToken, slackSigningSecret }: Values<typeof SLACK>,
  network: Network,
): Promise<Finding[]> {
  if (slackAppToken === undefined && slackSigningSecret === undefined) {
    return [
      {
        status: 'failed',
        text: 'Slack has no way to send events',
        remedy: 'Set SLACK_APP_TOKEN for Socket Mode, or SLACK_SIGNING_SECRET for events by HTTP.',
      },
    ];
  }
  if (slackBotToken === undefined) return [{ status: 'ok', text: 'Slack by OAuth: workspaces install the app' }];
  const { isRotating, workspace, missingScopes, missedScopes } = await checkSlackToken(slackBotToken, {
    apiUrl: slackApiUrl,
    network,
    log: quiet,
  });
  if (isRotating) {
    return [
      {
        status: 'failed',
        text: `Slack workspace ${workspace}: SLACK_BOT_TOKEN ends within twelve hours, as the app has token rotation`,
        remedy:
          'Install the app by OAuth (SLACK_CLIENT_ID and what goes with it), where Kaleido renews tokens, or make an app without token rotation: it cannot be switched off again.',
      },
    ];
  }
  if (missingScopes.length === 0) {
    const notes = missedScopes.map(
      (scope): Finding => ({
        status: 'note',
        text: `Slack workspace ${workspace}: the token lacks ${scope}, so custom emoji in prompts are not drawn`,
        remedy: REMEDY,
      }),
    );
    return [{ status: 'ok', text: `Slack workspace ${workspace}` }, ...notes];
  }
  return [
    {
      status: 'failed',
      text: `Slack workspace ${workspace}: the token lacks ${missingScopes.join(', ')}`,
      remedy: REMEDY,
    },
  ];
}
