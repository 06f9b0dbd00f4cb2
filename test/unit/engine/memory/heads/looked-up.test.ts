import { describe, expect, it } from 'vitest';
import { loadBundle } from '../../../../../src/engine/bundle/index.js';
import { headFrom, LOOKED_UP_HEADS, readRow, sideOf } from '../../../../../src/engine/memory/heads/looked-up.js';
import { createPictures } from '../../../../../src/engine/memory/index.js';

const bundle = await loadBundle('models/stickers');
const pictures = createPictures(bundle);
const { parts, pictures: slugs } = bundle.memory;
const SIDE = bundle.manifest.image.size;
/** Alpha from which on a pixel is of what is drawn. */
const SOLID = 128;

const numbered = new Map([...slugs.entries()].map(([picture, slug]) => [slug, picture]));

describe('heads that were looked up', () => {
  it('are of pictures that there are', () => {
    expect([...LOOKED_UP_HEADS.keys()].filter((slug) => !numbered.has(slug))).toEqual([]);
  });

  it('lie within their picture, about their eyes, which are in it and not beside it', async () => {
    const wrong: string[] = [];
    for (const [slug, { eyes }] of LOOKED_UP_HEADS) {
      const picture = numbered.get(slug)!;
      const { x0, x1, top, x, y } = parts.headOf(picture)!;
      if (!(0 <= x0 && x0 < x && x < x1 && x1 <= 1 && 0 <= top && top < y && y < 1)) wrong.push(`${slug}: head`);
      const { data } = await pictures.read(picture);
      const isSolid = (u: number, v: number) =>
        data[4 * (Math.floor(v * SIDE) * SIDE + Math.floor(u * SIDE)) + 3]! >= SOLID;
      for (const eye of eyes ?? []) {
        if (!isSolid(eye.x, eye.y)) wrong.push(`${slug}: eye beside it`);
        if (eye.x < x0 || eye.x > x1) wrong.push(`${slug}: eye beside its head`);
      }
    }
    expect(wrong).toEqual([]);
  });

  it('tell where a head in profile looks by its mouth', () => {
    const sides = ['noto:llama', 'twemoji:penguin', 'emojione:eagle', 'noto:ewe'].map((slug) =>
      parts.sideOf(numbered.get(slug)!),
    );
    expect(sides).toEqual([-1, 1, 1, undefined]);
    const head = { x0: 0.2, x1: 0.6, top: 0.1, x: 0.4, y: 0.3 };
    expect(sideOf({ mouth: { x: 0.38, y: 0.5 } }, head, 1)).toBeUndefined();
    expect(sideOf({ mouth: { x: 0.2, y: 0.5 } }, undefined, 1)).toBeUndefined();
  });
});

describe('a row of them', () => {
  it('is read in hundredths of the picture', () => {
    const [slug, head] = readRow('noto:ewe 6 52 5 eye 19 32.5 2 3 eye 39 35 2 3 mouth 24 52');
    expect(slug).toBe('noto:ewe');
    expect(head.ends).toEqual([0.06, 0.52, 0.05]);
    expect(head.eyes).toEqual([
      { x: 0.19, y: 0.325, across: 0.02, down: 0.03 },
      { x: 0.39, y: 0.35, across: 0.02, down: 0.03 },
    ]);
    expect(head.mouth).toEqual({ x: 0.24, y: 0.52 });
    expect(headFrom(head, undefined)!.x).toBeCloseTo(0.29);
  });

  it('leaves eyes as training measured them, or says where eyes would be that are not seen', () => {
    const measured = { x0: 0, x1: 1, top: 0.2, x: 0.4, y: 0.4 };
    const [, narrower] = readRow('kaleido:moth 30 70 22');
    expect(narrower.eyes).toBeUndefined();
    expect(headFrom(narrower, measured)).toEqual({ ...measured, x0: 0.3, x1: 0.7, top: 0.22 });
    expect(headFrom(narrower, undefined)).toBeUndefined();
    const [, unseen] = readRow('twemoji:ant 8 42 12 at 22 24 eyeless');
    expect([narrower, unseen].map(({ isEyeless }) => isEyeless)).toEqual([false, true]);
    expect(unseen.eyes).toEqual([]);
    expect(headFrom(unseen, measured)).toEqual({ x0: 0.08, x1: 0.42, top: 0.12, x: 0.22, y: 0.24 });
  });

  it.each(['noto:cat 3 4', 'noto:cat 3 140 5', 'noto:cat 3 40 5 eye 1 2', 'noto:cat 3 40 5 nose 1 2', 'cat 3 40 5'])(
    'is refused where it is none: %s',
    (row) => {
      expect(() => readRow(row)).toThrow(SyntaxError);
    },
  );
});
