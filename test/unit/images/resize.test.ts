import { describe, expect, it } from 'vitest';
import type { RgbaImage } from '../../../src/engine/basics/rgba-image.js';
import { createRng } from '../../../src/engine/basics/rng.js';
import { resize } from '../../../src/images/sharp.js';
import { pixel, solid } from './solid.js';

/** Left half one colour, right half another. */
function halves(left: readonly number[], right: readonly number[], side = 16): RgbaImage {
  const data = new Uint8Array(side * side * 4);
  for (let i = 0; i < side * side; i++) data.set(i % side < side / 2 ? left : right, i * 4);
  return { width: side, height: side, data };
}

describe('resize', () => {
  it('leaves a picture that has the size to the byte', async () => {
    const rng = createRng(1, 'resize');
    const image = { width: 9, height: 7, data: Uint8Array.from({ length: 252 }, () => rng.uint32() & 255) };
    expect(await resize(image, 9, 7)).toEqual(image);
  });

  it.each([
    [20, 20],
    [64, 48],
    [16, 33],
    [8, 8],
    [5, 40],
  ])('keeps a flat picture flat at %i × %i', async (width, height) => {
    const image = await resize(solid(16, [12, 200, 99, 255]), width, height);
    expect([image.width, image.height]).toEqual([width, height]);
    for (let i = 0; i < image.data.length; i += 4)
      expect([...image.data.subarray(i, i + 4)]).toEqual([12, 200, 99, 255]);
  });

  it('draws an edge where it was, steep and without lines beside it', async () => {
    const image = await resize(halves([40, 40, 40, 255], [200, 200, 200, 255]), 64, 64);
    const row = Array.from({ length: 64 }, (_, x) => pixel(image, x, 30)[0]!);
    expect(Math.min(...row)).toBe(40);
    expect(Math.max(...row)).toBe(200);
    expect(row).toEqual(row.toSorted((a, b) => a - b));
    expect(row[31]! + row[32]!).toBe(240);
    // From the one colour to the other within one pixel and a half of the source to each side.
    expect(row.slice(0, 27)).toEqual(Array(27).fill(40));
    expect(row.slice(37)).toEqual(Array(27).fill(200));
  });

  it('lets nothing of transparent pixels in, nor a ring around the subject', async () => {
    const image = await resize(halves([220, 30, 30, 255], [0, 255, 0, 0]), 64, 64);
    for (let x = 0; x < 64; x++) {
      const [r, g, b, alpha] = pixel(image, x, 30);
      if (alpha! > 0) expect([r, g, b]).toEqual([220, 30, 30]);
      if (x >= 36) expect(alpha).toBe(0);
    }
  });

  it('keeps the slope of a gradient', async () => {
    const data = new Uint8Array(16 * 16 * 4);
    for (let i = 0; i < 256; i++) data.set([10 * (i % 16), 0, 0, 255], i * 4);
    const { data: out } = await resize({ width: 16, height: 16, data }, 64, 64);
    for (let x = 12; x < 52; x++)
      expect(Math.abs(out[(20 * 64 + x) * 4]! - 10 * ((x + 0.5) / 4 - 0.5))).toBeLessThan(1.5);
  });
});
