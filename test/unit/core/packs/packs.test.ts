import { unzipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { creditsDue, licenceLines } from '../../../../src/core/packs/credits.js';
import { findMoods } from '../../../../src/core/packs/find-moods.js';
import { moodPictureName, packSubject } from '../../../../src/core/packs/names.js';
import { zipPack } from '../../../../src/core/packs/zip.js';
import { loadBundle } from '../../../../src/engine/bundle/bundle.js';
import { createLatentContext, type LatentContext } from '../../../../src/engine/context/context.js';
import { createTextTokenizer } from '../../../../src/engine/context/text-tokenizer.js';
import type { Draft } from '../../../../src/engine/draft/draft.js';
import { storeAnimation } from '../../../../src/images/animation.js';

let context: LatentContext;

beforeAll(async () => {
  const bundle = await loadBundle('models/stickers');
  context = createLatentContext(bundle, createTextTokenizer(bundle));
});

describe('findMoods', () => {
  it.each([
    ['happy, crying ,ANGRY', ['happy', 'crying', 'angry']],
    ['lachend, wütend', ['laughing', 'angry']],
    ['enojado; in love', ['angry', 'love']],
    ['happy, happy', ['happy']],
    ['', []],
  ])('reads %s', (text, moods) => {
    expect(findMoods(text, context, 'en')).toEqual(moods);
  });

  it('refuses what is no mood, and says which there are', () => {
    expect(() => findMoods('happy, haughty', context)).toThrow(
      expect.objectContaining({ data: expect.objectContaining({ option: 'moods', why: 'not_choice' }) }),
    );
  });
});

describe('moodPictureName', () => {
  it.each([
    ['fox', 'crying', 'fox_crying'],
    ['Crème brûlée', 'love', 'creme_brulee_love'],
    ['猫', 'happy', 'kaleido_happy'],
    ['rescue worker’s helmet of iron', 'surprised', 'rescue_worker_s_helm_surprised'],
  ])('names %s that is %s', (thing, mood, name) => {
    expect(moodPictureName(thing, mood)).toBe(name);
    expect(name.length).toBeLessThanOrEqual(30);
  });
});

describe('packSubject', () => {
  const draftOf = (thing: string, picture: string): Draft => {
    return { kind: 'single', style: 'flat', things: [{ thing, picture, flip: false }], recall: 100 };
  };
  const own = [
    { name: 'logo', isFaceless: true },
    { name: 'Our_frog', isFaceless: false },
  ];

  it('is one’s own thing by its own name, and what memory knows by memory’s', () => {
    expect(packSubject(draftOf('thing', 'own:0123456789abcdef'), 'our frog with a hat', own)).toBe('Our_frog');
    expect(packSubject(draftOf('frog', 'noto:frog'), 'ein Frosch', own)).toBe('frog');
    expect(packSubject(null, 'ein Frosch')).toBe('ein Frosch');
  });
});

describe('credits', () => {
  const noto = {
    thing: 'fox',
    picture: 'noto:fox',
    set: 'Noto Emoji',
    author: 'Google',
    licence: 'Apache-2.0',
    source: 'x',
  };
  const fx = { ...noto, picture: 'fxemoji:fox', set: 'Firefox OS Emoji', author: 'Mozilla', licence: 'CC BY 4.0' };

  it('are due where a licence wants the author named, once for each set', () => {
    expect(creditsDue([noto, fx, { ...fx, picture: 'fxemoji:hat' }])).toEqual([{ ...fx, picture: 'fxemoji:hat' }]);
  });

  it('say of every work who made it and under which licence', () => {
    expect(licenceLines([noto, noto])).toEqual(['fox (noto:fox): Noto Emoji, Google, Apache-2.0, x']);
  });
});

describe('zipPack', () => {
  const image = { width: 128, height: 128, data: new Uint8Array(4 * 128 * 128).fill(200) };

  it('has still and moving pictures by their names, a sheet, licences and names', async () => {
    const moving = await storeAnimation({
      frames: [image, { ...image, data: image.data.slice().fill(90) }],
      frameMs: 60,
    });
    const pictures = [
      { name: 'fox_happy', image, moving: null },
      { name: 'fox_angry', image, moving },
    ];
    const papers = { sheet: Buffer.from('sheet'), licences: 'Noto', stickerSide: 320 };
    const files = unzipSync(await zipPack(pictures, papers));
    expect(Object.keys(files).sort()).toEqual([
      'emoji/fox_angry.gif',
      'emoji/fox_happy.png',
      'licences.txt',
      'names.txt',
      'sheet.png',
      'stickers/fox_angry.png',
      'stickers/fox_happy.png',
    ]);
    expect(Buffer.from(files['names.txt']!).toString()).toBe('fox_happy\nfox_angry\n');
    expect(Buffer.from(files['stickers/fox_angry.png']!).includes('acTL')).toBe(true);
    expect(Buffer.from(files['stickers/fox_happy.png']!).includes('acTL')).toBe(false);
  });
});
