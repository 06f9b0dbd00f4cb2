import {
  DiscordAPIError,
  PermissionFlagsBits,
  RateLimitError,
  type REST,
  RESTJSONErrorCodes,
  Routes,
} from 'discord.js';
import { z } from 'zod';
import type { Translate } from '../../../chat/i18n/index.js';
import { errorMessage, type MessageReply, textMessage } from '../../../chat/replies/index.js';
import type { Log } from '../../../core/basics/index.js';
import { describe, hasCode, retryAfterMs } from '../client/index.js';
import type { Exchange } from './address.js';
import type { LateUploads } from './late-uploads.js';

type Upload = NonNullable<MessageReply['upload']>;

// docs/resources/emoji.mdx and sticker.mdx: names of 2–32 and 2–30 characters; emojis take letters, digits and
// underscores.
const NAME_LENGTH = { emoji: 32, sticker: 30 } as const;
const FALLBACK_NAME = 'kaleido';
/** An emoji that stands for the sticker: Discord wants one. */
const STICKER_TAG = 'art';

const MAY_CREATE =
  PermissionFlagsBits.Administrator |
  PermissionFlagsBits.CreateGuildExpressions |
  PermissionFlagsBits.ManageGuildExpressions;

const TOO_LARGE = [
  RESTJSONErrorCodes.FileUploadedExceedsMaximumSize,
  RESTJSONErrorCodes.RequestEntityTooLarge,
] as const;
const createdEmoji = z.object({ id: z.string(), name: z.string() });

/** Adds pictures to a server as emojis and stickers. */
export class Uploader {
  readonly #rest: REST;
  readonly #log: Log;
  readonly #later: LateUploads;

  constructor(rest: REST, later: LateUploads, log: Log) {
    this.#rest = rest;
    this.#later = later;
    this.#log = log;
  }

  /**
   * Does what a reply's `upload` asks for, when both the user and the bot may.
   * @returns the reply to show: the same with what came of it, or an error that says why not
   */
  async upload(exchange: Exchange, reply: MessageReply, upload: Upload, t: Translate): Promise<MessageReply> {
    const guildId = exchange.actor.spaceId;
    if (guildId === null) return errorMessage(t('discord.upload.only_in_server'));
    if ((exchange.permissions.user & MAY_CREATE) === 0n) return errorMessage(t('discord.upload.user_may_not'));
    if ((exchange.permissions.bot & MAY_CREATE) === 0n) return errorMessage(t('discord.upload.bot_may_not'));
    const name = expressionName(upload.name, NAME_LENGTH[upload.use]);
    const reason = `Asked for by ${exchange.actor.userName} (${exchange.actor.userId})`;
    const add = () =>
      upload.use === 'emoji'
        ? this.#emoji(guildId, name, upload, reason)
        : this.#sticker(guildId, name, upload, reason);
    const added = t(`discord.upload.${upload.use}`, { name });
    try {
      await add();
    } catch (error) {
      if (error instanceof RateLimitError) {
        const waitMs = retryAfterMs(error);
        this.#later.add({
          waitMs,
          upload: add,
          address: exchange.address,
          added,
          failed: (problem) => refusalText(problem, upload.use, t),
        });
        return textMessage(t('discord.upload.later', { minutes: Math.max(1, Math.round(waitMs / 60_000)) }));
      }
      this.#log.info({ guildId, use: upload.use, problem: describe(error) }, 'Discord: an upload was refused');
      return errorMessage(refusalText(error, upload.use, t));
    }
    return { ...reply, blocks: [{ type: 'text', text: added }] };
  }

  async #emoji(guildId: string, name: string, { picture }: Upload, reason: string): Promise<void> {
    const image = `data:${mimeType(picture.name)};base64,${picture.file.toString('base64')}`;
    createdEmoji.parse(
      await this.#rest.post(Routes.guildEmojis(guildId), { body: { name, image }, reason: ascii(reason) }),
    );
  }

  async #sticker(guildId: string, name: string, { picture }: Upload, reason: string): Promise<void> {
    await this.#rest.post(Routes.guildStickers(guildId), {
      body: { name, tags: STICKER_TAG, description: stickerDescription(picture.altText) },
      // Stickers take plain form fields besides the file, not a JSON payload.
      appendToFormData: true,
      files: [{ key: 'file', name: picture.name, data: picture.file, contentType: mimeType(picture.name) }],
      reason: ascii(reason),
    });
  }
}

/** A name with letters, digits and underscores only, of 2 to `longest` characters. */
export function expressionName(wanted: string, longest: number): string {
  const name = wanted
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/[^\w]+/gu, '_')
    .replace(/^_+|_+$/gu, '')
    .slice(0, longest);
  return name.length < 2 ? FALLBACK_NAME : name;
}

/** Discord takes none, or 2–100 characters. */
function stickerDescription(text: string): string {
  const cut = text.slice(0, 100).trim();
  return cut.length < 2 ? '' : cut;
}

function mimeType(name: string): string {
  return name.endsWith('.gif') ? 'image/gif' : name.endsWith('.webp') ? 'image/webp' : 'image/png';
}

/** The audit log's reason travels in a header. */
function ascii(text: string): string {
  return text.replace(/[^\x20-\x7e]/gu, '?');
}

function refusalText(error: unknown, use: Upload['use'], t: Translate): string {
  if (hasCode(error, RESTJSONErrorCodes.MissingPermissions, RESTJSONErrorCodes.MissingAccess)) {
    return t('discord.upload.bot_may_not');
  }
  if (
    hasCode(error, RESTJSONErrorCodes.MaximumNumberOfEmojisReached, RESTJSONErrorCodes.MaximumNumberOfStickersReached)
  ) {
    return t(`discord.upload.no_slots.${use}`);
  }
  if (hasCode(error, ...TOO_LARGE)) return t('discord.upload.too_large');
  return t('discord.upload.refused', { code: error instanceof DiscordAPIError ? error.code : 'none' });
}
