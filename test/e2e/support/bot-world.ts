import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Cleanup, createCleanup } from '../../../src/app/base/cleanup.js';
import { createMetrics } from '../../../src/app/base/metrics.js';
import { loadModel, type Model } from '../../../src/app/base/model.js';
import { type ChatParts, startBot } from '../../../src/app/bot/bot.js';
import type { ChatPlatform } from '../../../src/chat/index.js';
import { readConfig } from '../../../src/config.js';
import type { Log } from '../../../src/core/basics/log.js';
import type { BlobStore, MessageRef } from '../../../src/core/index.js';
import type { Generation } from '../../../src/core/types.js';
import { createJobs } from '../../../src/jobs/jobs.js';
import { createFolderBlobs } from '../../../src/store/blobs/folder.js';
import { openTestDatabase, type TestDatabase } from '../../support/database.js';
import { TINY_BUNDLE } from '../command-line.js';
import { openWorker } from './worker.js';

/** Milliseconds that a grid may take on a busy machine. */
export const GRID_WITHIN_MS = 110_000;

/** What a bot in this process stands on. */
export interface Ground {
  database: TestDatabase;
  folder: string;
  blobs: BlobStore;
  model: Model;
}

export async function openGround(bundle = TINY_BUNDLE): Promise<Ground> {
  const folder = await mkdtemp(join(tmpdir(), 'kaleido-world-'));
  const database = await openTestDatabase();
  return { database, folder, blobs: createFolderBlobs(folder), model: await loadModel(bundle) };
}

/** Kaleido in this process, on some loopback platform: real rules, database, queue, worker and bundle. */
export abstract class BotWorld {
  readonly logged: { facts: object; message: string }[] = [];
  readonly database: TestDatabase;
  readonly blobs: BlobStore;
  readonly model: Model;
  readonly log: Log;
  readonly #folder: string;
  /** What the environment sets of it. */
  settings: Readonly<Record<string, string>> = {};
  #bot: Cleanup | null = null;
  #worker: (() => Promise<void>) | null = null;

  protected constructor({ database, folder, blobs, model }: Ground) {
    this.database = database;
    this.#folder = folder;
    this.blobs = blobs;
    this.model = model;
    const note = (facts: object, message: string) => this.logged.push({ facts, message });
    this.log = { debug: () => undefined, info: () => undefined, warn: note, error: note };
  }

  /** Starts a bot on one platform, which it returns. */
  protected async startBotOn(platformOf: (parts: ChatParts) => ChatPlatform): Promise<ChatPlatform> {
    const { blobs, database, log, model } = this;
    const queue = { backend: 'postgres' as const, url: database.url };
    const jobs = await createJobs(queue, { log });
    const cleanup = createCleanup((name, err) => log.error({ err, name }, 'not closed'));
    cleanup.add('queue', () => jobs.close());
    this.#bot = cleanup;
    const foundation = { databaseUrl: database.url, queue, store: database.store, blobs, jobs };
    const metrics = createMetrics(() => jobs.counts());
    const [platform] = await startBot(
      { config: readConfig(this.settings), foundation, model, log, metrics, cleanup },
      (parts) => [platformOf(parts)],
    );
    return platform!;
  }

  async stopBot(): Promise<void> {
    await this.#bot?.run();
    this.#bot = null;
  }

  async startWorker(): Promise<void> {
    const { blobs, database, log, model } = this;
    const config = readConfig(this.settings);
    this.#worker = await openWorker({ databaseUrl: database.url, store: database.store, blobs, model, log, config });
  }

  async stopWorker(): Promise<void> {
    await this.#worker?.();
    this.#worker = null;
  }

  async stop(): Promise<void> {
    await this.stopBot();
    await this.stopWorker();
    await this.closePlatform();
    await this.database.close();
    await rm(this.#folder, { recursive: true, force: true });
  }

  protected abstract closePlatform(): Promise<void>;

  protected shownBy(platform: ChatPlatform['platform'], message: MessageRef): Promise<Generation | null> {
    return this.database.store.generations.findByMessage(platform, message);
  }
}
