import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { commandsFor } from '../../../commands/index.js';
import { type Cleanup, createCleanup } from '../../../src/app/base/cleanup.js';
import { createMetrics } from '../../../src/app/base/metrics.js';
import { loadModel, type Model } from '../../../src/app/base/model.js';
import { startBot } from '../../../src/app/bot/bot.js';
import { createTranslator } from '../../../src/chat/i18n/translate.js';
import { readConfig } from '../../../src/config.js';
import type { Log } from '../../../src/core/basics/log.js';
import type { BlobStore } from '../../../src/core/ports.js';
import type { Generation } from '../../../src/core/types.js';
import { createJobs } from '../../../src/jobs/jobs.js';
import { createDiscordPlatform, registerCommands } from '../../../src/platforms/discord/index.js';
import type { Config } from '../../../src/settings/settings.js';
import { createFolderBlobs } from '../../../src/store/blobs/folder.js';
import {
  type Channel,
  type DiscordServer,
  type Interaction,
  type Message,
  startDiscord,
  type TestUser,
} from '../../servers/discord/index.js';
import { openTestDatabase, type TestDatabase } from '../../support/database.js';
import { TINY_BUNDLE } from '../command-line.js';
import { openWorker } from './worker.js';

type DiscordOptions = Parameters<typeof createDiscordPlatform>[0];

/** Kaleido on a loopback Discord: real discord.js, rules, database, queue, worker and bundle. */
export class DiscordWorld {
  readonly logged: { facts: object; message: string }[] = [];
  #parts: DiscordOptions | null = null;
  #bot: Cleanup | null = null;
  #worker: (() => Promise<void>) | null = null;

  private constructor(
    readonly discord: DiscordServer,
    readonly database: TestDatabase,
    readonly folder: string,
    readonly blobs: BlobStore,
    readonly model: Model,
    readonly config: Config,
  ) {}

  static async start(bundle = TINY_BUNDLE): Promise<DiscordWorld> {
    const discord = await startDiscord({ identifyIntervalMs: 1 });
    const folder = await mkdtemp(join(tmpdir(), 'kaleido-discord-'));
    const database = await openTestDatabase();
    const [model, blobs, config] = [await loadModel(bundle), createFolderBlobs(folder), readConfig({})];
    const world = new DiscordWorld(discord, database, folder, blobs, model, config);
    await world.register();
    return world;
  }

  get log(): Log {
    const note = (facts: object, message: string) => this.logged.push({ facts, message });
    return { debug: () => undefined, info: () => undefined, warn: note, error: note };
  }

  register(): ReturnType<typeof registerCommands> {
    const { api, token } = this.discord;
    const { manifest, memory } = this.model.bundle;
    const commands = commandsFor({ styles: manifest.styles, groups: memory.groups.map(({ name }) => name) });
    return registerCommands({ token, api, commands, translate: createTranslator, log: this.log });
  }

  /** @param isPrivacyUnknown the adapter's look at settings never ends, as with a database under great load */
  async startBot({ isPrivacyUnknown = false } = {}): Promise<void> {
    const { blobs, config, database, discord, log, model } = this;
    const queue = { backend: 'postgres' as const, url: database.url };
    const jobs = await createJobs(queue, { log });
    const cleanup = createCleanup((name, err) => log.error({ err, name }, 'not closed'));
    cleanup.add('queue', () => jobs.close());
    const foundation = { databaseUrl: database.url, queue, store: database.store, blobs, jobs };
    const metrics = createMetrics(() => jobs.counts());
    this.#bot = cleanup;
    const never = () => new Promise<never>(() => undefined);
    const [platform] = await startBot(
      { config, foundation, model, log, metrics, cleanup },
      ({ controller, core, commands }) => {
        this.#parts = {
          token: discord.token,
          api: discord.api,
          controller,
          core: isPrivacyUnknown ? { ...core, settings: never } : core,
          store: database.store,
          commands,
          translate: createTranslator,
          log,
          clock: () => new Date(discord.clock.now()),
        };
        return [createDiscordPlatform(this.#parts)];
      },
    );
    await discord.waitFor(() => platform?.isReady(), { what: 'the bot to be ready' });
  }

  /** What the platform is made of. */
  get parts(): DiscordOptions {
    if (this.#parts === null) throw new Error('The bot was never started.');
    return this.#parts;
  }

  async stopBot(): Promise<void> {
    await this.#bot?.run();
    this.#bot = null;
  }

  async startWorker(): Promise<void> {
    const { blobs, database, log, model } = this;
    this.#worker = await openWorker({ databaseUrl: database.url, store: database.store, blobs, model, log });
  }

  async stopWorker(): Promise<void> {
    await this.#worker?.();
    this.#worker = null;
  }

  async stop(): Promise<void> {
    await this.stopBot();
    await this.stopWorker();
    await this.discord.close();
    await this.database.close();
    await rm(this.folder, { recursive: true, force: true });
  }

  /** Asks for a small grid. */
  imagine(user: TestUser, channel: Channel, values: Record<string, string | number | boolean> = {}): Interaction {
    return user.slash('imagine', { prompt: 'a cat and a pizza', count: 2, steps: 2, ...values }, { channel });
  }

  /** The grids that a channel shows now, oldest first. */
  grids(channel: Channel): Message[] {
    return this.discord.messages(channel).filter(isGrid);
  }

  /** Waits for the finished grid that answers an interaction. */
  async gridOf(interaction: Interaction): Promise<Message> {
    return this.discord.waitFor(
      () =>
        [interaction.message, ...interaction.followUps].find(
          (one) => one !== undefined && one.deletedAt === null && isGrid(one),
        ),
      { timeoutMs: 110_000, what: 'the grid' },
    );
  }

  /** Waits until a channel shows so many finished grids; returns the newest. */
  async grid(channel: Channel, count: number): Promise<Message> {
    await this.discord.waitFor(() => this.grids(channel).length >= count, {
      timeoutMs: 110_000,
      what: `grid ${count}`,
    });
    return this.grids(channel)[count - 1]!;
  }

  /** The generation that a message shows. */
  async generation({ channelId, id }: Message): Promise<Generation> {
    const found = await this.database.store.generations.findByMessage('discord', { channelId, messageId: id });
    if (!found) throw new Error('The message shows no generation.');
    return found;
  }
}

/** A finished grid has its picture and can be rerolled. */
export function isGrid({ attachments, components }: Message): boolean {
  return attachments.length > 0 && JSON.stringify(components).includes('k1:reroll-all:');
}

/** Ids of the buttons and selects of a message that begin so. */
export function actionId(message: Message, verb: string): string {
  const id = new RegExp(`"custom_id":"(k1:${verb}:[^"]*)"`).exec(JSON.stringify(message.components))?.[1];
  if (id === undefined) throw new Error(`The message has no ${verb}.`);
  return id;
}
