import { expect, it } from 'vitest';
import { inMiddleOf } from '../../../../src/engine/text-prior/in-middle.js';

const LATENTS = {
  description: 'a cat',
  boxes: [{ label: 'cat', x0: 0, y0: 0.25, x1: 1, y1: 0.75 }],
  blobs: [{ x: 0, y: 0.5, major: 0.25, minor: 0.125, angle: 0 }],
};

it('puts a square into the middle of a wide canvas', () => {
  const { boxes, blobs, description } = inMiddleOf(LATENTS, 16 / 9);
  // 9 of 16 parts are the square’s, rounded to the steps of places.
  expect(boxes).toEqual([{ label: 'cat', x0: 7 / 32, y0: 0.25, x1: 25 / 32, y1: 0.75 }]);
  expect(blobs).toEqual([{ ...LATENTS.blobs[0], x: 7 / 32 }]);
  expect(description).toBe('a cat');
});

it('puts it into the middle of a high one', () => {
  const [box] = inMiddleOf(LATENTS, 2 / 3).boxes!;
  expect([box!.x0, box!.x1]).toEqual([0, 1]);
  expect([box!.y0, box!.y1]).toEqual([11 / 32, 21 / 32]);
});

it('keeps boxes from vanishing', () => {
  const thin = { boxes: [{ label: 'cat', x0: 0.5, y0: 0, x1: 0.53125, y1: 1 }] };
  const [box] = inMiddleOf(thin, 16 / 9).boxes!;
  expect(box!.x1).toBeGreaterThan(box!.x0);
});
