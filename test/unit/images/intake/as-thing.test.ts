import { describe, expect, it } from 'vitest';
import { asThing } from '../../../../src/images/index.js';
import { subjectBox } from '../../../../src/images/subject.js';

const plain = (width: number, height: number) => ({
  width,
  height,
  data: Uint8Array.from({ length: 4 * width * height }, (_, k) => [200, 10, 10, 255][k % 4]!),
});

describe('asThing', () => {
  it.each([
    [300, 100, { left: 2, top: 43, width: 124, height: 41 }],
    [100, 300, { left: 43, top: 2, width: 41, height: 124 }],
    [1, 1, { left: 2, top: 2, width: 124, height: 124 }],
    [5000, 1, { left: 2, top: 63, width: 124, height: 1 }],
  ])('fits %i × %i into the middle of a square', async (width, height, box) => {
    const thing = await asThing(plain(width, height), 128);
    expect([thing.width, thing.height]).toEqual([128, 128]);
    expect(subjectBox(thing)).toEqual(box);
  });

  it('keeps the squares of pixel art sharp', async () => {
    const checked = plain(16, 16);
    for (let k = 0; k < 256; k++) if ((k + (k >> 4)) % 2) checked.data[4 * k] = 0;
    const thing = await asThing(checked, 128);
    const reds = new Set(thing.data.filter((_, k) => k % 4 === 0));
    expect([...reds].sort()).toEqual([0, 200]);
  });
});
