import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { openNetworks } from '../../../src/diffusers/networks.js';
import { paint } from '../../../src/diffusers/paint.js';
import { readFolder } from '../../../src/diffusers/read-folder.js';
import type { RgbaImage } from '../../../src/engine/basics/rgba-image.js';
import {
  FOLDERS,
  type GoldenPicture,
  goldenPictures,
  spreadNoise,
  squaresOf,
  startPicture,
  wantedSquares,
} from './golden-pictures.js';

const networks = openNetworks({ threads: 1 });
afterAll(() => networks.dispose());

async function painted(name: string, asked: GoldenPicture): Promise<{ image: RgbaImage; parts: number[] }> {
  const { prompt, negative, steps, guidance, side, strength } = asked;
  const start = strength === null ? undefined : { image: startPicture(side), strength };
  const size = { width: side, height: side };
  const request = { prompt, negative, steps, guidance, size, start };
  const parts: number[] = [];
  for await (const event of paint(await readFolder(join(FOLDERS, name)), networks, request, { noiseAt: spreadNoise })) {
    if (event.type === 'done') return { image: event.image, parts };
    parts.push(event.part);
  }
  throw new Error('it never ended');
}

describe.each(Object.entries(goldenPictures))('%s', (name, { pictures }) => {
  it.each(pictures.map((asked) => [asked.prompt.slice(0, 30), asked] as const))(
    '%s: as PyTorch paints it',
    async (_, asked) => {
      const { image, parts } = await painted(name, asked);
      expect(image).toMatchObject({ width: asked.side, height: asked.side });
      const found = squaresOf(image);
      const wanted = wantedSquares(asked);
      const off = wanted.map((value, k) => Math.abs(value - found[k]!));
      expect(Math.max(...off)).toBeLessThan(0.006);
      expect(parts).toEqual([...parts].sort((a, b) => a - b));
    },
  );

  it('reads words as the reference does', async () => {
    const { texts } = await readFolder(join(FOLDERS, name));
    for (const { prompt, ids } of pictures) expect(texts.map(({ tokenizer }) => tokenizer(prompt))).toEqual(ids);
  });
});
