import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadBundle } from '../../../../src/engine/bundle/bundle.js';
import { PARTS_FILE } from '../../../../src/engine/manifest/files.js';
import { wordsOf } from '../../../support/words-of.js';
import { type SmallTensor, safetensorsFile, writeSmallBundle } from '../support/small-bundle.js';

/** Hair of the first picture, red, of 300 pixels from the eleventh on; eyes of the second, blue, of two single ones. */
function smallParts(): Record<string, SmallTensor> {
  return {
    picture: ['U16', [2], [0, 1]],
    part: ['U8', [2], [0, 2]],
    colour: ['U8', [2], [0, 1]],
    share: ['F32', [2], [0.5, 0.25]],
    beside: ['U8', [2], [4, 255]],
    head_picture: ['U16', [1], [1]],
    head: ['F32', [1, 5], [0.25, 0.75, 0.125, 0.5, 0.375]],
    run_starts: ['U32', [3], [0, 4, 8]],
    runs: ['U8', [8], [10, 255, 0, 45, 3, 1, 2, 1]],
    palette_starts: ['U32', [3], [0, 2, 3]],
    palette_colours: ['U8', [3], [2, 3, 6]],
    palette_shares: ['U8', [3], [200, 55, 255]],
  };
}

describe('the parts of a memory', () => {
  let dir: string;

  beforeAll(async () => {
    dir = await mkdtemp(join(tmpdir(), 'kaleido-parts-'));
  });
  afterAll(() => rm(dir, { recursive: true }));

  const write = (content: string | Buffer) =>
    writeSmallBundle(dir, ({ manifest, contents }) => {
      Object.assign(manifest.files, { [PARTS_FILE]: { sha256: '0'.repeat(64), bytes: 1 } });
      Object.assign(contents, { [PARTS_FILE]: content });
    });

  it('are none where a bundle has no such file', async () => {
    await writeSmallBundle(dir);
    const { memory } = await loadBundle(dir);
    expect(memory.parts.of(0)).toEqual([]);
  });

  it('tell both eyes, or the one that is seen, unless the file is older than that', async () => {
    await write(safetensorsFile(smallParts()));
    expect((await loadBundle(dir)).memory.parts.eyesOf(1)).toEqual([]);
    const left = [0.375, 0.5, 0.0625, 0.125];
    const right = [0.625, 0.5, 0.0625, 0.125];
    const withEyes = async (...eyes: number[]) => {
      await write(safetensorsFile({ ...smallParts(), head_eyes: ['F32', [1, 8], eyes] }));
      return (await loadBundle(dir)).memory.parts.eyesOf(1);
    };
    const eye = { y: 0.5, across: 0.0625, down: 0.125 };
    expect(await withEyes(...left, ...right)).toEqual([
      { ...eye, x: 0.375 },
      { ...eye, x: 0.625 },
    ]);
    expect(await withEyes(...left, 0, 0, 0, 0)).toEqual([{ ...eye, x: 0.375 }]);
    expect(await withEyes(0, 0, 0, 0, 0, 0, 0, 0)).toEqual([]);
    await expect(withEyes(0.01, 0.5, 0.0625, 0.125, ...right)).rejects.toThrow();
  });

  it('tell where something sits on a picture, unless the file is older than that', async () => {
    await write(safetensorsFile(smallParts()));
    const older = await loadBundle(dir);
    expect(older.memory.parts.seatOf(0)).toBeUndefined();
    const { pictures } = older.manifest.memory;
    const seats = Array.from({ length: 2 * pictures }, (_, k) => (k === 2 ? 51 : 255));
    await write(safetensorsFile({ ...smallParts(), seat: ['U8', [pictures, 2], seats] }));
    const { memory } = await loadBundle(dir);
    expect(memory.parts.seatOf(1)).toEqual({ x: 0.2, y: 1 });
    await write(safetensorsFile({ ...smallParts(), seat: ['U8', [1, 2], [0, 0]] }));
    await expect(loadBundle(dir)).rejects.toThrow();
  });

  it('are read with colour, share, histogram and mask', async () => {
    await write(safetensorsFile(smallParts()));
    const { memory } = await loadBundle(dir);
    const [hair, ...others] = memory.parts.of(0);
    expect(others).toEqual([]);
    expect(hair).toMatchObject({ part: 'hair', colour: 0, share: 0.5, beside: 4 });
    expect([...hair!.histogram.colours]).toEqual([2, 3]);
    const mask = hair!.mask();
    expect(mask.length).toBe(128 * 128);
    expect([mask[9], mask[10], mask[309], mask[310]]).toEqual([0, 1, 1, 0]);
    expect(mask.reduce((sum, one) => sum + one, 0)).toBe(300);
    const [eyes] = memory.parts.of(1);
    expect(eyes).toMatchObject({ part: 'eyes', beside: undefined });
    expect(memory.parts.headOf(1)).toEqual({ x0: 0.25, x1: 0.75, top: 0.125, x: 0.5, y: 0.375 });
    expect(memory.parts.headOf(0)).toBeUndefined();
    expect([...eyes!.mask().entries()].flatMap(([p, one]) => (one ? [p] : []))).toEqual([3, 6]);
    expect(memory.parts.of(2)).toEqual([]);
  });

  it.each<[string, RegExp, (parts: Record<string, SmallTensor>) => void]>([
    ['a picture that there is not', /picture 3/, (parts) => Object.assign(parts.picture![2], { 1: 3 })],
    ['a part that there is not', /part 4 of picture 1/, (parts) => Object.assign(parts.part![2], { 1: 4 })],
    [
      'a part twice',
      /two parts "hair" of picture 0/,
      (parts) => Object.assign(parts, { picture: ['U16', [2], [0, 0]], part: ['U8', [2], [0, 0]] }),
    ],
    ['a colour that there is not', /colour/, (parts) => Object.assign(parts.colour![2], { 0: 2 })],
    [
      'a palette colour that there is not',
      /beyond the 8/,
      (parts) => Object.assign(parts.palette_colours![2], { 0: 8 }),
    ],
    ['a share beyond the whole', /share/, (parts) => Object.assign(parts.share![2], { 0: 1.5 })],
    [
      'runs that end elsewhere',
      /run_starts that do not rise to 8/,
      (parts) => Object.assign(parts.run_starts![2], { 2: 7 }),
    ],
    [
      'runs beyond the picture',
      /larger than the picture/,
      (parts) =>
        Object.assign(parts, {
          run_starts: ['U32', [3], [0, 4, 304]],
          runs: ['U8', [304], [10, 255, 0, 45, ...new Array<number>(300).fill(255)]],
        }),
    ],
    ['eyes above their head', /head .* of picture 1/, (parts) => Object.assign(parts.head![2], { 2: 0.5 })],
    ['no masks', /holds no runs/, (parts) => Reflect.deleteProperty(parts, 'runs')],
  ])('are refused in a sentence with %s', async (_, what, spoil) => {
    const parts = smallParts();
    spoil(parts);
    await write(safetensorsFile(parts));
    const words = await wordsOf(() => loadBundle(dir));
    expect(words).toMatch(/^bundle_invalid: /);
    expect(words).toContain(join(dir, PARTS_FILE));
    expect(words).toMatch(what);
    expect(words).toMatch(/export it again/);
  });

  it('are refused where the file is none', async () => {
    await write('parts');
    await expect(loadBundle(dir)).rejects.toMatchObject({ code: 'bundle_invalid' });
  });
});
