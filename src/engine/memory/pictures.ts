import { open } from 'node:fs/promises';
import { createRecent, loadCommonJs, type RgbaImage } from '../basics/index.js';
import { type FileError, invalidFile } from '../manifest/index.js';
import type { Memory, Remembered } from './memory.js';

/** Decoded pictures that are kept: 4 MB at 128 px. */
const KEPT = 64;

/** Reads the pictures of a memory. */
export interface Pictures {
  /**
   * Straight RGBA of a picture by its number. Read from the file when it is first asked for; the latest 64 are kept.
   * @throws EngineError `bundle_invalid` where it cannot be read or is no picture of the bundle's size
   */
  read(picture: number): Promise<RgbaImage>;
}

/** Opens nothing before a picture is asked for, and leaves nothing open. */
export function createPictures({ manifest, memory }: Remembered): Pictures {
  const { pictures: slugs } = memory;
  const recent = createRecent<number, Promise<RgbaImage>>(KEPT);
  const decode = async (picture: number) => {
    const named = `picture ${picture} (${slugs[picture]})`;
    const { path, from, to } = pictureFile(memory, picture);
    const reject = invalidFile(path);
    return decodePicture(await readRange(path, from, to, named, reject), manifest.image.size, named, reject);
  };
  return {
    read: (picture) =>
      recent.get(picture, () => {
        const image = decode(picture);
        // What failed once, for want of file handles perhaps, may be there the next time.
        image.catch(() => recent.forget(picture));
        return image;
      }),
  };
}

/** Where a picture lies: a file, and from which of its bytes to which. */
export function pictureFile(
  { picturesPath, measures, drawn }: Memory,
  picture: number,
): { path: string; from: number; to: number } {
  const isDrawn = drawn !== undefined && picture >= drawn.first;
  const { path, offsets, first } = isDrawn ? drawn : { path: picturesPath, offsets: measures.offsets, first: 0 };
  return { path, from: offsets[picture - first]!, to: offsets[picture - first + 1]! };
}

/**
 * A picture of a memory's file as pixels.
 * @param size side that it must have
 * @param named how errors name it
 * @throws EngineError `bundle_invalid`
 */
export async function decodePicture(
  file: Uint8Array,
  size: number,
  named: string,
  reject: FileError,
): Promise<RgbaImage> {
  const image = await decodePixels(file).catch((cause: unknown) => {
    throw reject(`has a ${named} that cannot be decoded`, cause);
  });
  if (image.width !== size || image.height !== size) {
    throw reject(`has a ${named} of ${image.width} × ${image.height} pixels instead of ${size} × ${size}`);
  }
  return image;
}

async function readRange(path: string, from: number, to: number, named: string, reject: FileError): Promise<Buffer> {
  const bytes = Buffer.alloc(to - from);
  const file = await open(path).catch((cause: unknown) => {
    throw reject(`cannot be read at ${named}`, cause);
  });
  try {
    const { bytesRead } = await file.read(bytes, 0, bytes.length, from);
    if (bytesRead === bytes.length) return bytes;
  } finally {
    await file.close();
  }
  throw reject(`ends before ${named}`);
}

const sharp = loadCommonJs('sharp') as typeof import('sharp')['default'];

/** Pixels of a picture file, opaque where it has no alpha; throws sharp's own error when it cannot be decoded. */
export async function decodePixels(file: Uint8Array): Promise<RgbaImage> {
  const { data, info } = await sharp(file).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, data: new Uint8Array(data) };
}
