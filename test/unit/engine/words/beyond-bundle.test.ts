import { describe, expect, it } from 'vitest';
import { beyondBundle } from '../../../../src/engine/words/beyond-bundle.js';
import { NAMING } from './naming.js';

describe('what of a prompt is beyond a bundle: unfamiliar words', () => {
  it.each([
    ['a red cat', []],
    ['A RED Cat!', []],
    ['the kitties, mice, oranges and t-shirts', []],
    ['a happy cat that is on fire', []],
    ['can you draw me a big sticker of a dog, please', []],
    ['a zeppelin under a zeppelin', ['zeppelin', 'under']],
    ['кот', ['кот']],
    ['a cat under Cats', ['under']],
    ['a red-haired cat', ['haired']],
    ['', []],
    ['Dos gatos rojos con un reloj', ['reloj']],
    ['ein Löwe im Weltall', ['weltall']],
    ['un chat très content', []],
  ])('of "%s" are %j', (prompt, expected) => {
    expect(beyondBundle(prompt, NAMING).words).toEqual(expected);
  });

  it('are none where the bundle lists no words', () => {
    expect(beyondBundle('a zeppelin', { ...NAMING, words: undefined }).words).toEqual([]);
  });

  it.each([
    ['ein Hund im Weltall', true],
    ['ein Luftschiff', false],
    ['a dog in a zeppelin', false],
    ['a zeppelin', false],
  ])('are left out where the rest is put in English: “%s”: %s', (prompt, areLeftOut) => {
    expect(beyondBundle(prompt, NAMING).areLeftOut).toBe(areLeftOut);
  });
});

describe('what of a prompt is beyond a bundle: things', () => {
  it.each([
    ['three cats', false],
    ['two cats and a bird', false],
    ['four cats', true],
    ['20 Katzen', true],
    ['two cats and two birds', true],
    ['un gato, un perro, una casa y un coche', true],
  ])('are too many in “%s”: %s', (prompt, hasTooMany) => {
    expect(beyondBundle(prompt, NAMING).hasTooMany).toBe(hasTooMany);
  });
});
