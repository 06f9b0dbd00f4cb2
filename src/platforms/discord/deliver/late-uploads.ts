import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { DiscordAPIError, RateLimitError, type REST } from 'discord.js';
import { z } from 'zod';
import type { Translate } from '../../../chat/i18n/index.js';
import type { Log } from '../../../core/basics/index.js';
import type { Clock, LateUpload, LateUploadStore } from '../../../core/index.js';
import { describe, retryAfterMs } from '../client/index.js';
import { type DiscordMessage, escapeLine, onlyUser } from '../render/index.js';
import { type DiscordAddress, discordAddress } from './address.js';
import { type DiscordApi, nonce } from './api.js';
import { addExpression, type Expression, expressionSchema, uploadRefusal } from './expressions.js';
import { type PackState, packState } from './pack-state.js';

/** Uploads that wait at a time: each is up to half a megabyte in the database. */
const MOST = 200;
/** Times that one is tried before its person is told that it failed. */
const ATTEMPTS = 5;
/** Milliseconds between looks for those whose time has come. */
const LOOK_EVERY_MS = 5_000;
/** Uploads that one look takes, and for how long, in milliseconds. */
const AT_ONCE = 4;
const LEASE_MS = 60_000;
/** Milliseconds that a stop waits. */
const STOP_WITHIN_MS = 1_000;

/** What takes up a pack whose time has come. */
export interface PackWorker {
  work(upload: LateUpload, state: PackState, signal: AbortSignal): Promise<void>;
}

const detailsSchema = z.object({ expression: expressionSchema, address: discordAddress });

/** What uploads are kept and made with. */
export interface LateUploadParts {
  api: DiscordApi;
  rest: REST;
  store: LateUploadStore;
  translate: (locale: string) => Translate;
  log: Log;
  clock: Clock;
}

/**
 * Emojis and stickers that have to wait: Discord limits them by the half hour. They are kept in the database, so that a
 * restart loses none, and hold up nobody.
 */
export class LateUploads {
  readonly #parts: LateUploadParts;
  readonly #packs: PackWorker;
  readonly #lookEveryMs: number;
  readonly #stopping = new AbortController();
  #looking: Promise<void> = Promise.resolve();

  constructor(parts: LateUploadParts, packs: PackWorker, lookEveryMs = LOOK_EVERY_MS) {
    this.#parts = parts;
    this.#packs = packs;
    this.#lookEveryMs = lookEveryMs;
  }

  /** Keeps an upload until its time has come; false when too many wait. @param waitMs milliseconds from now */
  async add(expression: Expression, file: Buffer, address: DiscordAddress, waitMs: number): Promise<boolean> {
    const { clock, store } = this.#parts;
    if ((await store.count('discord')) >= MOST) return false;
    const dueAt = new Date(clock().getTime() + waitMs);
    await store.add('discord', { id: randomUUID(), details: { expression, address }, file }, dueAt);
    return true;
  }

  /** Looks for those whose time has come, also from before a restart, until stopped. */
  start(): void {
    this.#looking = this.#look();
  }

  /** Waits hardly for what is under way: what does not end is tried again by the next process. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    await Promise.race([this.#looking, sleep(STOP_WITHIN_MS, undefined, { ref: false })]);
  }

  async #look(): Promise<void> {
    const { clock, log, store } = this.#parts;
    const { signal } = this.#stopping;
    while (!signal.aborted) {
      try {
        const due = await store.claim('discord', AT_ONCE, LEASE_MS, clock());
        await Promise.all(due.map((upload) => this.#workOn(upload)));
        if (due.length === AT_ONCE) continue;
      } catch (error) {
        log.warn({ problem: describe(error) }, 'Discord: late uploads could not be looked through');
      }
      await sleep(this.#lookEveryMs, undefined, { signal }).catch(() => undefined);
    }
  }

  async #workOn(upload: LateUpload): Promise<void> {
    const pack = packState.safeParse(upload.details);
    return pack.success ? this.#packs.work(upload, pack.data, this.#stopping.signal) : this.#try(upload);
  }

  async #try({ id, details, file, attempts }: LateUpload): Promise<void> {
    const { clock, log, rest, store, translate } = this.#parts;
    const { signal } = this.#stopping;
    const { expression, address } = detailsSchema.parse(details);
    const t = translate(address.locale);
    try {
      await addExpression(rest, expression, file, signal);
      await store.remove(id);
      await this.#tell(id, address, t(`discord.upload.${expression.use}`, { name: expression.name }));
    } catch (error) {
      if (signal.aborted) return;
      const isPassing = !(error instanceof DiscordAPIError) || error.status >= 500;
      if (isPassing && attempts < ATTEMPTS) {
        const waitMs = error instanceof RateLimitError ? retryAfterMs(error) : LEASE_MS;
        return store.postpone(id, new Date(clock().getTime() + waitMs));
      }
      log.info({ problem: describe(error) }, 'Discord: a late upload was refused');
      await store.remove(id);
      await this.#tell(id, address, uploadRefusal(error, expression.use, t));
    }
  }

  /** Where it was asked for, or else in private. */
  async #tell(id: string, { channelId, isPrivate, userId }: DiscordAddress, text: string): Promise<void> {
    const { api, log } = this.#parts;
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
    const say = async (to: string) => api.post(to, message, nonce(id, to), null);
    const inPrivate = async () => say(await api.openDm(userId));
    try {
      await (isPrivate ? inPrivate() : say(channelId).catch(inPrivate));
    } catch (error) {
      log.info({ problem: describe(error) }, 'Discord: nobody could be told of a late upload');
    }
  }
}
