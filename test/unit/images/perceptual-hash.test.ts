import { describe, expect, it } from 'vitest';
import type { RgbaImage } from '../../../src/engine/basics/index.js';
import { loadBundle } from '../../../src/engine/bundle/bundle.js';
import { createPictures } from '../../../src/engine/memory/index.js';
import { takePicture } from '../../../src/images/intake/index.js';
import { isSamePicture, perceptualHashes } from '../../../src/images/perceptual-hash.js';
import { encodeAs, encodePng, resize } from '../../../src/images/sharp.js';

const bundle = await loadBundle('models/stickers');
const pictures = createPictures(bundle);
const EVERY = 211;
const some = await Promise.all(bundle.memory.pictures.flatMap((_, k) => (k % EVERY === 0 ? [pictures.read(k)] : [])));

const perceptualHash = async (image: RgbaImage) => (await perceptualHashes(image))[0];

const lighter = ({ data, ...size }: RgbaImage): RgbaImage => ({
  ...size,
  data: data.map((value, at) => (at % 4 === 3 ? value : Math.min(255, Math.round(value * 0.92 + 14)))),
});

const mirrored = ({ width, height, data }: RgbaImage): RgbaImage => ({
  width,
  height,
  data: data.map((_, at) => {
    const [pixel, channel] = [at >> 2, at & 3];
    const [x, y] = [pixel % width, Math.floor(pixel / width)];
    return data[4 * (y * width + width - 1 - x) + channel]!;
  }),
});

describe('the hash of a picture', () => {
  it('is of 64 bits', async () => {
    expect(await perceptualHash(some[0]!)).toMatch(/^[0-9a-f]{16}$/);
  });

  it.each([
    ['scaled', (image: RgbaImage) => resize(image, 90, 90)],
    ['a little lighter', async (image: RgbaImage) => lighter(image)],
    ['saved as a JPEG', async (image: RgbaImage) => takePicture(await encodeAs(await encodePng(image), 'jpeg'))],
  ])('stays near when it is %s', async (_, change) => {
    const near = await Promise.all(
      some.map(async (image) => isSamePicture(await perceptualHash(image), await perceptualHash(await change(image)))),
    );
    expect(near.filter(Boolean).length / near.length).toBeGreaterThan(0.9);
  });

  it('is told of the mirror image, too', async () => {
    const near = await Promise.all(
      some.map(async (image) =>
        isSamePicture((await perceptualHashes(image))[1], await perceptualHash(mirrored(image))),
      ),
    );
    expect(near.every(Boolean)).toBe(true);
  });

  it('tells other pictures apart', async () => {
    const hashes = await Promise.all(some.map(perceptualHash));
    const pairs = hashes.flatMap((one, k) => hashes.slice(k + 1).map((other) => isSamePicture(one, other)));
    expect(pairs.filter(Boolean).length / pairs.length).toBeLessThan(0.01);
  });
});
