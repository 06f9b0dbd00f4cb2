import { LIMITS, type RgbaImage } from '../../engine/basics/index.js';
import { ImageError } from '../errors.js';
import { decodeStrange, readHeader } from '../sharp.js';

/** Pixels of the longer side that a picture is read at: far more than any model paints. */
const READ_AT = 512;

/** By the bytes that a file begins with, what sharp calls it: no other reader of sharp's is let near a file. */
const KINDS: readonly { format: string; at: number; begins: RegExp }[] = [
  { format: 'png', at: 0, begins: /^\x89PNG\r\n/ },
  { format: 'jpeg', at: 0, begins: /^\xff\xd8\xff/ },
  { format: 'gif', at: 0, begins: /^GIF8[79]a/ },
  { format: 'webp', at: 0, begins: /^RIFF[\s\S]{4}WEBP/ },
  { format: 'heif', at: 4, begins: /^ftypavi[fs]/ },
];
/** Bytes that tell. */
const TELLING = 16;

/**
 * Reads a picture that a stranger sent, whatever it may be: a PNG, JPEG, WebP, GIF or AVIF by its first bytes, of an
 * animation the first picture, turned upright and in sRGB. What a file holds besides is not kept.
 *
 * @param most pixels of the longer side that it is made smaller to
 * @param mostBytes of its file
 * @returns straight RGBA
 * @throws ImageError `picture_too_large`, `picture_unknown`, `picture_broken` or `picture_empty`
 */
export async function takePicture(
  bytes: Uint8Array,
  most = READ_AT,
  mostBytes: number = LIMITS.ownPicture.bytes,
): Promise<RgbaImage> {
  if (bytes.length > mostBytes) {
    throw new ImageError('picture_too_large', { why: 'bytes', bytes: bytes.length, most: mostBytes });
  }
  const format = formatOf(bytes);
  if (format === undefined) throw new ImageError('picture_unknown');
  await checkHeader(bytes, format);
  const image = await decodeStrange(bytes, most).catch(broken);
  if (isEmpty(image)) throw new ImageError('picture_empty');
  return image;
}

function formatOf(bytes: Uint8Array): string | undefined {
  const first = Buffer.from(bytes.subarray(0, TELLING)).toString('latin1');
  return KINDS.find(({ at, begins }) => begins.test(first.slice(at)))?.format;
}

async function checkHeader(bytes: Uint8Array, expected: string): Promise<void> {
  const { format, width, height } = await readHeader(bytes).catch(broken);
  if (format !== expected) throw new ImageError('picture_unknown');
  const { side, pixels } = LIMITS.ownPicture;
  if (Math.max(width, height) > side) {
    throw new ImageError('picture_too_large', { why: 'side', width, height, most: side });
  }
  if (width * height > pixels) {
    throw new ImageError('picture_too_large', { why: 'pixels', width, height, most: pixels });
  }
}

function broken(cause: unknown): never {
  throw new ImageError('picture_broken', {}, cause);
}

/** Fainter than this, 0–255, nobody sees it. */
const VISIBLE = 24;

function isEmpty({ data }: RgbaImage): boolean {
  for (let at = 3; at < data.length; at += 4) if (data[at]! >= VISIBLE) return false;
  return true;
}
