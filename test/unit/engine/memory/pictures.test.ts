import { copyFile, mkdtemp, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Bundle, loadBundle } from '../../../../src/engine/bundle/bundle.js';
import { createPictures } from '../../../../src/engine/memory/pictures.js';
import { TINY_BUNDLE } from '../support/golden.js';

describe('pictures of a memory', () => {
  let dir: string;
  let bundle: Bundle;

  beforeAll(async () => {
    dir = await mkdtemp(join(tmpdir(), 'kaleido-pictures-'));
    const tiny = await loadBundle(TINY_BUNDLE);
    const picturesPath = join(dir, 'memory.bin');
    await copyFile(tiny.memory.picturesPath, picturesPath);
    bundle = { ...tiny, memory: { ...tiny.memory, picturesPath } };
  });
  afterAll(() => rm(dir, { recursive: true }));

  it('are read as they were measured', async () => {
    const { data, width, height } = await createPictures(bundle).read(3);
    expect([width, height]).toEqual([128, 128]);
    const alpha = data.filter((_, k) => k % 4 === 3).reduce((sum, value) => sum + value / 255, 0) / (128 * 128);
    expect(alpha).toBeCloseTo(bundle.memory.measures.area[3]!, 2);
  });

  it('are read once, as long as they are among the latest', async () => {
    const pictures = createPictures(bundle);
    expect(pictures.read(0)).toBe(pictures.read(0));
    const first = pictures.read(0);
    await Promise.all(Array.from({ length: 64 }, (_, k) => pictures.read(k + 1)));
    expect(pictures.read(0)).not.toBe(first);
  });

  it('are told by number and slug where the file is spoilt or ends, and tried again', async () => {
    const pictures = createPictures(bundle);
    const { offsets } = bundle.memory.measures;
    await truncate(bundle.memory.picturesPath, offsets[6]! - 1);
    await expect(pictures.read(5)).rejects.toMatchObject({
      code: 'bundle_invalid',
      message: expect.stringContaining('ends before picture 5 (flat:tree)'),
    });
    await writeFile(bundle.memory.picturesPath, Buffer.alloc(offsets[6]!));
    await expect(pictures.read(5)).rejects.toMatchObject({
      message: expect.stringContaining('has a picture 5 (flat:tree) that cannot be decoded'),
    });
    await rm(bundle.memory.picturesPath);
    await expect(pictures.read(5)).rejects.toMatchObject({
      message: expect.stringContaining('cannot be read at picture 5 (flat:tree)'),
    });
  });
});
