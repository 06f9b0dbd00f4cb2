import type { Swatch } from '../latents/index.js';
import type { FittedPicture } from './fit-palette.js';
import { labDistance, labOf } from './oklab.js';
import type { ShadeMove } from './recolour.js';

/** An area further than this from all of a palette's colours shows none of them. */
const NEAR = 0.1;

/**
 * How well fitted pictures show a palette, 0–1: 1 where its colours have the shares asked for, a half where one of two
 * equal shares takes all, less where areas stay out of it.
 * @param moves where each area moves, as `fitPalette` has it
 */
export function paletteShown(
  pictures: readonly FittedPicture[],
  moves: readonly (readonly (ShadeMove | undefined)[])[],
  palette: readonly Swatch[],
): number {
  const colours = palette.map(({ colour }) => labOf(colour));
  const whole = palette.reduce((sum, { share }) => sum + share, 0);
  const shown = palette.map(() => 0);
  let total = 0;
  for (const [picture, { areas, size }] of pictures.entries()) {
    for (const [k, area] of areas.entries()) {
      const lab = moves[picture]![k]?.to ?? area.lab;
      const distances = colours.map((colour) => labDistance(colour, lab));
      const nearest = Math.min(...distances);
      if (nearest < NEAR) shown[distances.indexOf(nearest)]! += area.share * size;
      total += area.share * size;
    }
  }
  return palette.reduce((sum, { share }, k) => sum + Math.min(share / whole, shown[k]! / total), 0);
}
