import { LOCATION_STEPS } from '../basics/index.js';

/** Parts that a box's side is told apart in. */
const PARTS = 8;

/**
 * The places of the cells of the visual tokens' grid, row by row (docs/bundle.md, "Places"): which box each lies in,
 * and where in it.
 * @param corners x0, y0, x1, y1 of every box from back to front, in steps of 1/32 of the canvas side
 * @param grid cells along a side of that grid, which divide those steps
 */
export function cellPlaces(corners: readonly number[], grid: number): number[] {
  const side = LOCATION_STEPS / grid;
  return Array.from({ length: grid ** 2 }, (_, cell) => {
    return placeOf((cell % grid) * side, Math.floor(cell / grid) * side, side, corners);
  });
}

/** Place of the cell whose upper left corner is x, y. */
function placeOf(x: number, y: number, side: number, corners: readonly number[]): number {
  let place = 0;
  let most = 1;
  for (let box = 0; box * 4 < corners.length; box++) {
    const [x0, y0, x1, y1] = corners.slice(box * 4, box * 4 + 4) as [number, number, number, number];
    const covered = overlap(x, side, x0, x1) * overlap(y, side, y0, y1);
    if (covered < most) continue;
    most = covered;
    place = 1 + (box * PARTS + part(y + side / 2, y0, y1)) * PARTS + part(x + side / 2, x0, x1);
  }
  return place;
}

/** Steps from `start` to `start + side` that the interval covers. */
function overlap(start: number, side: number, low: number, high: number): number {
  return Math.max(0, Math.min(high, start + side) - Math.max(low, start));
}

/** The eighth of the interval that holds the centre of a cell, or the one next to it. */
function part(centre: number, low: number, high: number): number {
  const eighth = Math.floor((PARTS * (centre - low)) / (high - low));
  return Math.min(PARTS - 1, Math.max(0, eighth));
}
