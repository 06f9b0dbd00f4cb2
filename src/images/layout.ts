import { ImageError } from './errors.js';

/** Where the cells of a grid lie, in pixels. */
export interface GridLayout {
  width: number;
  height: number;
  /** Side of a cell. */
  cell: number;
  /** Top left corner of each cell, row by row. */
  corners: readonly { left: number; top: number }[];
}

/** Space between the cells and around them, in pixels. */
export const GUTTER = 12;

/** Columns by number of cells: as square as it goes, but three stay side by side, and more than nine go by four. */
const COLUMNS = [1, 2, 3, 2, 3, 3, 3, 3, 3, 4, 4, 4] as const;

/**
 * Side of a cell by the number of columns: about 800 pixels in all, which chats show unscaled, and 1,100 of packs; a
 * picture alone is smaller than that.
 */
const CELL_SIDES = { 1: 512, 2: 384, 3: 256, 4: 256 } as const;

/**
 * Lays out square cells, as many as `COLUMNS` has places for; a last row that is not full is centred.
 *
 * @param native side of the pictures, in pixels: cells are a whole multiple of it, so that every pixel grows alike
 * @param strip height of the band under each cell in pixels, 0 for none
 * @throws KaleidoError `bad_option` for any other count.
 */
export function layOutGrid(count: number, native: number, strip = 0): GridLayout {
  const columns = Number.isInteger(count) ? COLUMNS[count - 1] : undefined;
  if (columns === undefined) {
    throw new ImageError('bad_option', { why: 'cell_count', option: 'count', min: 1, max: COLUMNS.length });
  }
  const cell = Math.max(1, Math.round(CELL_SIDES[columns] / native)) * native;
  const rows = Math.ceil(count / columns);
  const width = columns * (cell + GUTTER) + GUTTER;
  const corners = Array.from({ length: count }, (_, index) => {
    const row = Math.floor(index / columns);
    const inRow = Math.min(columns, count - row * columns);
    const indent = Math.round((width - inRow * (cell + GUTTER) + GUTTER) / 2);
    return { left: indent + (index % columns) * (cell + GUTTER), top: GUTTER + row * (cell + strip + GUTTER) };
  });
  return { width, height: rows * (cell + strip + GUTTER) + GUTTER, cell, corners };
}
