import { describe, expect, it } from 'vitest';
import type { Raster } from '../../../../../src/engine/draft/expressions/index.js';
import { drawHouse } from '../../../../../src/engine/draft/faces/index.js';

const SIZE = 96;
const WALL = 0.2;

/** A body of one colour where `isSolid` says so. */
function raster(isSolid: (x: number, y: number) => boolean): Raster {
  const rgba = new Uint8Array(4 * SIZE * SIZE);
  for (let p = 0; p < SIZE * SIZE; p++) rgba[4 * p + 3] = isSolid(p % SIZE, Math.floor(p / SIZE)) ? 255 : 0;
  return { size: SIZE, colours: new Float32Array(3 * SIZE * SIZE).fill(WALL), rgba };
}

/** Where something was drawn, as pixels. */
const drawnIn = ({ colours }: Raster): { x: number; y: number }[] =>
  Array.from({ length: SIZE * SIZE }, (_, p) => p)
    .filter((p) => [0, 1, 2].some((c) => Math.abs(colours[3 * p + c]! - WALL) > 0.02))
    .map((p) => ({ x: p % SIZE, y: Math.floor(p / SIZE) }));

describe('a house that is drawn on a body', () => {
  it('has its door low in the stem of a mushroom, and windows to both sides in its cap', () => {
    const isStem = (x: number, y: number) => y >= 48 && y < 90 && x >= 34 && x < 62;
    const isCap = (x: number, y: number) => y >= 8 && y < 48 && x >= 6 && x < 90;
    const mushroom = raster((x, y) => isStem(x, y) || isCap(x, y));
    drawHouse(mushroom, { isHouse: true, line: 1 });
    const drawn = drawnIn(mushroom);
    expect(drawn.every(({ x, y }) => isStem(x, y) || isCap(x, y))).toBe(true);
    expect(drawn.filter(({ y }) => y > 70).length).toBeGreaterThan(60);
    for (const side of [(x: number) => x < 44, (x: number) => x > 52])
      expect(drawn.filter(({ x, y }) => y < 46 && side(x)).length).toBeGreaterThan(40);
  });

  it('is nothing where there is no room for a door', () => {
    const stick = raster((x) => x >= 46 && x < 50);
    drawHouse(stick, { isHouse: true, line: 1 });
    expect(drawnIn(stick)).toEqual([]);
  });
});
