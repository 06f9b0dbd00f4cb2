import { describe, expect, it } from 'vitest';
import { cellPlaces } from '../../../../src/engine/prior/cell-places.js';

const place = (box: number, row: number, column: number) => 1 + box * 64 + row * 8 + column;
const row = (places: readonly number[], y: number) => places.slice(y * 8, y * 8 + 8);

describe('places of cells', () => {
  it('are all different in a box of the whole picture', () => {
    expect(cellPlaces([0, 0, 32, 32], 8)).toEqual(Array.from({ length: 64 }, (_, cell) => cell + 1));
  });

  it('are 0 outside every box', () => {
    const places = cellPlaces([16, 16, 32, 32], 8);
    expect(places.flatMap((p, cell) => (p > 0 ? [cell] : []))).toHaveLength(16);
    expect(row(places, 4).map((p) => p > 0)).toEqual([false, false, false, false, true, true, true, true]);
  });

  it('are eighths of the box that holds the centre of the cell', () => {
    const places = cellPlaces([0, 0, 16, 32, 16, 8, 32, 24], 8);
    expect(row(places, 0)).toEqual([...[1, 3, 5, 7].map((c) => place(0, 0, c)), 0, 0, 0, 0]);
    expect(row(places, 5).slice(4)).toEqual([1, 3, 5, 7].map((c) => place(1, 7, c)));
  });

  it('name the box that covers most of a cell, and of two that do the one in front', () => {
    expect(cellPlaces([0, 0, 4, 4, 3, 0, 32, 32], 8)[0]).toBe(place(0, 4, 4));
    expect(cellPlaces([0, 0, 32, 32, 0, 0, 4, 4], 8)[0]).toBe(place(1, 4, 4));
  });

  it('name a box that lies beside the centre of the cell', () => {
    expect(cellPlaces([0, 0, 1, 1], 8)[0]).toBe(place(0, 7, 7));
  });
});
