import { PermissionFlagsBits, RateLimitError, type REST } from 'discord.js';
import type { Translate } from '../../../chat/i18n/index.js';
import { errorMessage, type MessageReply, textMessage } from '../../../chat/replies/index.js';
import type { Log } from '../../../core/basics/index.js';
import { describe, retryAfterMs } from '../client/index.js';
import type { Exchange } from './address.js';
import { addExpression, uploadRefusal } from './expressions.js';
import type { LateUploads } from './late-uploads.js';

type Upload = NonNullable<MessageReply['upload']>;

// docs/resources/emoji.mdx and sticker.mdx: names of 2–32 and 2–30 characters; emojis take letters, digits and
// underscores.
const NAME_LENGTH = { emoji: 32, sticker: 30 } as const;
const FALLBACK_NAME = 'kaleido';

const MAY_CREATE =
  PermissionFlagsBits.Administrator |
  PermissionFlagsBits.CreateGuildExpressions |
  PermissionFlagsBits.ManageGuildExpressions;

/** The server that emojis and stickers go to, and what its audit log is to say; or why they cannot. */
export function placeToAdd(
  { actor, permissions }: Pick<Exchange, 'actor' | 'permissions'>,
  t: Translate,
): { guildId: string; reason: string } | MessageReply {
  if (actor.spaceId === null) return errorMessage(t('discord.upload.only_in_server'));
  if ((permissions.user & MAY_CREATE) === 0n) return errorMessage(t('discord.upload.user_may_not'));
  if ((permissions.bot & MAY_CREATE) === 0n) return errorMessage(t('discord.upload.bot_may_not'));
  return { guildId: actor.spaceId, reason: `Asked for by ${actor.userName} (${actor.userId})` };
}

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
    const place = placeToAdd(exchange, t);
    if ('type' in place) return place;
    const { guildId, reason } = place;
    const { picture, use } = upload;
    const name = expressionName(upload.name, NAME_LENGTH[use]);
    const expression = { use, guildId, name, fileName: picture.name, altText: picture.altText, reason };
    try {
      await addExpression(this.#rest, expression, picture.file);
    } catch (error) {
      if (error instanceof RateLimitError) {
        const waitMs = retryAfterMs(error);
        if (await this.#later.add(expression, picture.file, exchange.address, waitMs)) {
          return textMessage(t('discord.upload.later', { minutes: Math.max(1, Math.round(waitMs / 60_000)) }));
        }
      }
      this.#log.info({ guildId, use, problem: describe(error) }, 'Discord: an upload was refused');
      return errorMessage(uploadRefusal(error, use, t));
    }
    return { ...reply, blocks: [{ type: 'text', text: t(`discord.upload.${use}`, { name }) }] };
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
