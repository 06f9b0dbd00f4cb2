import { expect, it } from 'vitest';
import type { RgbaImage } from '../../../src/engine/basics/rgba-image.js';
import { createRng } from '../../../src/engine/basics/rng.js';
import type { ImageRecord } from '../../../src/images/metadata.js';
import { readMetadata, toXmp } from '../../../src/images/metadata.js';
import { decodePng, encodePng } from '../../../src/images/sharp.js';
import { fileForChats, renderForChats } from '../../../src/images/single.js';
import { solid } from './solid.js';

const RECORD: ImageRecord = {
  software: 'kaleido',
  bundle: { name: 'tiny', version: '1', hash: '0' },
  painter: { name: 'sdapi', model: 'dreams', upscaler: 'ESRGAN' },
  prompt: 'a cat',
  settings: {},
  cells: [],
};
/** What chats take, in bytes. */
const MOST = 8 * 2 ** 20;

/** No PNG of it is smaller than its pixels. */
function noise(side: number): RgbaImage {
  const rng = createRng(1, 'noise');
  const image = solid(side, [0, 0, 0, 255]);
  for (let at = 0; at < image.data.length; at++) if (at % 4 !== 3) image.data[at] = 256 * rng.uniform();
  return image;
}

it('a picture for a card has sides that chats show, and is smaller yet where its file is larger than they take', async () => {
  const wide = await renderForChats(solid({ width: 4096, height: 64 }, [9, 9, 9, 255]), RECORD);
  expect((await decodePng(wide)).image).toMatchObject({ width: 2048, height: 32 });
  const file = await renderForChats(noise(1800), RECORD);
  expect(file.length).toBeLessThanOrEqual(MOST);
  expect((await decodePng(file)).image.width).toBeGreaterThan(1000);
  expect((await readMetadata(file)).painter?.upscaler).toBe('ESRGAN');
});

it('a file that chats do not take is handed out as WebP, with what is written of it', async () => {
  const small = await encodePng(solid(8, [9, 9, 9, 255]), toXmp(RECORD));
  expect(await fileForChats(small)).toEqual({ file: small, ending: 'png' });
  const large = await encodePng(noise(1800), toXmp(RECORD));
  expect(large.length).toBeGreaterThan(MOST);
  const { file, ending } = await fileForChats(large);
  expect(ending).toBe('webp');
  expect(file.length).toBeLessThan(MOST);
  expect((await readMetadata(file)).prompt).toBe('a cat');
});
