import { expect, it } from 'vitest';
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

it('is none where a plan says nothing of places and colours', async () => {
  expect(await roughComposition({ latents: { description: 'a cat' } }, drafts, SIZE)).toBeUndefined();
});
