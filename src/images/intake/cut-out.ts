import type { RgbaImage } from '../../engine/basics/index.js';
import { subjectBox } from '../subject.js';
import { floodGround } from './flood-ground.js';

/** Alpha, 0–255, of a picture that has none to speak of. */
const OPAQUE = 250;

/**
 * A picture's subject alone: trimmed by its alpha; where there is none but the border is nearly of one colour, without
 * what of that colour reaches in from the border; else the whole picture.
 */
export function cutOut(image: RgbaImage): RgbaImage {
  return trimmed(withoutGround(image));
}

/** The picture as large as it is, without its ground, where it is opaque and its border is nearly of one colour. */
export function withoutGround(image: RgbaImage): RgbaImage {
  return isOpaque(image) ? (floodGround(image) ?? image) : image;
}

function isOpaque({ data }: RgbaImage): boolean {
  for (let at = 3; at < data.length; at += 4) if (data[at]! < OPAQUE) return false;
  return true;
}

function trimmed(image: RgbaImage): RgbaImage {
  const { left, top, width, height } = subjectBox(image);
  const data = new Uint8Array(4 * width * height);
  for (let y = 0; y < height; y++) {
    const from = 4 * ((top + y) * image.width + left);
    data.set(image.data.subarray(from, from + 4 * width), 4 * y * width);
  }
  return { width, height, data };
}
