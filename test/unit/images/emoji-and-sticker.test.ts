import { describe, expect, it } from 'vitest';
import { createRng } from '../../../src/engine/rng.js';
import type { RgbaImage } from '../../../src/engine/types.js';
import { renderEmoji } from '../../../src/images/emoji.js';
import { decodePng } from '../../../src/images/sharp.js';
import { renderSticker } from '../../../src/images/sticker.js';
import { pixel, solid } from './solid.js';

/** A dark disc of radius 20 at (30, 34) on a transparent picture of 64 × 64. */
function disc(): RgbaImage {
  const image = solid(64, [0, 0, 0, 0]);
  for (let y = 0; y < 64; y++) {
    for (let x = 0; x < 64; x++) {
      if (Math.hypot(x - 30, y - 34) <= 20) image.data.set([20, 20, 40, 255], (y * 64 + x) * 4);
    }
  }
  return image;
}

/** What compresses worst: every byte random. */
function noise(): RgbaImage {
  const rng = createRng(1, 'noise');
  return { width: 64, height: 64, data: Uint8Array.from({ length: 64 * 64 * 4 }, () => rng.uint32() & 255) };
}

describe.each([
  { name: 'an emoji', render: renderEmoji, side: 128, bytes: 256 * 1024 },
  { name: 'a sticker', render: renderSticker, side: 320, bytes: 512 * 1024 },
])('$name', ({ render, side, bytes }) => {
  it('is a square of the size that chats take, mostly filled by the subject', async () => {
    const { image } = await decodePng(await render(disc()));
    expect([image.width, image.height]).toEqual([side, side]);
    expect(pixel(image, side / 2, side / 2)).toEqual([20, 20, 40, 255]);
    const visible = image.data.filter((value, i) => i % 4 === 3 && value > 128).length / (side * side);
    expect(visible).toBeGreaterThan(0.6);
  });

  it('has a white outline between the subject and the transparent corners', async () => {
    const { image } = await decodePng(await render(disc()));
    const middle = Array.from({ length: side / 2 }, (_, x) => pixel(image, x, side / 2));
    const white = middle.findIndex(([r, , , alpha]) => r! > 200 && alpha! > 240);
    const dark = middle.findIndex(([r, , , alpha]) => r! < 60 && alpha! > 240);
    expect(white).toBeGreaterThan(0);
    expect(dark).toBeGreaterThan(white);
    expect(middle[0]![3]).toBe(0);
    for (const [x, y] of [
      [0, 0],
      [side - 1, 0],
      [0, side - 1],
      [side - 1, side - 1],
    ]) {
      expect(pixel(image, x!, y!)[3]).toBe(0);
    }
  });

  it('keeps to the size limit whatever it shows', async () => {
    expect((await render(noise())).length).toBeLessThan(bytes);
  });

  it('is transparent when nothing was painted', async () => {
    const { image } = await decodePng(await render(solid(64, [0, 0, 0, 0])));
    expect(image.data.every((value, i) => i % 4 !== 3 || value === 0)).toBe(true);
  });
});
