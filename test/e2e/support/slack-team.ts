import { appOfManifest } from '../../servers/slack/manifest.js';
import type { Person } from '../../servers/slack/person.js';
import { SlackServer } from '../../servers/slack/slack-server.js';
import type { SlackChannel, SlackTeam } from '../../servers/slack/types.js';

/** A loopback Slack with one team, somebody of it, and a channel that they are in. */
export interface SlackTeamWorld {
  slack: SlackServer;
  team: SlackTeam;
  ada: Person;
  channel: SlackChannel;
}

export async function openSlackTeam(): Promise<SlackTeamWorld> {
  const slack = await SlackServer.start(await appOfManifest());
  const team = slack.addTeam('acme');
  const ada = slack.addPerson(team, 'ada');
  return { slack, team, ada, channel: slack.addChannel(team, 'pictures', [ada]) };
}
