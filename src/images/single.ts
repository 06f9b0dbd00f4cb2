import type { RgbaImage } from '../engine/basics/index.js';
import { type ImageRecord, toXmp } from './metadata.js';
import { encodePng, resize } from './sharp.js';

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
