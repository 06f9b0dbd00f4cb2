import type { PictureSize } from '../../../src/engine/basics/aspects.js';
import type { RgbaImage } from '../../../src/engine/basics/rgba-image.js';

/** In pixels. */
export const square = (side: number): PictureSize => ({ width: side, height: side });

/** A picture of one straight RGBA colour. */
export function solid(size: number | PictureSize, rgba: readonly [number, number, number, number]): RgbaImage {
  const { width, height } = typeof size === 'number' ? square(size) : size;
  const data = new Uint8Array(width * height * 4);
  for (let i = 0; i < data.length; i += 4) data.set(rgba, i);
  return { width, height, data };
}

/** The straight RGBA value at the pixel nearest to a position. */
export function pixel(image: RgbaImage, x: number, y: number): number[] {
  const at = (Math.round(y) * image.width + Math.round(x)) * 4;
  return [...image.data.subarray(at, at + 4)];
}

/** `#rrggbb` as opaque RGBA. */
export function rgba(hex: string): number[] {
  return [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)).concat(255);
}
