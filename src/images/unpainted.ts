import type { PictureSize, RgbaImage } from '../engine/basics/index.js';
import { rasterise } from './sharp.js';

/** Of the sign's width, beside the shorter side. */
const PART = 0.3;
/** Grey that is seen on light and dark backdrops alike. */
const GREY = '#8a9099';

/** What stands in a grid for a picture that there is none of: a circle with a bar through it, on clear ground. */
export function unpaintedPicture({ width, height }: PictureSize): Promise<RgbaImage> {
  const radius = (PART * Math.min(width, height)) / 2;
  const stroke = radius / 4;
  const reach = radius * Math.SQRT1_2;
  const [x, y] = [width / 2, height / 2];
  return rasterise(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">` +
      `<g fill="none" stroke="${GREY}" stroke-width="${stroke}">` +
      `<circle cx="${x}" cy="${y}" r="${radius}"/>` +
      `<path d="M${x - reach} ${y - reach}L${x + reach} ${y + reach}"/></g></svg>`,
  );
}
