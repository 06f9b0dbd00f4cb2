import type { RgbaImage } from '../engine/basics/index.js';
import { type ImageRecord, toXmp } from './metadata.js';
import { encodeAs, encodePng, resize } from './sharp.js';

/**
 * Side of a single picture of Kaleido's own in pixels: the largest that chats show unscaled, and a whole multiple of
 * what its models paint.
 */
export const SINGLE_SIDE = 512;

/**
 * One cell as a PNG with its record (of this cell alone) as metadata: transparent and with its longer side of 512
 * pixels where Kaleido painted it, else at the resolution that its painter gave.
 */
export async function renderSingle(image: RgbaImage, record: ImageRecord): Promise<Buffer> {
  if (record.painter !== undefined) return encodePng(image, toXmp(record));
  const scale = SINGLE_SIDE / Math.max(image.width, image.height);
  const large = await resize(image, Math.round(image.width * scale), Math.round(image.height * scale));
  return encodePng(large, toXmp(record));
}

/** A picture for a card: chats show no more pixels, and take no larger files without paying. */
const FOR_CHATS = { side: 2048, bytes: 8 * 2 ** 20 };
/** By how much one that is too large becomes smaller. */
const SMALLER = 0.75;

/** One picture as a PNG that every chat takes, smaller than it is where it has to be. */
export async function renderForChats(image: RgbaImage, record: ImageRecord): Promise<Buffer> {
  for (let side = FOR_CHATS.side; ; side = Math.round(side * SMALLER)) {
    const scale = Math.min(1, side / Math.max(image.width, image.height));
    const shown = await resize(image, Math.round(image.width * scale), Math.round(image.height * scale));
    const file = await encodePng(shown, toXmp(record));
    if (file.length <= FOR_CHATS.bytes) return file;
  }
}

/** A PNG as it is, or as WebP that looks the same where it is larger than chats take. */
export async function fileForChats(png: Buffer): Promise<{ file: Buffer; ending: 'png' | 'webp' }> {
  if (png.length <= FOR_CHATS.bytes) return { file: png, ending: 'png' };
  return { file: await encodeAs(png, 'webp'), ending: 'webp' };
}
