/** Fixed pseudo-random number of a grid point, 0–1. */
function lattice(x: number, y: number, field: number): number {
  let hash = Math.imul(x, 0x27d4eb2d) ^ Math.imul(y, 0x165667b1) ^ Math.imul(field, 0x9e3779b1);
  hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 8) / 0xffffff;
}

/** Sine and cosine of how the grid is turned, so that no row of it lies along a row of pixels. */
const [SINE, COSINE] = [Math.sin(0.5), Math.cos(0.5)];

/**
 * Value noise of a position, −1…1: the same position has the same, and what is alike is about one unit large.
 * @param field which of many, each unlike all others
 */
export function noiseAt(x: number, y: number, field: number): number {
  const [turnedX, turnedY] = [COSINE * x - SINE * y, SINE * x + COSINE * y];
  const [column, row] = [Math.floor(turnedX), Math.floor(turnedY)];
  const [u, v] = [eased(turnedX - column), eased(turnedY - row)];
  const above = lattice(column, row, field) * (1 - u) + lattice(column + 1, row, field) * u;
  const below = lattice(column, row + 1, field) * (1 - u) + lattice(column + 1, row + 1, field) * u;
  return 2 * (above * (1 - v) + below * v) - 1;
}

/** Smooth at both ends, of 0–1. */
function eased(t: number): number {
  return t * t * t * (t * (6 * t - 15) + 10);
}
