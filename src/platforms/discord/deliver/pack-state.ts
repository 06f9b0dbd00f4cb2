import { unzipSync, zipSync } from 'fflate';
import { z } from 'zod';
import type { CardPicture } from '../../../chat/cards/index.js';
import { discordAddress } from './address.js';

const item = z.object({
  name: z.string(),
  fileName: z.string(),
  altText: z.string(),
  state: z.enum(['waiting', 'added', 'failed', 'removing', 'removed']),
  /** That Discord gave it, once it is added. */
  addedId: z.string().nullable(),
  /** Why it failed, in words. */
  problem: z.string().nullable(),
});

/** A pack that is being added to a server, or was: what becomes of each of its pictures. */
export const packState = z.object({
  pack: z.object({
    generationId: z.string(),
    guildId: z.string(),
    /** What its pictures become. */
    use: z.enum(['emoji', 'sticker']),
    /** For the server's audit log. */
    reason: z.string(),
    items: z.array(item),
    /** Emoji or stickers that the server had before: of the same name, these are not ours. */
    before: z.array(z.string()),
    /** The message that tells how far it is. */
    message: z.object({ channelId: z.string(), messageId: z.string() }).nullable(),
  }),
  address: discordAddress,
});
export type PackState = z.infer<typeof packState>;
export type PackItem = z.infer<typeof item>;

/** Files of a pack in one, by the names that these get. */
export function packFiles(pictures: readonly { name: string; picture: CardPicture }[]): Buffer {
  const files = pictures.map(({ name, picture }) => [name, new Uint8Array(picture.file)] as const);
  return Buffer.from(zipSync(Object.fromEntries(files), { level: 0 }));
}

/** What `packFiles` wrote. */
export function unpackFiles(file: Buffer): Map<string, Buffer> {
  return new Map(Object.entries(unzipSync(file)).map(([name, bytes]) => [name, Buffer.from(bytes)]));
}
