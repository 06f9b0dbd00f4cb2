import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Cleanup, createCleanup } from '../../../src/app/base/cleanup.js';
import { createMetrics } from '../../../src/app/base/metrics.js';
import { loadModel, type Model } from '../../../src/app/base/model.js';
import { startBot } from '../../../src/app/bot/bot.js';
import { readConfig } from '../../../src/config.js';
import type { Log } from '../../../src/core/basics/log.js';
import type { BlobStore } from '../../../src/core/ports.js';
import type { Generation } from '../../../src/core/types.js';
import { createJobs } from '../../../src/jobs/jobs.js';
import { createSlackPlatform } from '../../../src/platforms/slack/platform.js';
import type { Config } from '../../../src/settings/settings.js';
import { createFolderBlobs } from '../../../src/store/blobs/folder.js';
import { appOfManifest } from '../../servers/slack/manifest.js';
import type { Person } from '../../servers/slack/person.js';
import { SlackServer } from '../../servers/slack/slack-server.js';
import type { SlackChannel, SlackMessage, SlackTeam } from '../../servers/slack/types.js';
import { openTestDatabase, type TestDatabase } from '../../support/database.js';
import { TINY_BUNDLE } from '../command-line.js';
import { openWorker } from './worker.js';

/** Kaleido on a loopback Slack made from the app's manifest: real Bolt, rules, database, queue, worker and bundle. */
export class SlackWorld {
  readonly logged: { facts: object; message: string }[] = [];
  #bot: Cleanup | null = null;
  #closeWorker: (() => Promise<void>) | null = null;

  private constructor(
    readonly slack: SlackServer,
    readonly team: SlackTeam,
    readonly ada: Person,
    readonly bob: Person,
    readonly channel: SlackChannel,
    readonly database: TestDatabase,
    readonly folder: string,
    readonly blobs: BlobStore,
    readonly model: Model,
    readonly config: Config,
  ) {}

  static async start(): Promise<SlackWorld> {
    const slack = await SlackServer.start(await appOfManifest());
    const team = slack.addTeam('acme');
    const ada = slack.addPerson(team, 'ada', { isAdmin: true });
    const bob = slack.addPerson(team, 'bob');
    const channel = slack.addChannel(team, 'pictures', [ada, bob]);
    const folder = await mkdtemp(join(tmpdir(), 'kaleido-slack-'));
    const database = await openTestDatabase();
    const [model, blobs, config] = [await loadModel(TINY_BUNDLE), createFolderBlobs(folder), readConfig({})];
    return new SlackWorld(slack, team, ada, bob, channel, database, folder, blobs, model, config);
  }

  get #log(): Log {
    const note = (facts: object, message: string) => this.logged.push({ facts, message });
    return { debug: () => undefined, info: () => undefined, warn: note, error: note };
  }

  async startBot(): Promise<void> {
    const { blobs, config, database, model, slack, team } = this;
    const log = this.#log;
    const queue = { backend: 'postgres' as const, url: database.url };
    const jobs = await createJobs(queue, { log });
    const cleanup = createCleanup((name, err) => log.error({ err, name }, 'not closed'));
    cleanup.add('queue', () => jobs.close());
    const foundation = { databaseUrl: database.url, queue, store: database.store, blobs, jobs };
    const metrics = createMetrics(() => jobs.counts());
    await startBot({ config, foundation, model, log, metrics, cleanup }, ({ controller, commands }) => [
      createSlackPlatform({
        connection: { mode: 'socket', appToken: slack.app.appToken },
        authorisation: { kind: 'token', botToken: team.token ?? '' },
        apiUrl: slack.apiUrl,
        controller,
        commands,
        events: database.store.events,
        deliveries: database.store.deliveries,
        generations: database.store.generations,
        installations: database.store.installations,
        log,
      }),
    ]);
    this.#bot = cleanup;
  }

  async stopBot(): Promise<void> {
    await this.#bot?.run();
    this.#bot = null;
  }

  async startWorker(): Promise<void> {
    const { blobs, database, model } = this;
    this.#closeWorker = await openWorker({
      databaseUrl: database.url,
      model,
      store: database.store,
      blobs,
      log: this.#log,
    });
  }

  async stopWorker(): Promise<void> {
    await this.#closeWorker?.();
    this.#closeWorker = null;
  }

  async stop(): Promise<void> {
    await this.stopBot();
    await this.stopWorker();
    await this.slack.stop();
    await this.database.close();
    await rm(this.folder, { recursive: true, force: true });
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
    await this.slack.waitFor(`grid ${count}`, () => this.grids(channelId).length >= count, 110_000);
    return this.grids(channelId)[count - 1]!;
  }

  /** The generation that a message shows; the bot notes that a moment after it has posted it. */
  async generation({ channelId, ts }: SlackMessage): Promise<Generation> {
    for (const until = Date.now() + 30_000; Date.now() < until; await sleep(20)) {
      const found = await this.database.store.generations.findByMessage('slack', { channelId, messageId: ts });
      if (found) return found;
    }
    throw new Error('The message shows no generation.');
  }
}
