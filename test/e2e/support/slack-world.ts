import { setTimeout as sleep } from 'node:timers/promises';
import type { Generation } from '../../../src/core/types.js';
import { createSlackPlatform } from '../../../src/platforms/slack/index.js';
import { appOfManifest } from '../../servers/slack/manifest.js';
import type { Person } from '../../servers/slack/person.js';
import { SlackServer } from '../../servers/slack/slack-server.js';
import type { SlackChannel, SlackMessage, SlackTeam } from '../../servers/slack/types.js';
import { BotWorld, GRID_WITHIN_MS, type Ground, openGround } from './bot-world.js';

/** Kaleido on a loopback Slack made from the app's manifest, with real Bolt. */
export class SlackWorld extends BotWorld {
  private constructor(
    readonly slack: SlackServer,
    readonly team: SlackTeam,
    readonly ada: Person,
    readonly bob: Person,
    readonly channel: SlackChannel,
    ground: Ground,
  ) {
    super(ground);
  }

  static async start(): Promise<SlackWorld> {
    const slack = await SlackServer.start(await appOfManifest());
    const team = slack.addTeam('acme');
    const ada = slack.addPerson(team, 'ada', { isAdmin: true });
    const bob = slack.addPerson(team, 'bob');
    const channel = slack.addChannel(team, 'pictures', [ada, bob]);
    return new SlackWorld(slack, team, ada, bob, channel, await openGround());
  }

  /** A world with a worker and a bot in it. */
  static async startAll(settings: SlackWorld['settings'] = {}): Promise<SlackWorld> {
    const world = await SlackWorld.start();
    world.settings = settings;
    await world.startWorker();
    await world.startBot();
    return world;
  }

  async startBot(): Promise<void> {
    const { database, log, slack, team } = this;
    const { deliveries, events, generations, installations } = database.store;
    await this.startBotOn(({ controller, commands, owed }) =>
      createSlackPlatform({
        connection: { mode: 'socket', appToken: slack.app.appToken },
        authorisation: { kind: 'token', botToken: team.token ?? '' },
        apiUrl: slack.apiUrl,
        controller,
        commands,
        events,
        deliveries,
        generations,
        installations,
        owed,
        log,
      }),
    );
  }

  protected closePlatform(): Promise<void> {
    return this.slack.stop();
  }

  /** The bot's messages that show a finished picture, in a channel or one of its threads. */
  grids(channelId = this.channel.id): SlackMessage[] {
    return this.slack
      .botMessages(channelId)
      .filter(({ blocks }) => blocks.some(({ type }) => type === 'image') && this.#isFinal(blocks));
  }

  /** Previews have no buttons to reroll by. */
  #isFinal(blocks: SlackMessage['blocks']): boolean {
    return JSON.stringify(blocks).includes('k1:reroll-all:');
  }

  /** Waits for the `count`th finished grid. */
  async grid(count = 1, channelId = this.channel.id): Promise<SlackMessage> {
    await this.slack.waitFor(`grid ${count}`, () => this.grids(channelId).length >= count, GRID_WITHIN_MS);
    return this.grids(channelId)[count - 1]!;
  }

  /** The generation that a message shows; the bot notes that a moment after it has posted it. */
  async generation({ channelId, ts }: SlackMessage): Promise<Generation> {
    for (const until = Date.now() + 30_000; Date.now() < until; await sleep(20)) {
      const found = await this.shownBy('slack', { channelId, messageId: ts });
      if (found) return found;
    }
    throw new Error('The message shows no generation.');
  }
}
