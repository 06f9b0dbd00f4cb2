import { expect, it } from 'vitest';
import type { RgbaImage } from '../../../../src/engine/basics/rgba-image.js';
import type { Draft } from '../../../../src/engine/draft/draft.js';
import { roughComposition } from '../../../../src/engine/painters/rough-composition.js';

const DRAFT = { style: 'flat', kind: 'single', things: [], recall: 60 };
const SIZE = 8;
const drafts = { picture: async () => new Float32Array(4 * SIZE * SIZE).fill(-1) };
const pixel = (data: Uint8Array, x: number, y: number) => [...data.slice(4 * (y * SIZE + x), 4 * (y * SIZE + x) + 4)];

it('is the draft on neutral ground, and painted over the less the more is recalled', async () => {
  const { image, strength } = (await roughComposition({ latents: {}, draft: DRAFT }, drafts, SIZE))!;
  expect(pixel(image.data, 0, 0)).toEqual([208, 210, 215, 255]);
  expect(strength).toBeCloseTo(0.75);
  const whole = await roughComposition({ latents: {}, draft: { ...DRAFT, recall: 100 } }, drafts, SIZE);
  expect(whole?.strength).toBeCloseTo(0.55);
  const little = await roughComposition({ latents: {}, draft: { ...DRAFT, recall: 1 } }, drafts, SIZE);
  expect(little?.strength).toBe(0.95);
});

it('is boxes in bands of the palette where nothing is drafted', async () => {
  const latents = {
    boxes: [{ label: 'zorp', x0: 0, y0: 0, x1: 0.5, y1: 1 }],
    palette: [
      { colour: '#ff0000', share: 0.75 },
      { colour: '#0000ff', share: 0.25 },
    ],
  };
  const { image } = (await roughComposition({ latents }, drafts, SIZE))!;
  expect([pixel(image.data, 0, 0), pixel(image.data, 3, 5), pixel(image.data, 0, 6), pixel(image.data, 4, 0)]).toEqual([
    [255, 0, 0, 255],
    [255, 0, 0, 255],
    [0, 0, 255, 255],
    [208, 210, 215, 255],
  ]);
});

const WIDE = 14;
const CAT = { style: 'flat', kind: 'single', things: [], recall: 60 };
/** Solid red where its first box is, in the square that is looked at. */
const redBox = {
  picture: async ({ boxes: [box] = [] }: Draft) => {
    const planes = new Float32Array(4 * SIZE * SIZE).fill(-1);
    const { x0, y0, x1, y1 } = box ?? { x0: 0.25, y0: 0.25, x1: 0.75, y1: 0.75 };
    for (let p = 0; p < SIZE * SIZE; p++) {
      const [x, y] = [((p % SIZE) + 0.5) / SIZE, (Math.floor(p / SIZE) + 0.5) / SIZE];
      if (x > x0 && x < x1 && y > y0 && y < y1) for (const channel of [0, 3]) planes[channel * SIZE ** 2 + p] = 1;
    }
    return planes;
  },
};
const redIn = ({ width, data }: RgbaImage, row: number) =>
  Array.from({ length: width }, (_, x) => (data[4 * (row * width + x) + 1] === 0 ? '#' : '.')).join('');

it('of a wide canvas has what was drafted in its middle, as it was drafted', async () => {
  const { image } = (await roughComposition({ latents: {}, draft: CAT }, redBox, SIZE, '16:9'))!;
  expect([image.width, image.height]).toEqual([WIDE, SIZE]);
  expect(redIn(image, 4)).toBe('.....####.....');
});

it.each([
  ['left', 0, 0.25, '####..........'],
  ['right', 0.75, 1, '..........####'],
  ['middle', 0.4, 0.6, '.....####.....'],
])('of a wide canvas has what somebody chose a box for there: %s', async (_, x0, x1, row) => {
  const boxes = [{ label: 'cat', x0, y0: 0, x1, y1: 1 }];
  const { image } = (await roughComposition({ latents: {}, draft: { ...CAT, boxes } }, redBox, SIZE, '16:9'))!;
  const solid = redIn(image, 4);
  expect(Math.abs(solid.indexOf('#') - row.indexOf('#'))).toBeLessThanOrEqual(1);
  expect(Math.abs(solid.lastIndexOf('#') - row.lastIndexOf('#'))).toBeLessThanOrEqual(1);
});

it('of a high canvas has boxes where they are on it', async () => {
  const latents = {
    boxes: [{ label: 'zorp', x0: 0, y0: 0.5, x1: 1, y1: 1 }],
    palette: [{ colour: '#ff0000', share: 1 }],
  };
  const { image } = (await roughComposition({ latents }, redBox, SIZE, '9:16'))!;
  expect([image.width, image.height]).toEqual([SIZE, WIDE]);
  expect([redIn(image, 6), redIn(image, 7)]).toEqual(['........', '########']);
});

it('is none where a plan says nothing of places and colours', async () => {
  expect(await roughComposition({ latents: { description: 'a cat' } }, drafts, SIZE)).toBeUndefined();
});
