import type { Air } from '../finishes/index.js';
import type { Daylight } from '../memory/index.js';
import { type Clip, type Frame, pointAt, rimAt, seenIn } from './layout/index.js';
import { hasSky, inAirsOf, tintedAs } from './sky/index.js';

/**
 * A picture as it is sampled: premultiplied RGBA, four bytes a pixel, at full and at half size, each with a border of
 * one transparent pixel, so that what lies outside need not be told apart.
 */
export interface Texture {
  /** Side in pixels of `full` without its border. */
  size: number;
  full: Uint8Array;
  half: Uint8Array;
}

/** A texture on the canvas. */
export interface TexturedLayer extends Clip {
  texture: Texture;
  /** Drawn in its place on ground that is darker than `below`, 0–1. */
  onDark?: { texture: Texture; below: number };
  /** Whether a thin line in a contrasting tone is about it. */
  isOutlined?: boolean;
  flip: boolean;
  frame: Frame;
  /** Of a place, how light falls into it. */
  daylight?: Daylight;
}

/**
 * Pictures drawn smaller than this part of their own size are taken from the half-size copy, as bilinear sampling would
 * skip pixels.
 */
const HALF_BELOW = 84 / 128;
/**
 * Ground is looked at in so many rows and columns of the middle of a frame; of a face, where its eyes and mouth are.
 */
const SAMPLES = 9;
const MIDDLE = [0.3, 0.7] as const;
/** So much dark ground is enough for eyes to sink into it, though all else be light: an avocado's stone. */
const DARK_ENOUGH = 0.2;

/**
 * Lays pictures over each other, as training composes its canvases.
 *
 * @param layers from back to front
 * @param airs what the place at the back, where there is one, is in
 * @returns [4, size, size], premultiplied RGBA, −1…1, as the visual encoder and the diffusion take pictures
 */
export function composeLayers(layers: readonly TexturedLayer[], size: number, airs: readonly Air[] = []): Float32Array {
  const canvas = new Float32Array(4 * size * size);
  const [back] = layers;
  const tint = back?.daylight !== undefined && hasSky(airs) ? tintedAs(airs) : undefined;
  layers.forEach((layer, k) => {
    const { onDark } = layer;
    const isOnDark = onDark && darkUnder(canvas, size, layer.frame, onDark.below) > DARK_ENOUGH;
    if (layer.isOutlined) drawOutline(canvas, size, layer);
    const tones = tint && k > 0 && !layer.daylight ? tint : UNTINTED;
    drawLayer(canvas, size, isOnDark ? { ...layer, texture: onDark.texture } : layer, undefined, tones);
    if (k === 0 && tint) inAirsOf(canvas, size, airs, { daylight: layer.daylight!, isMirrored: layer.flip });
  });
  for (let k = 0; k < canvas.length; k++) canvas[k] = 2 * canvas[k]! - 1;
  return canvas;
}

const UNTINTED = [1, 1, 1] as const;

/** How far an outline reaches, in parts of the canvas, in how many directions, and its tone: about light, and dark. */
const OUTLINE = { reach: 0.014, directions: 12, dark: 0.24, light: 0.97 } as const;

/** The silhouette of a picture, a little beyond it all about. */
function drawOutline(canvas: Float32Array, size: number, layer: TexturedLayer): void {
  const tone = lightnessOf(layer.texture) > 0.5 ? OUTLINE.dark : OUTLINE.light;
  const { frame } = layer;
  for (let k = 0; k < OUTLINE.directions; k++) {
    const angle = (2 * Math.PI * k) / OUTLINE.directions;
    const [x, y] = [frame.x + OUTLINE.reach * size * Math.cos(angle), frame.y + OUTLINE.reach * size * Math.sin(angle)];
    drawLayer(canvas, size, { ...layer, frame: { ...frame, x, y } }, tone);
  }
}

/** Mean of what is solid, 0–1. */
function lightnessOf({ half }: Texture): number {
  let [light, solid] = [0, 0];
  for (let at = 0; at < half.length; at += 4) {
    light += (half[at]! + half[at + 1]! + half[at + 2]!) / 3;
    solid += half[at + 3]!;
  }
  return solid > 0 ? light / solid : 0;
}

/**
 * Lays one picture over what is drawn, sampling it bilinearly: canvas = picture + (1 − alpha) · canvas.
 * @param tone of its silhouette in grey, 0–1, which then is drawn in its place
 * @param tint what red, green and blue are multiplied by
 */
function drawLayer(
  canvas: Float32Array,
  size: number,
  { texture, flip, frame, rim, across, oval }: TexturedLayer,
  tone?: number,
  tint: readonly [red: number, green: number, blue: number] = UNTINTED,
): void {
  const determinant = frame.xx * frame.yy - frame.xy * frame.yx;
  if (determinant === 0) return;
  const pixels = Math.sqrt(Math.abs(determinant));
  const isHalf = pixels < HALF_BELOW * texture.size;
  const source = isHalf ? texture.half : texture.full;
  const side = isHalf ? texture.size / 2 : texture.size;
  const row = 4 * (side + 2);
  const { x0, x1, y0, y1 } = rangeOf(frame, size, side);
  const { start, ux, uy, vx, vy } = stepsOf(frame, determinant, side, flip);
  const [from, to] = across ? [across[0] * side + 0.5, across[1] * side + 0.5] : [0, side + 1];
  const plane = size * size;
  for (let y = y0; y < y1; y++) {
    const dy = y + 0.5 - frame.y;
    for (let x = x0; x < x1; x++) {
      const dx = x + 0.5 - frame.x;
      const u = start + ux * dx + uy * dy;
      const v = 0.5 + vx * dx + vy * dy;
      if (!(u > from && v > 0 && u < to && v < side + 1)) continue;
      if (rim && (v - 0.5) / side < rimAt(rim, (u - 0.5) / side)) continue;
      const left = Math.floor(u);
      const top = Math.floor(v);
      const right = u - left;
      const bottom = v - top;
      // Of the four pixels about the point, which are bytes.
      const part = oval ? seenIn(oval, (u - 0.5) / side, (v - 0.5) / side, pixels) / 255 : 1 / 255;
      const w00 = (1 - right) * (1 - bottom) * part;
      const w10 = right * (1 - bottom) * part;
      const w01 = (1 - right) * bottom * part;
      const w11 = right * bottom * part;
      let at = top * row + 4 * left;
      let next = at + row;
      const alpha = w00 * source[at + 3]! + w10 * source[at + 7]! + w01 * source[next + 3]! + w11 * source[next + 7]!;
      if (alpha === 0) continue;
      const rest = 1 - alpha;
      let p = y * size + x;
      for (let c = 0; c < 3; c++, at++, next++, p += plane) {
        const colour = w00 * source[at]! + w10 * source[at + 4]! + w01 * source[next]! + w11 * source[next + 4]!;
        canvas[p] = (tone === undefined ? tint[c]! * colour : tone * alpha) + rest * canvas[p]!;
      }
      canvas[p] = alpha + rest * canvas[p]!;
    }
  }
}

/**
 * How far a step to the right (x), and one down (y), on the canvas leads across (u) and down (v) a picture, in its
 * pixels.
 */
function stepsOf(frame: Frame, determinant: number, side: number, flip: boolean) {
  const mirror = flip ? -1 : 1;
  return {
    // Half a pixel to the middle of the first one, and a whole one for the border.
    start: (flip ? side : 0) + 0.5,
    ux: (mirror * side * frame.yy) / determinant,
    uy: (-mirror * side * frame.xy) / determinant,
    vx: (-side * frame.yx) / determinant,
    vy: (side * frame.xx) / determinant,
  };
}

/**
 * How much of the ground under the middle of a frame is darker than `below`, in the largest of red, green and blue; 0
 * where nothing is drawn.
 */
function darkUnder(canvas: Float32Array, size: number, frame: Frame, below: number): number {
  const plane = size * size;
  let [dark, solid] = [0, 0];
  for (let row = 0; row < SAMPLES; row++) {
    for (let column = 0; column < SAMPLES; column++) {
      const along = (k: number) => MIDDLE[0] + ((k + 0.5) / SAMPLES) * (MIDDLE[1] - MIDDLE[0]);
      const { x, y } = pointAt(frame, along(column), along(row));
      if (!(x >= 0 && y >= 0 && x < size && y < size)) continue;
      const p = Math.floor(y) * size + Math.floor(x);
      const alpha = canvas[3 * plane + p]!;
      solid += alpha;
      if (Math.max(canvas[p]!, canvas[plane + p]!, canvas[2 * plane + p]!) < below * alpha) dark += alpha;
    }
  }
  return solid > 0 ? dark / solid : 0;
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
