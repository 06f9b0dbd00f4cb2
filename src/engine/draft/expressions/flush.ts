import { apart, colourAt, type Raster, type Rgb } from './raster.js';

/** Colours as near as this to the skin's are skin, and such as are further than the second are not. */
const [SKIN, OTHER] = [0.12, 0.3];
/** How much of its green and blue flushed skin keeps. */
const KEPT: Rgb = [1, 0.58, 0.62];

/**
 * Turns skin red, its light and shade kept; an alien's, which is green or grey, stays.
 * @param skin its colour about the eyes
 */
export function flush(raster: Raster, skin: Rgb): void {
  if (skin[0] < skin[1]) return;
  for (let p = 0; 3 * p < raster.colours.length; p++) {
    const colour = colourAt(raster, p);
    const share = Math.min(Math.max((OTHER - apart(colour, skin)) / (OTHER - SKIN), 0), 1);
    for (let c = 0; c < 3; c++) raster.colours[3 * p + c] = colour[c]! * (1 - share * (1 - KEPT[c]!));
  }
}
