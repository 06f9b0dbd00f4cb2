import { describe, expect, it } from 'vitest';
import { paint, toRgbaImage } from '../../../../src/engine/diffusion/paint.js';
import type { PaintEvent } from '../../../../src/engine/requests/types.js';
import { analyticModels, jobOf } from './analytic-models.js';

async function events(steps: number, previewEvery: number): Promise<PaintEvent[]> {
  const all: PaintEvent[] = [];
  for await (const event of paint(analyticModels().models, jobOf([1, 0], { steps }), previewEvery)) all.push(event);
  return all;
}

describe('paint', () => {
  it.each([
    { steps: 3, previewEvery: 0, expected: ['step 1', 'step 2', 'step 3', 'done'] },
    { steps: 4, previewEvery: 2, expected: ['step 1', 'step 2', 'preview 2', 'step 3', 'step 4', 'done'] },
    { steps: 3, previewEvery: 2, expected: ['step 1', 'step 2', 'preview 2', 'step 3', 'done'] },
    { steps: 1, previewEvery: 1, expected: ['step 1', 'done'] },
  ])('reports $steps steps with a preview every $previewEvery', async ({ steps, previewEvery, expected }) => {
    const names = (await events(steps, previewEvery)).map((event) =>
      event.type === 'done' ? 'done' : `${event.type} ${event.step}`,
    );
    expect(names).toEqual(expected);
  });

  it('ends with one straight RGBA picture a cell, of the largest resolution', async () => {
    const last = (await events(2, 0)).at(-1)!;
    const images = last.type === 'done' ? last.images : [];
    expect(images.map(({ width, height, data }) => [width, height, data.length])).toEqual([
      [8, 8, 256],
      [8, 8, 256],
    ]);
    expect([...images[0]!.data.subarray(0, 4)]).toEqual([255, 255, 255, 255]);
    expect([...images[1]!.data.subarray(0, 4)]).toEqual([255, 255, 255, 128]);
  });
});

describe('toRgbaImage', () => {
  it.each([
    { name: 'opaque red', planes: [1, -1, -1, 1], rgba: [255, 0, 0, 255] },
    { name: 'half-transparent white, straightened', planes: [0, 0, 0, 0], rgba: [255, 255, 255, 128] },
    { name: 'transparent, whatever its colour', planes: [0.5, 1, -1, -1], rgba: [0, 0, 0, 0] },
    { name: 'a colour brighter than its alpha allows, clipped', planes: [0.5, -1, -1, 0], rgba: [255, 0, 0, 128] },
    { name: 'faint haze, cleared', planes: [-0.9, -0.9, -0.9, -0.85], rgba: [0, 0, 0, 0] },
    { name: 'almost opaque, made so', planes: [0.9, -1, -1, 0.85], rgba: [255, 0, 0, 255] },
    { name: 'values out of range, clipped', planes: [3, -2, -1, 1.5], rgba: [255, 0, 0, 255] },
  ])('reads $name', ({ planes, rgba }) => {
    expect(toRgbaImage(Float32Array.from(planes), 1)).toEqual({ width: 1, height: 1, data: Uint8Array.from(rgba) });
  });

  it('interleaves the planes row by row', () => {
    const planes = new Float32Array(16).fill(-1);
    planes.fill(1, 12);
    planes[1] = 1;
    planes[4 + 2] = 1;
    const { data } = toRgbaImage(planes, 2);
    expect([...data.subarray(4, 8)]).toEqual([255, 0, 0, 255]);
    expect([...data.subarray(8, 12)]).toEqual([0, 255, 0, 255]);
  });
});
