import { describe, expect, it } from 'vitest';
import { paint } from '../../../../src/engine/diffusion/paint.js';
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
