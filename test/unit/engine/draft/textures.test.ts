import { describe, expect, it } from 'vitest';
import { haloed } from '../../../../src/engine/draft/textures.js';

const SIZE = 64;

/** A black dot of one pixel in the middle. */
function dot() {
  const data = new Uint8Array(4 * SIZE * SIZE);
  data[4 * (32 * SIZE + 32) + 3] = 255;
  return { data, width: SIZE, height: SIZE };
}

describe('haloed', () => {
  const { data } = haloed(dot(), { width: 3 / SIZE, colour: '#faf0d6' });
  const at = (x: number, y: number) => [...data.slice(4 * (y * SIZE + x), 4 * (y * SIZE + x) + 4)];

  it('leaves what is drawn as it is', () => {
    expect(at(32, 32)).toEqual([0, 0, 0, 255]);
  });

  it('has a rim of the colour as wide as asked for, and nothing beyond', () => {
    for (const [x, y] of [
      [29, 32],
      [32, 35],
      [34, 34],
    ] as const)
      expect(at(x, y)).toEqual([0xfa, 0xf0, 0xd6, 255]);
    for (const [x, y] of [
      [28, 32],
      [32, 36],
      [35, 35],
    ] as const)
      expect(at(x, y)[3]).toBe(0);
  });
});
