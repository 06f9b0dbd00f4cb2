/** Side of the grid that layouts are compared on: fine enough for every coordinate a bundle can express (1/32). */
const SIDE = 32;

/**
 * Calls `visit` with the index of every cell of a grid, row by row, whose centre (x, y), as fractions of the canvas
 * side, is `inside`.
 */
export function coveredCells(
  inside: (x: number, y: number) => boolean,
  visit: (cell: number) => void,
  side = SIDE,
): void {
  for (let row = 0; row < side; row++) {
    for (let column = 0; column < side; column++) {
      if (inside((column + 0.5) / side, (row + 0.5) / side)) visit(row * side + column);
    }
  }
}
