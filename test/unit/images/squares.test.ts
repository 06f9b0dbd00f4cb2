import { describe, expect, it } from 'vitest';
import type { RgbaImage } from '../../../src/engine/basics/index.js';
import { resize } from '../../../src/images/sharp.js';
import { isOfSquares } from '../../../src/images/squares.js';

/** Squares of so many pixels in colours by chance, moved by `shift`. */
function squares(side: number, step: number, shift = 0): RgbaImage {
  const data = new Uint8Array(4 * side * side);
  for (let y = 0; y < side; y++) {
    for (let x = 0; x < side; x++) {
      const [column, row] = [Math.floor((x + shift) / step), Math.floor((y + shift) / step)];
      const shade = (column * 53 + row * 97 + column * row * 31) % 251;
      data.set([shade, 255 - shade, (shade * 7) % 256, shade % 3 === 0 ? 0 : 255], 4 * (y * side + x));
    }
  }
  return { width: side, height: side, data };
}

describe('pictures of squares', () => {
  it('are told from others, wherever the squares begin', () => {
    for (const step of [2, 4, 5]) for (const shift of [0, 1]) expect(isOfSquares(squares(80, step, shift))).toBe(true);
    expect(isOfSquares(squares(80, 1))).toBe(false);
    const single = squares(80, 4);
    single.data[4 * (13 * 80 + 13)]! ^= 128;
    expect(isOfSquares(single)).toBe(false);
    expect(isOfSquares({ width: 8, height: 8, data: new Uint8Array(256) })).toBe(false);
  });

  it('stay sharp when they are enlarged', async () => {
    const { data } = await resize(squares(32, 4), 96, 96);
    expect({ data, width: 96, height: 96 }).toEqual(squares(96, 12));
    const odd = await resize(squares(32, 4), 75, 75);
    const known = new Set(new Uint32Array(squares(32, 4).data.buffer));
    expect([...new Uint32Array(odd.data.buffer)].every((pixel) => known.has(pixel))).toBe(true);
  });
});
