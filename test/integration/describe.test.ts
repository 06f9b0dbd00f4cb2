import { beforeAll, describe, expect, it } from 'vitest';
import type { RgbaImage } from '../../src/engine/basics/index.js';
import { type Bundle, loadBundle } from '../../src/engine/bundle/index.js';
import { createDescriber, type Describer } from '../../src/engine/describe/index.js';
import { createPictures, type Pictures } from '../../src/engine/memory/index.js';
import { encodePng, resize, takePicture, toDescribe } from '../../src/images/index.js';
import { encodeAs } from '../../src/images/sharp.js';

let bundle: Bundle;
let pictures: Pictures;
let describer: Describer;

beforeAll(async () => {
  bundle = await loadBundle('models/stickers');
  pictures = createPictures(bundle);
  describer = createDescriber(bundle);
});

const numberOf = (slug: string) => bundle.memory.pictures.indexOf(slug);
const told = async (image: RgbaImage) => describer(await toDescribe(image, bundle.manifest.image.size));

/** The picture in the upper left quarter of a white or transparent one. */
async function inCorner(image: RgbaImage, ground: number): Promise<RgbaImage> {
  const small = await resize(image, 64, 64);
  const data = new Uint8Array(4 * 128 * 128);
  for (let p = 0; p < 128 * 128; p++) data.set([ground, ground, ground, ground], 4 * p);
  for (let y = 0; y < 64; y++) {
    for (let x = 0; x < 64; x++) {
      const [from, to] = [4 * (y * 64 + x), 4 * (y * 128 + x)];
      const alpha = small.data[from + 3]! / 255;
      for (let c = 0; c < 4; c++) {
        const own = c === 3 ? 255 : small.data[from + c]!;
        data[to + c] = Math.round(alpha * own + (1 - alpha) * ground);
      }
    }
  }
  return { width: 128, height: 128, data };
}

function mirror({ width, height, data }: RgbaImage): RgbaImage {
  const turned = data.map((_, k) => {
    const pixel = Math.floor(k / 4);
    return data[4 * (pixel - (pixel % width) + width - 1 - (pixel % width)) + (k % 4)]!;
  });
  return { width, height, data: turned };
}

describe('a picture of a known thing', () => {
  it.each([
    ['as the memory has it', (image: RgbaImage) => image],
    ['mirrored', mirror],
    ['small in a corner', (image: RgbaImage) => inCorner(image, 0)],
    ['small in the corner of a white page', (image: RgbaImage) => inCorner(image, 255)],
    [
      'as a JPEG of such a page',
      async (image: RgbaImage) => takePicture(await encodeAs(await encodePng(await inCorner(image, 255)), 'jpeg')),
    ],
  ])('is mostly found %s', async (_, changed) => {
    const { measures, things } = bundle.memory;
    const some = [...measures.kind.keys()].filter((picture) => measures.kind[picture] === 0 && picture % 97 === 0);
    let found = 0;
    for (const picture of some) {
      const { likest } = await told(await changed(await pictures.read(picture)));
      if (likest[0] === things[measures.shows[picture]!]!.name) found++;
    }
    expect(found / some.length).toBeGreaterThan(0.75);
  });

  it('has the words, boxes and palette of a draft, and where it stands', async () => {
    const name = 'fox';
    const said = await told(await inCorner(await pictures.read(numberOf('noto:fox')), 0));
    expect(said.thing).toMatchObject({ name });
    expect(said.latents.description).toMatch(new RegExp(`^an? .*${name} , \\w+ style$`));
    expect(said.prompt).toBe(said.latents.description!.replace(' ,', ','));
    expect(said.sureness).toBeGreaterThan(0.5);
    const [box] = said.latents.boxes!;
    expect(box).toMatchObject({ label: name });
    expect(Math.max(box!.x1, box!.y1)).toBeLessThanOrEqual(0.5);
    expect(said.latents.palette!.length).toBeGreaterThan(0);
    expect(said.latents.blobs).toHaveLength(1);
  });
});

describe('what is like nothing', () => {
  /** A flight of blue and white squares. */
  const stairs = (): RgbaImage => {
    const data = new Uint8Array(4 * 64 * 64);
    for (let p = 0; p < 64 * 64; p++) {
      const [column, row] = [(p >> 3) % 8, p >> 9];
      if ((column + row) % 3 === 0) data.set(column % 2 ? [20, 60, 220, 255] : [250, 250, 250, 255], 4 * p);
    }
    return { width: 64, height: 64, data };
  };

  it('is not named, but its colours and places are told', async () => {
    const said = await told(stairs());
    expect(said).not.toHaveProperty('thing');
    expect(said).not.toHaveProperty('prompt');
    expect(said.others).toEqual([]);
    expect(said.latents).not.toHaveProperty('description');
    expect(said.latents.boxes).toEqual([{ label: '', x0: 0, y0: 0, x1: 1, y1: 1 }]);
    expect(said.colours).toContain('blue');
  });

  it('is all that a bundle without likeness knows', async () => {
    const { likeness: _, ...memory } = bundle.memory;
    const blind = createDescriber({ ...bundle, memory });
    const image = await pictures.read(numberOf(bundle.memory.pictures[0]!));
    expect(blind({ whole: image, subject: image })).toMatchObject({ sureness: 0, likest: [] });
  });
});
