import { type Aspect, type RgbaImage, ratioOf, SQUARE } from '../engine/basics/index.js';
import { drawLatents, type Latents } from '../engine/latents/index.js';

import type { GridCell } from './grid.js';

/** Side of a mosaic without visual tokens: nothing but the backdrop. */
const EMPTY_SIDE = 32;

/**
 * Plans as cells of a grid: the mean colours of the visual tokens as a soft mosaic, and boxes, blobs and palette drawn
 * over it.
 *
 * @param codeColours mean colour of each visual code, `#rrggbbaa`
 * @param aspect of the pictures: visual tokens are of the square in their middle
 */
export function planSheet(
  plans: readonly Latents[],
  codeColours: readonly string[],
  aspect: Aspect = SQUARE,
): GridCell[] {
  return plans.map((latents) => ({
    image: inMiddle(mosaic(latents.tokens, codeColours), ratioOf(aspect)),
    shapes: drawLatents(latents),
    isMosaic: true,
  }));
}

/** One pixel a token. */
function mosaic(tokens: readonly number[] | undefined, codeColours: readonly string[]): RgbaImage {
  const side = Math.sqrt(tokens?.length ?? 0);
  if (tokens === undefined || !Number.isInteger(side) || side === 0) {
    return { width: EMPTY_SIDE, height: EMPTY_SIDE, data: new Uint8Array(4 * EMPTY_SIDE ** 2) };
  }
  const data = Uint8Array.from(tokens.flatMap((code) => [...Buffer.from(codeColours[code]!.slice(1), 'hex')]));
  return { width: side, height: side, data };
}

/** A square in the middle of a picture that is wider or higher, and clear beside it. */
function inMiddle(square: RgbaImage, ratio: number): RgbaImage {
  const side = square.width;
  const width = Math.round(side * Math.max(1, ratio));
  const height = Math.round(side * Math.max(1, 1 / ratio));
  if (width === height) return square;
  const data = new Uint8Array(4 * width * height);
  const [left, top] = [Math.floor((width - side) / 2), Math.floor((height - side) / 2)];
  for (let y = 0; y < side; y++) {
    data.set(square.data.subarray(4 * y * side, 4 * (y + 1) * side), 4 * ((y + top) * width + left));
  }
  return { width, height, data };
}
