import { encodeAs } from './sharp.js';

/** How a picture can be written. */
export type PictureFormat = 'png' | 'jpeg' | 'webp';

/** Formats by the ending of a file's name, in lower case. */
export const PICTURE_FORMATS: ReadonlyMap<string, PictureFormat> = new Map([
  ['.png', 'png'],
  ['.jpg', 'jpeg'],
  ['.jpeg', 'jpeg'],
  ['.webp', 'webp'],
]);

/**
 * A PNG in another format, with the record of how it came about; one that stays PNG is the same to the byte. JPEG has
 * no transparency: what was transparent becomes white.
 */
export async function transcode(png: Uint8Array, format: PictureFormat): Promise<Uint8Array> {
  return format === 'png' ? png : encodeAs(png, format);
}
