import { describe, expect, it } from 'vitest';
import { KaleidoError } from '../../../src/engine/basics/errors.js';
import { GUTTER, layOutGrid } from '../../../src/images/layout.js';
import { square } from './solid.js';

describe('layOutGrid', () => {
  it.each([
    [1, 1, 1, 512],
    [2, 2, 1, 384],
    [3, 3, 1, 256],
    [4, 2, 2, 384],
    [5, 3, 2, 256],
    [6, 3, 2, 256],
    [7, 3, 3, 256],
    [8, 3, 3, 256],
    [9, 3, 3, 256],
  ])('%i cells: %i columns, %i rows of %i pixels', (count, columns, rows, side) => {
    const layout = layOutGrid(count, square(128));
    expect(layout.cell).toEqual(square(side));
    expect(layout.width).toBe(columns * (side + GUTTER) + GUTTER);
    expect(layout.height).toBe(rows * (side + GUTTER) + GUTTER);
    expect(layout.corners).toHaveLength(count);
  });

  it.each([8, 32, 64, 96, 100, 128, 256, 512, 1024])(
    'makes cells whole multiples of pictures of %i pixels',
    (native) => {
      for (const count of [1, 2, 3, 4, 9]) {
        const {
          cell: { width: cell },
        } = layOutGrid(count, square(native));
        expect(cell % native).toBe(0);
        expect(cell).toBeGreaterThan(0);
        const wanted = layOutGrid(count, square(128)).cell.width;
        expect(Math.abs(cell - wanted)).toBeLessThanOrEqual(Math.max(native - wanted, native / 2));
      }
    },
  );

  it.each([1, 2, 3, 4, 5, 6, 7, 8, 9])('keeps %i cells apart, inside, and in the middle', (count) => {
    const {
      corners,
      cell: { width: cell },
      width,
      height,
    } = layOutGrid(count, square(128), 20);
    for (const [index, a] of corners.entries()) {
      expect(a.left).toBeGreaterThanOrEqual(GUTTER);
      expect(a.left + cell + GUTTER).toBeLessThanOrEqual(width);
      expect(a.top + cell + 20 + GUTTER).toBeLessThanOrEqual(height);
      for (const b of corners.slice(index + 1)) {
        const apart = Math.abs(a.left - b.left) >= cell + GUTTER || Math.abs(a.top - b.top) >= cell + 20 + GUTTER;
        expect(apart).toBe(true);
      }
    }
    const lastRow = corners.filter(({ top }) => top === corners.at(-1)!.top);
    expect(lastRow[0]!.left).toBe(width - lastRow.at(-1)!.left - cell);
  });

  it.each([
    [704, 384],
    [384, 704],
    [640, 448],
  ])('lays out pictures of %i × %i pixels with about as many pixels as square ones', (width, height) => {
    const { cell } = layOutGrid(4, { width, height });
    expect(cell).toEqual({ width, height });
    const small = layOutGrid(4, { width: width / 4, height: height / 4 }).cell;
    expect(Math.sqrt(small.width * small.height) / 384).toBeCloseTo(1, 0);
    expect(small.width / small.height).toBeCloseTo(width / height);
  });

  it.each([0, 13, 2.5, Number.NaN])('refuses %d cells', (count) => {
    expect(() => layOutGrid(count, square(128))).toThrow(expect.objectContaining({ code: 'bad_option' }));
    expect(() => layOutGrid(count, square(128))).toThrow(KaleidoError);
  });
});
