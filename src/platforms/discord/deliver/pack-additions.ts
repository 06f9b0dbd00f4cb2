import { randomUUID } from 'node:crypto';
import { DiscordAPIError, RateLimitError, type REST, Routes } from 'discord.js';
import { z } from 'zod';
import type { Translate } from '../../../chat/i18n/index.js';
import { errorMessage, type MessageReply, type PackAddition, textMessage } from '../../../chat/replies/index.js';
import type { LateUpload } from '../../../core/index.js';
import { describe, retryAfterMs } from '../client/index.js';
import type { Exchange } from './address.js';
import { nonce } from './api.js';
import { addExpression, removeExpression, uploadRefusal } from './expressions.js';
import type { LateUploadParts } from './late-uploads.js';
import { packMessage } from './pack-message.js';
import { type PackItem, type PackState, packFiles, packState, unpackFiles } from './pack-state.js';
import { placeToAdd } from './upload.js';

/**
 * By the server's boost tier: emoji of each kind, still and moving, and stickers of any (support.discord.com, “Server
 * Boosting”).
 */
const SLOTS = { emoji: [50, 100, 150, 250], sticker: [5, 15, 30, 60] } as const;
const HIGHEST_TIER = 3;
/** An addition can be undone so long, in milliseconds. */
const REMEMBERED_MS = 7 * 24 * 60 * 60_000;
/** Nobody else takes one that is worked on, for so long after each step, in milliseconds. */
const LEASE_MS = 60_000;
/** What failed for a reason that passes is tried again after so many milliseconds. */
const PAUSE_MS = 60_000;
/** Pictures between two edits of the message that tells how far it is. */
const TELL_EVERY = 3;
const RESTING: ReadonlySet<string> = new Set(['added', 'failed', 'removed']);

const guildSchema = z.object({
  premium_tier: z.int().min(0).max(HIGHEST_TIER).catch(0),
});
const presentSchema = z.array(
  z.object({ id: z.string(), name: z.string().nullable(), animated: z.boolean().optional() }),
);

/**
 * Adds packs to servers, one emoji or sticker after another. What is to be done lies in the database beside other
 * uploads that wait: a pack goes on after a restart and after Discord's half hour, can be tried again where it failed,
 * and be undone for a week.
 */
export class PackAdditions {
  readonly #parts: LateUploadParts;

  constructor(parts: LateUploadParts) {
    this.#parts = parts;
  }

  /** Does what a reply's `addition` asks for, when both the user and the bot may. @returns what to answer */
  async begin(exchange: Exchange, addition: PackAddition, t: Translate): Promise<MessageReply> {
    const place = placeToAdd(exchange, t);
    if ('type' in place) return place;
    if (addition.do === 'add') return this.#add(exchange, addition, place, t);
    return this.#change(place.guildId, addition, t);
  }

  async #add(
    { address }: Exchange,
    { use, generationId, isPrivate, pictures }: PackAddition & { do: 'add' },
    { guildId, reason }: { guildId: string; reason: string },
    t: Translate,
  ): Promise<MessageReply> {
    const { clock, rest, store } = this.#parts;
    const present = await presentIn(rest, guildId, use);
    const { premium_tier: tier } = guildSchema.parse(await rest.get(Routes.guild(guildId)));
    const kind = use === 'sticker' ? 'sticker' : pictures.some(({ picture }) => isGif(picture)) ? 'moving' : 'still';
    const taken = present.filter(({ animated = false }) => use === 'sticker' || animated === (kind === 'moving'));
    const slots = Math.max(0, SLOTS[use][tier]! - taken.length);
    const count = pictures.length;
    if (slots < count) return errorMessage(t('pack.no_slots', { slots, count, kind }));
    const items = pictures.map(({ name, picture }): PackItem => {
      const { name: fileName, altText } = picture;
      return { name, fileName, altText, state: 'waiting', addedId: null, problem: null };
    });
    const before = present.map(({ id }) => id);
    const state: PackState = {
      pack: { generationId, guildId, use, reason, items, before, message: null },
      address: { ...address, isPrivate: address.isPrivate || isPrivate },
    };
    await store.add('discord', { id: randomUUID(), details: state, file: packFiles(pictures) }, clock());
    return textMessage(t('pack.adding', { use, count }));
  }

  async #change(
    guildId: string,
    { do: what, additionId }: PackAddition & { do: 'undo' | 'retry' },
    t: Translate,
  ): Promise<MessageReply> {
    const { clock, store } = this.#parts;
    const found = await store.find('discord', additionId);
    const state = packState.safeParse(found?.details).data;
    if (state?.pack.guildId !== guildId) return errorMessage(t('pack.unknown'));
    const [from, to] = what === 'undo' ? (['added', 'removing'] as const) : (['failed', 'waiting'] as const);
    for (const item of state.pack.items) if (item.state === from) item.state = to;
    await store.keep(additionId, state, clock());
    return textMessage(t(what === 'undo' ? 'pack.removing' : 'pack.retrying'));
  }

  /** Goes on with an addition whose time has come; one that has rested long enough is forgotten. */
  async work({ id, file }: LateUpload, state: PackState, signal: AbortSignal): Promise<void> {
    const { store } = this.#parts;
    const { pack } = state;
    if (pack.items.every((item) => RESTING.has(item.state))) return store.remove(id);
    const files = unpackFiles(file);
    if (pack.message === null) await this.#tell(id, state, null);
    await this.#adopt(state);
    let steps = 0;
    for (const item of pack.items) {
      if (RESTING.has(item.state)) continue;
      if (signal.aborted) return;
      const waitMs = await this.#step(state, item, files.get(item.name)!, signal);
      if (signal.aborted && !RESTING.has(item.state)) return;
      if (!(await this.#keep(id, state, waitMs ?? LEASE_MS))) return;
      if (waitMs !== null) return this.#tell(id, state, waitMs);
      if (++steps % TELL_EVERY === 0) await this.#tell(id, state, null);
    }
    await this.#keep(id, state, REMEMBERED_MS);
    await this.#tell(id, state, null);
  }

  /** What was added before a process ended that could not write it down. */
  async #adopt({ pack }: PackState): Promise<void> {
    const waiting = pack.items.filter(({ state }) => state === 'waiting');
    if (waiting.length === 0) return;
    const known = new Set([...pack.before, ...pack.items.flatMap(({ addedId }) => addedId ?? [])]);
    const present = (await presentIn(this.#parts.rest, pack.guildId, pack.use)).filter(({ id }) => !known.has(id));
    for (const item of waiting) {
      const found = present.find(({ name }) => name === item.name);
      if (found) Object.assign(item, { state: 'added', addedId: found.id });
    }
  }

  /** Adds or removes one. @returns milliseconds to wait before it can be done; null when it is over */
  async #step({ pack, address }: PackState, item: PackItem, file: Buffer, signal: AbortSignal): Promise<number | null> {
    const { rest, log, translate } = this.#parts;
    const { guildId, reason, use } = pack;
    try {
      if (item.state === 'removing') {
        await removeExpression(rest, { use, guildId, id: item.addedId! }, signal);
        Object.assign(item, { state: 'removed', addedId: null });
      } else {
        const { name, fileName, altText } = item;
        const expression = { use, guildId, name, fileName, altText, reason };
        const addedId = await addExpression(rest, expression, file, signal);
        Object.assign(item, { state: 'added', addedId, problem: null });
      }
      return null;
    } catch (error) {
      if (signal.aborted) return null;
      if (error instanceof RateLimitError) return retryAfterMs(error);
      if (!(error instanceof DiscordAPIError) || error.status >= 500) return PAUSE_MS;
      log.info({ guildId, use, problem: describe(error) }, 'Discord: a picture of a pack was refused');
      const problem = uploadRefusal(error, use, translate(address.locale));
      Object.assign(item, item.state === 'removing' ? { state: 'added' } : { state: 'failed', problem });
      return null;
    }
  }

  #keep(id: string, state: PackState, waitMs: number): Promise<boolean> {
    const { clock, store } = this.#parts;
    return store.keep(id, state, new Date(clock().getTime() + waitMs));
  }

  /** Where it was asked for, or else in private; the same message is edited from then on. */
  async #tell(id: string, state: PackState, waitMs: number | null): Promise<void> {
    const { api, log, translate } = this.#parts;
    const { pack, address } = state;
    const message = packMessage(id, state, waitMs, translate(address.locale));
    const post = async (to: string) => api.post(to, message, nonce(id, to), null);
    const inPrivate = async () => post(await api.openDm(address.userId));
    try {
      if (pack.message !== null) {
        await api.edit(pack.message, message);
        return;
      }
      pack.message = await (address.isPrivate ? inPrivate() : post(address.channelId).catch(inPrivate));
      await this.#keep(id, state, LEASE_MS);
    } catch (error) {
      log.info({ problem: describe(error) }, 'Discord: nobody could be told of a pack');
    }
  }
}

const isGif = ({ name }: { name: string }) => name.endsWith('.gif');

async function presentIn(rest: REST, guildId: string, use: 'emoji' | 'sticker') {
  const route = use === 'emoji' ? Routes.guildEmojis(guildId) : Routes.guildStickers(guildId);
  return presentSchema.parse(await rest.get(route));
}
