import type { RgbaImage } from '../../basics/index.js';
import { type Planes, planesOf, smoothStep } from '../planes.js';
import { type Colour, isAllSolid } from '../strokes.js';

/** What lies behind a figure: the colour at a place, both 0–1 from the upper left, all of it opaque. */
export type Backdrop = (x: number, y: number) => Colour;

/** How a figure is lit before a backdrop. */
export interface Look {
  /** Tones from the darkest to the lightest, at even steps of lightness. */
  tones: readonly Colour[];
  /** How much of a figure's colours these take the place of, 0–1, and of a place's, which no backdrop is behind. */
  mix: number;
  placeMix: number;
  /** Light along the edges from the left and from the right; absent where there is none. */
  rims?: readonly [left: Colour, right: Colour];
}

/** How far light reaches in from an edge, in pixels. */
const RIM = 3.4;
/** How strong it is at the edge itself, 0–1. */
const SHINE = 0.85;

/** The figure lit so, before the backdrop; a picture that is a place already is only lit, and one of nothing stays. */
export function before(image: RgbaImage, backdrop: Backdrop, look: Look): RgbaImage {
  if (isAllSolid(image)) return { ...image, data: toned(image, look.tones, look.placeMix) };
  const planes = planesOf(image);
  if (planes === undefined) return image;
  const data = toned(image, look.tones, look.mix);
  rimmed(planes, data, look);
  return laidBefore({ ...image, data }, backdrop);
}

/** The picture as it is before the backdrop. */
export function laidBefore(image: RgbaImage, backdrop: Backdrop): RgbaImage {
  const { width, height } = image;
  const data = image.data.slice();
  for (let p = 0; p < width * height; p++) {
    const alpha = data[4 * p + 3]! / 255;
    if (alpha === 1) continue;
    const behind = backdrop(((p % width) + 0.5) / width, (Math.floor(p / width) + 0.5) / height);
    for (let c = 0; c < 3; c++) data[4 * p + c] = Math.round(alpha * data[4 * p + c]! + (1 - alpha) * behind[c]!);
    data[4 * p + 3] = 255;
  }
  return { ...image, data };
}

function toned({ data }: RgbaImage, tones: readonly Colour[], mix: number): RgbaImage['data'] {
  const made = data.slice();
  for (let at = 0; at < data.length; at += 4) {
    const light = (0.3 * data[at]! + 0.6 * data[at + 1]! + 0.1 * data[at + 2]!) / 255;
    const tone = gradient(tones, light);
    for (let c = 0; c < 3; c++) made[at + c] = Math.round((1 - mix) * data[at + c]! + mix * tone[c]!);
  }
  return made;
}

/** Edges that look to a side shine in that side's light. */
function rimmed({ width, depth }: Planes, data: RgbaImage['data'], { rims }: Look): void {
  if (rims === undefined) return;
  for (let p = 0; p < depth.length; p++) {
    const rim = SHINE * smoothStep(RIM, 0.4, depth[p]!);
    if (rim === 0 || data[4 * p + 3] === 0) continue;
    const x = p % width;
    const inward = (depth[x < width - 2 ? p + 2 : p]! - depth[x > 1 ? p - 2 : p]!) / 4;
    const light = rims[inward > 0 ? 0 : 1];
    const part = rim * smoothStep(0.1, 0.8, Math.abs(inward));
    for (let c = 0; c < 3; c++) data[4 * p + c] = Math.round((1 - part) * data[4 * p + c]! + part * light[c]!);
  }
}

/** The colour at 0–1 of a way that leads through colours at even steps. */
export function gradient(colours: readonly Colour[], at: number): Colour {
  const t = Math.min(1, Math.max(0, at)) * (colours.length - 1);
  const k = Math.min(colours.length - 2, Math.floor(t));
  return blend(colours[k]!, colours[k + 1]!, t - k);
}

/** @param part of the second, 0–1 */
export function blend(one: Colour, other: Colour, part: number): Colour {
  const of = (c: 0 | 1 | 2) => one[c] + part * (other[c] - one[c]);
  return [of(0), of(1), of(2)];
}

/** A pixel of a picture of 128, in parts of the side: edges are as soft as that. */
export const PIXEL = 1 / 128;

/** How much of a pixel lies in what is `inside` deep at its middle, in parts of the side, 0–1. */
export function cover(inside: number): number {
  return smoothStep(-PIXEL / 2, PIXEL / 2, inside);
}
