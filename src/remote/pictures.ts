import { EngineError, LIMITS, type PictureSize, type RgbaImage } from '../engine/basics/index.js';
import type { PictureEvent, PictureStart } from '../engine/painters/index.js';
import { encodePng, resize, takePicture } from '../images/index.js';

/** What a picture begins with, as a PNG of that size. */
export async function startPng({ image }: PictureStart, { width, height }: PictureSize): Promise<Buffer> {
  return encodePng(await resize(image, width, height));
}

/** Of base64, with or without a data URL's beginning. */
export function fromBase64(encoded: string): Buffer {
  return Buffer.from(encoded.replace(/^data:[^,]*,/, ''), 'base64');
}

/** @throws EngineError `painter_invalid` where it is no picture of that size */
export async function pictureOf(host: string, bytes: Uint8Array, size: PictureSize): Promise<RgbaImage> {
  const { width, height } = size;
  const image = await takePicture(bytes, Math.max(width, height)).catch(asInvalid(host));
  if (image.width === width && image.height === height) return image;
  const detail = `${image.width} × ${image.height} pixels, not ${width} × ${height}`;
  throw new EngineError('painter_invalid', { why: 'bad_picture', host, detail });
}

/**
 * A picture that an engine made larger, no larger than `LIMITS.upscaled` says.
 * @throws EngineError `painter_invalid` where it is none
 */
export async function upscaledOf(host: string, bytes: Uint8Array): Promise<RgbaImage> {
  const { side, bytes: most } = LIMITS.upscaled;
  return takePicture(bytes, side, most).catch(asInvalid(host));
}

function asInvalid(host: string): (cause: unknown) => never {
  return (cause) => {
    const detail = cause instanceof Error ? cause.message : String(cause);
    throw new EngineError('painter_invalid', { why: 'bad_picture', host, detail }, cause);
  };
}

/**
 * How far a picture is, and what it looks like so far, where that can be read.
 * @param part of the work that is done, 0–1
 */
export async function partEvent(part: number, shown: Uint8Array | undefined): Promise<PictureEvent> {
  const image = shown && (await takePicture(shown).catch(() => undefined));
  return { type: 'part', part, ...(image === undefined ? {} : { image }) };
}
