import { type Area, colourAt, eachPixel, OPAQUE, type Raster, type Rgb } from './raster.js';

/**
 * The mean of the commonest of colours that are told apart in so many steps of red, green and blue.
 * @returns undefined of none
 */
export function commonest(colours: readonly Rgb[], steps: number): Rgb | undefined {
  const bins = new Map<number, Rgb[]>();
  for (const colour of colours) {
    const key = colour.reduce((at, c) => at * steps + Math.min(Math.floor(c * steps), steps - 1), 0);
    const bin = bins.get(key);
    if (bin) bin.push(colour);
    else bins.set(key, [colour]);
  }
  const [most] = [...bins.values()].sort((a, b) => b.length - a.length);
  if (!most) return undefined;
  const mean = (c: 0 | 1 | 2) => most.reduce((sum, colour) => sum + colour[c], 0) / most.length;
  return [mean(0), mean(1), mean(2)];
}

/** The same of what is solid in an area of a picture. */
export function commonestIn(raster: Raster, area: Area, steps: number): Rgb | undefined {
  const found: Rgb[] = [];
  eachPixel(raster.size, area, (_x, _y, p) => {
    if (raster.rgba[4 * p + 3]! >= OPAQUE) found.push(colourAt(raster, p));
  });
  return commonest(found, steps);
}
