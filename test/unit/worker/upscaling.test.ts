import { expect, it } from 'vitest';
import type { RgbaImage } from '../../../src/engine/basics/rgba-image.js';
import type { UpscaleRequest } from '../../../src/engine/painters/painter.js';
import { upscaleCells } from '../../../src/worker/upscaling.js';
import { cellAt, generationOf } from '../chat/support/generations.js';
import { solid } from '../images/solid.js';

const RED = [255, 0, 0, 255] as const;

/** What is made of a picture by an upscaler, and what that was asked for. */
async function upscaled(before: RgbaImage, scale: number, make: (request: UpscaleRequest) => RgbaImage) {
  const asked: number[] = [];
  const upscale = async (request: UpscaleRequest) => {
    asked.push(request.scale);
    return make(request);
  };
  const easel = {
    upscaling: { upscaler: 'mine', upscale },
    patient: async <T>(step: () => Promise<T>) => step(),
  };
  const generation = generationOf({ origin: 'upscale', settings: { count: 1, upscale: scale } });
  const work = { signal: new AbortController().signal, report: () => undefined };
  const files = { read: async () => ({ image: before }) };
  const cells = [{ ...cellAt(0), imageKey: 'one.png' }];
  const [made] = await upscaleCells(easel, files, generation, cells, work);
  return { asked, image: made!.image };
}

const times = ({ image: { width, height }, scale }: UpscaleRequest) =>
  solid({ width: Math.round(width * scale), height: Math.round(height * scale) }, RED);

it('a picture becomes no larger than 4096 pixels', async () => {
  const { asked, image } = await upscaled(solid({ width: 2048, height: 4 }, RED), 4, times);
  expect(asked).toEqual([2]);
  expect(image.width).toBe(4096);
});

it('what is larger than was asked for is made smaller, and what is smaller stays', async () => {
  const before = solid(8, RED);
  expect((await upscaled(before, 2, ({ image }) => times({ image, scale: 4 }))).image.width).toBe(16);
  expect((await upscaled(before, 4, ({ image }) => times({ image, scale: 2 }))).image.width).toBe(16);
});

it.each([
  ['of another shape', { width: 32, height: 16 }],
  ['smaller than before', { width: 4, height: 4 }],
])('what is %s is none', async (_, size) => {
  const failing = upscaled(solid(8, RED), 2, () => solid(size, RED));
  await expect(failing).rejects.toMatchObject({
    code: 'painter_failed',
    data: { detail: `made 8 × 8 pixels into ${size.width} × ${size.height}` },
  });
});
