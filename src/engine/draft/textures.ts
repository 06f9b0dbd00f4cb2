import { createRecent, type RgbaImage } from '../basics/index.js';

import type { Tables } from '../manifest/index.js';
import type { Pictures } from '../memory/index.js';
import type { Texture } from './compose.js';
import { haloed } from './halo.js';
import { toSrgb } from './oklab.js';
import { createPainter } from './paint.js';
import { labPixels } from './pixel-colours.js';

/** Textures that are kept: 5 MB at 128 px. */
const KEPT = 64;

/** Changes a picture's colours in place. */
export interface Recolouring {
  /** Names what it does to colours; two of one key do the same to one picture. */
  key: string;
  /** @param labs the picture's colours, as `labPixels` has them */
  apply(labs: Float32Array, image: RgbaImage): void;
}

/** Makes textures of a memory's pictures, in their paints. */
export interface Textures {
  /**
   * @param recolourings of the picture in its paint, one after another
   * @throws EngineError `bundle_invalid` where the picture cannot be read
   */
  of(picture: number, paint: number, recolourings?: readonly Recolouring[]): Promise<Texture>;
  /**
   * The picture as drawn, with the rim of `layouts.mood`; undefined where the tables have none.
   * @throws EngineError `bundle_invalid` where the picture cannot be read
   */
  haloed(picture: number): Promise<Texture> | undefined;
}

export function createTextures(pictures: Pictures, tables: Tables): Textures {
  const painter = createPainter(tables);
  const recent = createRecent<string, Promise<Texture>>(KEPT);
  const make = async (picture: number, paint: number, recolourings: readonly Recolouring[]) => {
    const image = await pictures.read(picture);
    if (paint === 0 && recolourings.length === 0) return textureOf(image.data, unit(image.data), image.width);
    const labs = labPixels(image);
    if (paint > 0) painter(labs, image, picture, paint);
    for (const recolouring of recolourings) recolouring.apply(labs, image);
    return textureOf(image.data, srgb(labs, image.data), image.width);
  };
  const keep = (key: string, start: () => Promise<Texture>): Promise<Texture> =>
    recent.get(key, () => {
      const texture = start();
      texture.catch(() => recent.forget(key));
      return texture;
    });
  return {
    of(picture, paint, recolourings = []) {
      const key = [picture, paint, ...recolourings.map((recolouring) => recolouring.key)].join('/');
      return keep(key, () => make(picture, paint, recolourings));
    },
    haloed(picture) {
      const { rim } = tables.layouts.mood;
      if (!rim) return undefined;
      return keep(`${picture}/halo`, async () => {
        const image = haloed(await pictures.read(picture), rim);
        return textureOf(image.data, unit(image.data), image.width);
      });
    },
  };
}

/** sRGB of 0–1, three numbers a pixel. */
function unit(rgba: Uint8Array): Float32Array {
  const colours = new Float32Array((rgba.length / 4) * 3);
  for (let p = 0; 4 * p < rgba.length; p++) {
    for (let c = 0; c < 3; c++) colours[3 * p + c] = rgba[4 * p + c]! / 255;
  }
  return colours;
}

function srgb(labs: Float32Array, rgba: Uint8Array): Float32Array {
  const colours = new Float32Array(labs.length);
  for (let p = 0; 3 * p < labs.length; p++) {
    if (rgba[4 * p + 3] !== 0) toSrgb(labs[3 * p]!, labs[3 * p + 1]!, labs[3 * p + 2]!, colours, 3 * p);
  }
  return colours;
}

/** @param rgba for its alpha @param colours as `unit` has them */
function textureOf(rgba: Uint8Array, colours: Float32Array, size: number): Texture {
  const exact = new Float32Array(rgba.length);
  for (let p = 0; 4 * p < rgba.length; p++) {
    const alpha = rgba[4 * p + 3]! / 255;
    for (let c = 0; c < 3; c++) exact[4 * p + c] = colours[3 * p + c]! * alpha;
    exact[4 * p + 3] = alpha;
  }
  return { size, full: bordered(exact, size), half: bordered(halved(exact, size), size / 2) };
}

/** Each pixel the mean of 2 × 2. */
function halved(pixels: Float32Array, size: number): Float32Array {
  const side = size / 2;
  const half = new Float32Array(4 * side * side);
  for (let y = 0; y < side; y++) {
    for (let x = 0; x < side; x++) {
      const from = 4 * (2 * y * size + 2 * x);
      for (let c = 0; c < 4; c++) {
        const [a, b] = [from + c, from + c + 4 * size];
        half[4 * (y * side + x) + c] = (pixels[a]! + pixels[a + 4]! + pixels[b]! + pixels[b + 4]!) / 4;
      }
    }
  }
  return half;
}

/** Numbers of 0–1 as bytes, with a border of one transparent pixel. */
function bordered(pixels: Float32Array, side: number): Uint8Array {
  const bytes = new Uint8Array(4 * (side + 2) ** 2);
  for (let y = 0; y < side; y++) {
    const [from, to] = [4 * side * y, 4 * ((side + 2) * (y + 1) + 1)];
    for (let k = 0; k < 4 * side; k++) bytes[to + k] = Math.round(255 * pixels[from + k]!);
  }
  return bytes;
}
