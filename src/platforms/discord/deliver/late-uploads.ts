import { RateLimitError } from 'discord.js';
import type { Log } from '../../../core/basics/index.js';
import { describe, retryAfterMs } from '../client/index.js';
import { type DiscordMessage, escapeLine, onlyUser } from '../render/index.js';
import type { DiscordAddress } from './address.js';
import { type DiscordApi, nonce } from './api.js';

/** Uploads that wait at a time; more would only be more to lose with the process. */
const MOST = 200;
/** Times that one is tried before its person is told that it failed. */
const ATTEMPTS = 5;

/** An upload that Discord does not take yet. */
export interface LateUpload {
  /** Milliseconds until Discord may take it. */
  waitMs: number;
  /** @throws what Discord refuses */
  upload: () => Promise<void>;
  /** Who asked, and where. */
  address: DiscordAddress;
  /** What to say when it is done. */
  added: string;
  /** What to say when it is refused. */
  failed: (error: unknown) => string;
}

/**
 * Emojis and stickers that have to wait: Discord limits them by the half hour. They are kept in this process only, and
 * hold up neither it nor anybody else.
 */
export class LateUploads {
  readonly #api: DiscordApi;
  readonly #log: Log;
  readonly #timers = new Set<NodeJS.Timeout>();

  constructor(api: DiscordApi, log: Log) {
    this.#api = api;
    this.#log = log;
  }

  /** Tries an upload when its time has come, and tells its person what came of it. */
  add(late: LateUpload): void {
    if (this.#timers.size < MOST) this.#wait(late, late.waitMs, 1);
    else void this.#tell(late, late.failed(new Error('Too many uploads wait.')));
  }

  /** Drops what waits. */
  stop(): void {
    if (this.#timers.size > 0)
      this.#log.warn({ uploads: this.#timers.size }, 'Discord: uploads that waited are dropped');
    for (const timer of this.#timers) clearTimeout(timer);
    this.#timers.clear();
  }

  #wait(late: LateUpload, waitMs: number, attempt: number): void {
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      void this.#try(late, attempt);
    }, waitMs);
    this.#timers.add(timer);
  }

  async #try(late: LateUpload, attempt: number): Promise<void> {
    try {
      await late.upload();
      await this.#tell(late, late.added);
    } catch (error) {
      if (error instanceof RateLimitError && attempt < ATTEMPTS)
        return this.#wait(late, retryAfterMs(error), attempt + 1);
      this.#log.info({ problem: describe(error) }, 'Discord: a late upload was refused');
      await this.#tell(late, late.failed(error));
    }
  }

  /** Where it was asked for, or else in private. */
  async #tell({ address: { channelId, isPrivate, userId } }: LateUpload, text: string): Promise<void> {
    const message: DiscordMessage = {
      body: {
        content: `<@${userId}> ${escapeLine(text)}`,
        embeds: [],
        components: [],
        attachments: [],
        allowed_mentions: onlyUser(userId),
      },
      files: [],
    };
    const say = async (to: string) =>
      this.#api.post(to, message, nonce(channelId, userId, text, String(Date.now())), null);
    const inPrivate = async () => say(await this.#api.openDm(userId));
    try {
      await (isPrivate ? inPrivate() : say(channelId).catch(inPrivate));
    } catch (error) {
      this.#log.info({ problem: describe(error) }, 'Discord: nobody could be told of a late upload');
    }
  }
}
