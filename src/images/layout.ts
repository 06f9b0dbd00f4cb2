import type { PictureSize } from '../engine/basics/index.js';
import { ImageError } from './errors.js';

/** Where the cells of a grid lie, in pixels. */
export interface GridLayout {
  width: number;
  height: number;
  /** Of a cell. */
  cell: PictureSize;
  /** Top left corner of each cell, row by row. */
  corners: readonly { left: number; top: number }[];
}

/** Space between the cells and around them, in pixels. */
export const GUTTER = 12;

/** Columns by number of cells: as square as it goes, but three stay side by side, and more than nine go by four. */
const COLUMNS = [1, 2, 3, 2, 3, 3, 3, 3, 3, 4, 4, 4] as const;

/**
 * Side of a square cell by the number of columns: about 800 pixels in all, which chats show unscaled, and 1,100 of
 * packs; a picture alone is smaller than that. Cells of other shapes have about as many pixels.
 */
const CELL_SIDES = { 1: 512, 2: 384, 3: 256, 4: 256 } as const;

/**
 * Lays out cells of one size, as many as `COLUMNS` has places for; a last row that is not full is centred.
 *
 * @param native size of the pictures: cells are a whole multiple of it, so that every pixel grows alike
 * @param strip height of the band under each cell in pixels, 0 for none
 * @throws KaleidoError `bad_option` for any other count.
 */
export function layOutGrid(count: number, native: PictureSize, strip = 0): GridLayout {
  const columns = Number.isInteger(count) ? COLUMNS[count - 1] : undefined;
  if (columns === undefined) {
    throw new ImageError('bad_option', { why: 'cell_count', option: 'count', min: 1, max: COLUMNS.length });
  }
  const times = Math.max(1, Math.round(CELL_SIDES[columns] / Math.sqrt(native.width * native.height)));
  const cell = { width: times * native.width, height: times * native.height };
  const rows = Math.ceil(count / columns);
  const width = columns * (cell.width + GUTTER) + GUTTER;
  const below = cell.height + strip + GUTTER;
  const corners = Array.from({ length: count }, (_, index) => {
    const row = Math.floor(index / columns);
    const inRow = Math.min(columns, count - row * columns);
    const indent = Math.round((width - inRow * (cell.width + GUTTER) + GUTTER) / 2);
    return { left: indent + (index % columns) * (cell.width + GUTTER), top: GUTTER + row * below };
  });
  return { width, height: rows * below + GUTTER, cell, corners };
}
