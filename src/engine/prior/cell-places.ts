import { LOCATION_STEPS } from '../bundle/steps.js';

/** Cells along a side of the visual tokens' grid, and parts that a box's side is told apart in. */
const GRID = 8;
const PARTS = 8;
const SIDE = LOCATION_STEPS / GRID;

/**
 * The places of the 64 cells of the visual tokens' grid, row by row (docs/bundle.md, "Places"): which box each lies in, and where in it.
 * @param corners x0, y0, x1, y1 of every box from back to front, in steps of 1/32 of the canvas side
 */
export function cellPlaces(corners: readonly number[]): number[] {
  return Array.from({ length: GRID * GRID }, (_, cell) => placeOf(cell % GRID, Math.floor(cell / GRID), corners));
}

function placeOf(x: number, y: number, corners: readonly number[]): number {
  let place = 0;
  let most = 1;
  for (let box = 0; box * 4 < corners.length; box++) {
    const [x0, y0, x1, y1] = corners.slice(box * 4, box * 4 + 4) as [number, number, number, number];
    const covered = overlap(x, x0, x1) * overlap(y, y0, y1);
    if (covered < most) continue;
    most = covered;
    place = 1 + (box * PARTS + part(y, y0, y1)) * PARTS + part(x, x0, x1);
  }
  return place;
}

/** Steps of a cell that the interval covers. */
function overlap(cell: number, low: number, high: number): number {
  return Math.max(0, Math.min(high, (cell + 1) * SIDE) - Math.max(low, cell * SIDE));
}

/** The eighth of the interval that holds the cell's centre, or the one next to it. */
function part(cell: number, low: number, high: number): number {
  const eighth = Math.floor((PARTS * (cell * SIDE + SIDE / 2 - low)) / (high - low));
  return Math.min(PARTS - 1, Math.max(0, eighth));
}
