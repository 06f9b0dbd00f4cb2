import { describe, expect, it } from 'vitest';
import type { RgbaImage } from '../../../src/engine/basics/rgba-image.js';
import { createRng } from '../../../src/engine/basics/rng.js';
import { renderEmoji, renderSticker, STICKER_SIDE } from '../../../src/images/emoji-and-sticker.js';
import { decodePng } from '../../../src/images/sharp.js';
import { discord } from '../../../src/platforms/discord/offered/index.js';
import { pixel, solid } from './solid.js';

/** A dark disc with a radius of 0.39 sides, left of the middle, on a transparent picture. */
function disc(side: number): RgbaImage {
  const image = solid(side, [0, 0, 0, 0]);
  for (let y = 0; y < side; y++) {
    for (let x = 0; x < side; x++) {
      if (Math.hypot(x - 0.45 * side, y - 0.53 * side) <= 0.39 * side) {
        image.data.set([20, 20, 40, 255], (y * side + x) * 4);
      }
    }
  }
  return image;
}

/** What compresses worst: every byte random. */
function noise(side: number): RgbaImage {
  const rng = createRng(1, 'noise');
  return { width: side, height: side, data: Uint8Array.from({ length: side * side * 4 }, () => rng.uint32() & 255) };
}

const sticker = (image: RgbaImage) => renderSticker(image, discord.stickerSide);
const largeSticker = (image: RgbaImage) => renderSticker(image, STICKER_SIDE);

describe.each([
  { name: 'an emoji of a small picture', render: renderEmoji, native: 64, side: 128, bytes: 128_000 },
  { name: 'an emoji', render: renderEmoji, native: 128, side: 128, bytes: 128_000 },
  { name: 'an emoji of a large picture', render: renderEmoji, native: 256, side: 128, bytes: 128_000 },
  { name: 'Discord’s sticker', render: sticker, native: 128, side: 320, bytes: 512_000 },
  { name: 'a sticker of a small picture', render: largeSticker, native: 64, side: 512, bytes: 2 ** 21 },
  { name: 'a sticker', render: largeSticker, native: 128, side: 512, bytes: 2 ** 21 },
])('$name', ({ render, native, side, bytes }) => {
  it('is a square of the size that chats take, mostly filled by the subject', async () => {
    const { image } = await decodePng(await render(disc(native)));
    expect([image.width, image.height]).toEqual([side, side]);
    expect(pixel(image, side / 2, side / 2)).toEqual([20, 20, 40, 255]);
    const visible = image.data.filter((value, i) => i % 4 === 3 && value > 128).length / (side * side);
    expect(visible).toBeGreaterThan(0.5);
  });

  it('has a white outline between the subject and the transparent corners', async () => {
    const { image } = await decodePng(await render(disc(native)));
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
    expect((await render(noise(native))).length).toBeLessThan(bytes);
  });

  it('is transparent when nothing was painted', async () => {
    const { image } = await decodePng(await render(solid(native, [0, 0, 0, 0])));
    expect(image.data.every((value, i) => i % 4 !== 3 || value === 0)).toBe(true);
  });
});

describe('an emoji of a picture of its own size', () => {
  it('keeps every pixel of the subject as it was painted, in the middle', async () => {
    const painted = solid(128, [0, 0, 0, 0]);
    const random = noise(60);
    for (let y = 0; y < 60; y++) {
      for (let x = 0; x < 60; x++)
        painted.data.set([...pixel(random, x, y).slice(0, 3), 255], ((y + 5) * 128 + x + 9) * 4);
    }
    const { image } = await decodePng(await renderEmoji(painted));
    for (let y = 0; y < 60; y++) {
      for (let x = 0; x < 60; x++) expect(pixel(image, x + 34, y + 34)).toEqual(pixel(painted, x + 9, y + 5));
    }
  });
});
