import type { Frame } from './frame.js';

/** A picture as it is sampled: premultiplied RGBA, four bytes a pixel, at full and at half size. */
export interface Texture {
  /** Side in pixels of `full`. */
  size: number;
  full: Uint8Array;
  half: Uint8Array;
}

/** A texture on the canvas. */
export interface TexturedLayer {
  texture: Texture;
  flip: boolean;
  frame: Frame;
}

/** Pictures drawn smaller than this part of their own size are taken from the half-size copy, as bilinear sampling would skip pixels. */
const HALF_BELOW = 84 / 128;

/**
 * Lays pictures over each other, as training composes its canvases.
 *
 * @param layers from back to front
 * @returns [4, size, size], premultiplied RGBA, −1…1, as the visual encoder and the diffusion take pictures
 */
export function composeLayers(layers: readonly TexturedLayer[], size: number): Float32Array {
  const canvas = new Float32Array(4 * size * size);
  for (const layer of layers) drawLayer(canvas, size, layer);
  for (let k = 0; k < canvas.length; k++) canvas[k] = 2 * canvas[k]! - 1;
  return canvas;
}

function drawLayer(canvas: Float32Array, size: number, { texture, flip, frame }: TexturedLayer): void {
  const determinant = frame.xx * frame.yy - frame.xy * frame.yx;
  if (determinant === 0) return;
  const isHalf = Math.sqrt(Math.abs(determinant)) < HALF_BELOW * texture.size;
  const source = isHalf ? texture.half : texture.full;
  const side = isHalf ? texture.size / 2 : texture.size;
  const { x0, x1, y0, y1 } = rangeOf(frame, size, side);
  const plane = size * size;
  // Where a step to the right on the canvas leads in the picture, in its pixels.
  const [ux, uy] = [(side * frame.yy) / determinant, (-side * frame.xy) / determinant];
  const [vx, vy] = [(-side * frame.yx) / determinant, (side * frame.xx) / determinant];
  for (let y = y0; y < y1; y++) {
    for (let x = x0; x < x1; x++) {
      const [dx, dy] = [x + 0.5 - frame.x, y + 0.5 - frame.y];
      const across = ux * dx + uy * dy;
      const u = (flip ? side - across : across) - 0.5;
      const v = vx * dx + vy * dy - 0.5;
      if (u <= -1 || v <= -1 || u >= side || v >= side) continue;
      const [left, top] = [Math.floor(u), Math.floor(v)];
      const [right, bottom] = [u - left, v - top];
      const at = 4 * (top * side + left);
      // What lies outside the picture is transparent.
      const [l, r, t, b] = [left >= 0, left + 1 < side, top >= 0, top + 1 < side];
      const w00 = l && t ? (1 - right) * (1 - bottom) : 0;
      const w10 = r && t ? right * (1 - bottom) : 0;
      const w01 = l && b ? (1 - right) * bottom : 0;
      const w11 = r && b ? right * bottom : 0;
      const below = at + 4 * side;
      const sample = (c: number) =>
        ((w00 && w00 * source[at + c]!) +
          (w10 && w10 * source[at + 4 + c]!) +
          (w01 && w01 * source[below + c]!) +
          (w11 && w11 * source[below + 4 + c]!)) /
        255;
      const alpha = sample(3);
      if (alpha === 0) continue;
      const p = y * size + x;
      for (let c = 0; c < 3; c++) canvas[c * plane + p] = sample(c) + canvas[c * plane + p]! * (1 - alpha);
      canvas[3 * plane + p] = alpha + canvas[3 * plane + p]! * (1 - alpha);
    }
  }
}

/** The pixels of the canvas that a frame may cover, its picture reaching half a pixel beyond its square. */
function rangeOf({ x, y, xx, xy, yx, yy }: Frame, size: number, side: number) {
  const margin = 1 + Math.max(Math.abs(xx) + Math.abs(xy), Math.abs(yx) + Math.abs(yy)) / side;
  const span = (from: number, a: number, b: number): [number, number] => [
    Math.max(0, Math.floor(from + Math.min(a, 0) + Math.min(b, 0) - margin)),
    Math.min(size, Math.ceil(from + Math.max(a, 0) + Math.max(b, 0) + margin)),
  ];
  const [x0, x1] = span(x, xx, xy);
  const [y0, y1] = span(y, yx, yy);
  return { x0, x1, y0, y1 };
}
