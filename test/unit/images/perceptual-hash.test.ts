import { describe, expect, it } from 'vitest';
import type { RgbaImage } from '../../../src/engine/basics/index.js';
import { loadBundle } from '../../../src/engine/bundle/bundle.js';
import { createPictures } from '../../../src/engine/memory/index.js';
import { takePicture } from '../../../src/images/intake/index.js';
import { isSamePicture, perceptualHash } from '../../../src/images/perceptual-hash.js';
import { encodeAs, encodePng, resize } from '../../../src/images/sharp.js';

const bundle = await loadBundle('models/stickers');
const pictures = createPictures(bundle);
const EVERY = 211;
const some = await Promise.all(bundle.memory.pictures.flatMap((_, k) => (k % EVERY === 0 ? [pictures.read(k)] : [])));

const lighter = ({ data, ...size }: RgbaImage): RgbaImage => ({
  ...size,
  data: data.map((value, at) => (at % 4 === 3 ? value : Math.min(255, Math.round(value * 0.92 + 14)))),
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

  it('tells other pictures apart', async () => {
    const hashes = await Promise.all(some.map(perceptualHash));
    const pairs = hashes.flatMap((one, k) => hashes.slice(k + 1).map((other) => isSamePicture(one, other)));
    expect(pairs.filter(Boolean).length / pairs.length).toBeLessThan(0.01);
  });
});
