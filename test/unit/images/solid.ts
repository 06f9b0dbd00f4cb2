import type { RgbaImage } from '../../../src/engine/basics/rgba-image.js';

/** A picture of one straight RGBA colour. */
export function solid(side: number, rgba: readonly [number, number, number, number]): RgbaImage {
  const data = new Uint8Array(side * side * 4);
  for (let i = 0; i < data.length; i += 4) data.set(rgba, i);
  return { width: side, height: side, data };
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
