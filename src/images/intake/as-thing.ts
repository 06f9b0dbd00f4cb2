import type { RgbaImage } from '../../engine/basics/index.js';
import { resize } from '../sharp.js';
import { resizeByNearest } from '../squares.js';

/** Part of a side that stays free on each side of the longer one, as in pictures of the memory. */
const MARGIN = 1 / 64;
/** A picture that is no larger and has no more colours is pixel art. */
const PIXEL_ART = { side: 64, colours: 48 };

/** A subject in the middle of a transparent square, as large as fits. @param size side of the square in pixels */
export async function asThing(subject: RgbaImage, size: number): Promise<RgbaImage> {
  const scale = (size * (1 - 2 * MARGIN)) / Math.max(subject.width, subject.height);
  const [width, height] = [subject.width, subject.height].map((side) => Math.max(1, Math.round(side * scale))) as [
    number,
    number,
  ];
  const fitted =
    scale > 1 && isPixelArt(subject) ? resizeByNearest(subject, width, height) : await resize(subject, width, height);
  const data = new Uint8Array(4 * size * size);
  const [left, top] = [Math.floor((size - width) / 2), Math.floor((size - height) / 2)];
  for (let y = 0; y < height; y++) {
    data.set(fitted.data.subarray(4 * y * width, 4 * (y + 1) * width), 4 * ((top + y) * size + left));
  }
  return { width: size, height: size, data };
}

/** Whether it is small, of few colours, and has no faint pixels, so that its squares shall stay sharp. */
function isPixelArt({ width, height, data }: RgbaImage): boolean {
  if (Math.max(width, height) > PIXEL_ART.side) return false;
  const colours = new Set<number>();
  for (const colour of new Uint32Array(data.slice().buffer)) {
    colours.add(colour);
    const alpha = colour >>> 24;
    if (colours.size > PIXEL_ART.colours || (alpha > 0 && alpha < 255)) return false;
  }
  return true;
}
