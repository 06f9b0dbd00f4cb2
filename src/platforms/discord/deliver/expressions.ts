import { DiscordAPIError, type REST, RESTJSONErrorCodes, Routes } from 'discord.js';
import { z } from 'zod';
import type { Translate } from '../../../chat/i18n/index.js';
import { hasCode } from '../client/index.js';

/** An emoji that stands for the sticker: Discord wants one. */
const STICKER_TAG = 'art';

const TOO_LARGE = [
  RESTJSONErrorCodes.FileUploadedExceedsMaximumSize,
  RESTJSONErrorCodes.RequestEntityTooLarge,
] as const;
const created = z.object({ id: z.string(), name: z.string() });

/** An emoji or sticker to be added to a server. */
export const expressionSchema = z.object({
  use: z.enum(['emoji', 'sticker']),
  guildId: z.string(),
  /** Letters, digits and underscores. */
  name: z.string(),
  fileName: z.string(),
  altText: z.string(),
  /** For the server's audit log. */
  reason: z.string(),
});
/** See `expressionSchema`. */
export type Expression = z.infer<typeof expressionSchema>;

/**
 * Adds a picture to a server.
 * @returns the id that Discord gave it
 * @throws DiscordAPIError, RateLimitError, or what the network throws
 */
export async function addExpression(
  rest: REST,
  { use, guildId, name, fileName, altText, reason }: Expression,
  file: Buffer,
  signal?: AbortSignal,
): Promise<string> {
  const common = { reason: ascii(reason), ...(signal === undefined ? {} : { signal: ownSignal(signal) }) };
  if (use === 'emoji') {
    const image = `data:${mimeType(fileName)};base64,${file.toString('base64')}`;
    return created.parse(await rest.post(Routes.guildEmojis(guildId), { ...common, body: { name, image } })).id;
  }
  const sticker = await rest.post(Routes.guildStickers(guildId), {
    ...common,
    body: { name, tags: STICKER_TAG, description: stickerDescription(altText) },
    // Stickers take plain form fields besides the file, not a JSON payload.
    appendToFormData: true,
    files: [{ key: 'file', name: fileName, data: file, contentType: mimeType(fileName) }],
  });
  return created.parse(sticker).id;
}

/**
 * Takes an emoji or sticker out of a server; one that is gone already is no error.
 * @throws as `addExpression`
 */
export async function removeExpression(
  rest: REST,
  { use, guildId, id }: Pick<Expression, 'use' | 'guildId'> & { id: string },
  signal: AbortSignal,
): Promise<void> {
  const route = use === 'emoji' ? Routes.guildEmoji(guildId, id) : Routes.guildSticker(guildId, id);
  try {
    await rest.delete(route, { signal: ownSignal(signal) });
  } catch (error) {
    if (!hasCode(error, RESTJSONErrorCodes.UnknownEmoji, RESTJSONErrorCodes.UnknownSticker)) throw error;
  }
}

/** A request's own: discord.js takes no listener off a signal again, and that of a process is there for months. */
const ownSignal = (signal: AbortSignal): AbortSignal => AbortSignal.any([signal]);

/** What to say of a refusal. */
export function uploadRefusal(error: unknown, use: Expression['use'], t: Translate): string {
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
