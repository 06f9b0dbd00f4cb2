import { describe, expect, it } from 'vitest';
import { renderGrid } from '../../../src/images/grid.js';
import { type ImageRecord, readMetadata } from '../../../src/images/metadata.js';
import { decodePng, encodePng } from '../../../src/images/sharp.js';
import { renderSingle } from '../../../src/images/single.js';
import { pixel, solid } from './solid.js';

const RECORD: ImageRecord = {
  software: 'kaleido 0.1.0',
  bundle: { name: 'stickers', version: '0.1.0', hash: 'f00d' },
  prompt: 'ein "Bär" & <katze>, 猫 🐈 \\ ]]> &lt;',
  settings: { seed: 4294967295, guidance: 4.5, sampler: 'dpm-solver++', kinds: ['boxes'], pins: [] },
  vendi: 3.25,
  cells: [{ latents: 'abc-_9', seed: 7 }],
};
const IMAGE = solid(64, [10, 200, 30, 128]);

describe('metadata', () => {
  it('comes back from a grid exactly as it was written', async () => {
    expect(await readMetadata(await renderGrid([{ image: IMAGE }], RECORD))).toEqual(RECORD);
  });

  it('comes back from a single picture exactly as it was written', async () => {
    const { vendi: _, ...record } = RECORD;
    expect(await readMetadata(await renderSingle(IMAGE, record))).toEqual(record);
  });

  it('carries the lineage of a picture that a bot made', async () => {
    const record = { ...RECORD, lineage: { id: '0123456789ab', parent: null, root: '0123456789ab' } };
    expect(await readMetadata(await renderSingle(IMAGE, record))).toEqual(record);
  });

  it('is missed kindly in a picture that has none', async () => {
    await expect(readMetadata(await encodePng(IMAGE))).rejects.toMatchObject({ code: 'unreadable_input' });
  });

  it.each([['<kaleido:record>{"prompt":</kaleido:record>'], ['<kaleido:record>{"prompt":"a cat"}</kaleido:record>']])(
    'is refused when damaged: %s',
    async (xmp) => {
      await expect(readMetadata(await encodePng(IMAGE, xmp))).rejects.toMatchObject({ code: 'unreadable_input' });
    },
  );

  it('is refused for a file that is no picture', async () => {
    await expect(readMetadata(Buffer.from('not a picture'))).rejects.toMatchObject({ code: 'unreadable_input' });
  });
});

describe('renderSingle', () => {
  it('keeps the picture’s transparency at full size', async () => {
    const { image } = await decodePng(await renderSingle(IMAGE, RECORD));
    expect([image.width, image.height]).toEqual([512, 512]);
    const [r, g, b, alpha] = pixel(image, 256, 256);
    expect(alpha).toBe(128);
    // Weighting by alpha in 8 bits costs up to one level.
    for (const [got, wanted] of [
      [r, 10],
      [g, 200],
      [b, 30],
    ])
      expect(Math.abs(got! - wanted!)).toBeLessThanOrEqual(1);
  });

  it('leaves what another painter gave at its own resolution', async () => {
    const record = { ...RECORD, painter: { name: 'sdapi', model: 'dreams' } };
    const wide = solid({ width: 1344, height: 768 }, [200, 30, 30, 255]);
    const { image } = await decodePng(await renderSingle(wide, record));
    expect([image.width, image.height]).toEqual([1344, 768]);
  });
});
