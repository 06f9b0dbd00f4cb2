import type { RgbaImage } from '../../engine/basics/index.js';
import { resize } from '../sharp.js';
import { asThing } from './as-thing.js';
import { cutOut, withoutGround } from './cut-out.js';

/**
 * A picture as it is described: all of it without its ground in the middle of a square, and its subject alone as a
 * thing.
 * @param size side of the squares in pixels
 */
export async function toDescribe(image: RgbaImage, size: number): Promise<{ whole: RgbaImage; subject: RgbaImage }> {
  return { whole: await inSquare(withoutGround(image), size), subject: await asThing(cutOut(image), size) };
}

async function inSquare(image: RgbaImage, size: number): Promise<RgbaImage> {
  const side = Math.max(image.width, image.height);
  const left = Math.floor((side - image.width) / 2);
  const top = Math.floor((side - image.height) / 2);
  const data = new Uint8Array(4 * side * side);
  for (let y = 0; y < image.height; y++) {
    data.set(image.data.subarray(4 * y * image.width, 4 * (y + 1) * image.width), 4 * ((top + y) * side + left));
  }
  return resize({ width: side, height: side, data }, size, size);
}
