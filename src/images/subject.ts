import type { RgbaImage } from '../engine/basics/index.js';

/** Alpha, 0–255, from which a pixel belongs to the subject: fainter ones are haze that nobody sees. */
const VISIBLE = 24;

/**
 * The subject of a transparent picture alone, in the middle of a transparent square. A picture without any visible
 * pixel is kept whole.
 *
 * @param margin free space on each side of the subject's longer side, as a share of it
 */
export function frameSubject(image: RgbaImage, margin: number): RgbaImage {
  const { left, top, width, height } = subjectBox(image);
  const longer = Math.max(width, height);
  const side = longer + 2 * Math.round(longer * margin);
  const data = new Uint8Array(side * side * 4);
  const x = Math.round((side - width) / 2);
  const y = Math.round((side - height) / 2);
  for (let row = 0; row < height; row++) {
    const start = ((top + row) * image.width + left) * 4;
    data.set(image.data.subarray(start, start + width * 4), ((y + row) * side + x) * 4);
  }
  return { width: side, height: side, data };
}

/** The picture moved by whole pixels so that its subject stands in the middle; what is moved out at a side was haze. */
export function centreSubject(image: RgbaImage): RgbaImage {
  const { left, top, width, height } = subjectBox(image);
  const right = Math.round((image.width - width) / 2) - left;
  const down = Math.round((image.height - height) / 2) - top;
  const data = new Uint8Array(image.data.length);
  for (let y = Math.max(0, down); y < Math.min(image.height, image.height + down); y++) {
    const from = Math.max(0, -right);
    const row = (y - down) * image.width;
    const columns = image.data.subarray((row + from) * 4, (row + Math.min(image.width, image.width - right)) * 4);
    data.set(columns, (y * image.width + from + right) * 4);
  }
  return { width: image.width, height: image.height, data };
}

/** Tight box of what is visible; the whole where nothing is. */
export function subjectBox({ width, height, data }: RgbaImage): {
  left: number;
  top: number;
  width: number;
  height: number;
} {
  let left = width;
  let right = -1;
  let top = height;
  let bottom = -1;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      if (data[(y * width + x) * 4 + 3]! < VISIBLE) continue;
      left = Math.min(left, x);
      right = Math.max(right, x);
      top = Math.min(top, y);
      bottom = Math.max(bottom, y);
    }
  }
  if (right < 0) return { left: 0, top: 0, width, height };
  return { left, top, width: right - left + 1, height: bottom - top + 1 };
}
