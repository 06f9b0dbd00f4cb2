import { loadCommonJs, type RgbaImage } from '../basics/index.js';

const sharp = loadCommonJs('sharp') as typeof import('sharp')['default'];

/** Pixels of a picture file, opaque where it has no alpha; throws sharp's own error when it cannot be decoded. */
export async function decodePixels(file: Uint8Array): Promise<RgbaImage> {
  const { data, info } = await sharp(file).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, data: new Uint8Array(data) };
}
