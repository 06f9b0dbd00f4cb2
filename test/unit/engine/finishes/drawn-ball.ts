import type { RgbaImage } from '../../../../src/engine/basics/index.js';

export const SIDE = 128;
export const NOTHING = [0, 0, 0, 0];

/** A picture whose pixels are `colourOf(x, y)`: red, green, blue and alpha of 0–255. */
export function drawn(colourOf: (x: number, y: number) => readonly number[]): RgbaImage {
  const data = new Uint8Array(4 * SIDE * SIDE);
  for (let k = 0; k < SIDE * SIDE; k++) data.set(colourOf(k % SIDE, Math.floor(k / SIDE)), 4 * k);
  return { width: SIDE, height: SIDE, data };
}

export function pixelAt({ data }: RgbaImage, x: number, y: number): number[] {
  return [...data.subarray(4 * (y * SIDE + x), 4 * (y * SIDE + x) + 4)];
}

/** The mean colour of a square of 11 pixels, as bytes. */
export function meanAt(image: RgbaImage, x: number, y: number): number[] {
  const near = Array.from({ length: 121 }, (_, k) => pixelAt(image, x - 5 + (k % 11), y - 5 + Math.floor(k / 11)));
  return [0, 1, 2].map((c) => near.reduce((sum, pixel) => sum + pixel[c]!, 0) / near.length);
}

/** A ball with a soft edge, orange above and blue below, with two dark eyes. */
export const BALL = drawn((x, y) => {
  const alpha = Math.round(255 * Math.min(1, Math.max(0, 50 - Math.hypot(x - 64, y - 64))));
  if (alpha === 0) return NOTHING;
  const isEye = Math.hypot(Math.abs(x - 64) - 16, y - 44) < 4;
  return [...(isEye ? [20, 20, 25] : y < 64 ? [230, 120, 40] : [40, 90, 210]), alpha];
});
