import type { RgbaImage } from '../engine/basics/index.js';
import { type ImageRecord, toXmp } from './metadata.js';
import { encodePng, resize } from './sharp.js';

/**
 * Side of a single picture in pixels: the largest that chats show unscaled, and a whole multiple of what models paint.
 */
export const SINGLE_SIDE = 512;

/** One cell as a transparent PNG, its longer side 512 pixels, with its record (of this cell alone) as metadata. */
export async function renderSingle(image: RgbaImage, record: ImageRecord): Promise<Buffer> {
  const scale = SINGLE_SIDE / Math.max(image.width, image.height);
  const large = await resize(image, Math.round(image.width * scale), Math.round(image.height * scale));
  return encodePng(large, toXmp(record));
}
