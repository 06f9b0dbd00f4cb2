/** Side of the grid that layouts are compared on: fine enough for every coordinate a bundle can express (1/32). */
const SIDE = 32;

/** Calls `visit` with the index of every grid cell whose centre (x, y), as fractions of the canvas side, is `inside`. */
export function coveredCells(inside: (x: number, y: number) => boolean, visit: (cell: number) => void): void {
  for (let row = 0; row < SIDE; row++) {
    for (let column = 0; column < SIDE; column++) {
      if (inside((column + 0.5) / SIDE, (row + 0.5) / SIDE)) visit(row * SIDE + column);
    }
  }
}
