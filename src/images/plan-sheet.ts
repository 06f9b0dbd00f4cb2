import type { RgbaImage } from '../engine/basics/index.js';
import { drawLatents, type Latents } from '../engine/latents/index.js';

import type { GridCell } from './grid.js';

/** Side of a mosaic without visual tokens: nothing but the backdrop. */
const EMPTY: RgbaImage = { width: 1, height: 1, data: new Uint8Array(4) };

/**
 * Plans as cells of a grid: the mean colours of the visual tokens as a soft mosaic, and boxes, blobs and palette drawn
 * over it.
 *
 * @param codeColours mean colour of each visual code, `#rrggbbaa`
 */
export function planSheet(plans: readonly Latents[], codeColours: readonly string[]): GridCell[] {
  return plans.map((latents) => ({
    image: mosaic(latents.tokens, codeColours),
    shapes: drawLatents(latents),
    isMosaic: true,
  }));
}

/** One pixel a token. */
function mosaic(tokens: readonly number[] | undefined, codeColours: readonly string[]): RgbaImage {
  const side = Math.sqrt(tokens?.length ?? 0);
  if (tokens === undefined || !Number.isInteger(side) || side === 0) return EMPTY;
  const data = Uint8Array.from(tokens.flatMap((code) => [...Buffer.from(codeColours[code]!.slice(1), 'hex')]));
  return { width: side, height: side, data };
}
