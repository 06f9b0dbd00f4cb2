import { expect, it } from 'vitest';
import { createPreviewer } from '../../../src/diffusers/previewer.js';
import { createRng } from '../../../src/engine/basics/rng.js';

const SIZE = { width: 12, height: 8 };
const PIXELS = SIZE.width * SIZE.height;

/** Latents, and the picture that a decoder of one linear function would make of them. */
function decoded(seed: number) {
  const rng = createRng(seed, 'previewer');
  const latents = rng.gaussian(4 * PIXELS);
  const data = new Uint8Array(4 * PIXELS).fill(255);
  for (let p = 0; p < PIXELS; p++) {
    const [a, b, c] = [latents[p]!, latents[PIXELS + p]!, latents[3 * PIXELS + p]!];
    data.set([128 + 20 * a, 100 - 15 * b, 90 + 10 * a + 12 * c], 4 * p);
  }
  return { latents, picture: { ...SIZE, data } };
}

it('shows nothing before it has seen what comes of latents', () => {
  expect(createPreviewer().show(decoded(1).latents, SIZE)).toBeUndefined();
});

it('shows latents in the colours that the model makes of them', async () => {
  const previewer = createPreviewer();
  const known = decoded(1);
  await previewer.learn(known.latents, SIZE, known.picture);
  const other = decoded(2);
  const shown = previewer.show(other.latents, SIZE)!;
  expect([shown.width, shown.height]).toEqual([SIZE.width, SIZE.height]);
  const off = shown.data.map((value, at) => Math.abs(value - other.picture.data[at]!));
  expect(Math.max(...off)).toBeLessThan(4);
});

it('of one colour knows that colour, and goes wild over nothing', async () => {
  const previewer = createPreviewer();
  const data = new Uint8Array(4 * PIXELS).fill(200);
  await previewer.learn(new Float32Array(4 * PIXELS), SIZE, { ...SIZE, data });
  const [first] = previewer.show(new Float32Array(4 * PIXELS), SIZE)!.data;
  expect(Math.abs(first! - 200)).toBeLessThan(2);
});
