import { describe, expect, it } from 'vitest';
import { beyondBundle } from '../../../../src/engine/words/beyond-bundle.js';

const limits = { objects: 3 };
const manifest = {
  limits,
  concepts: ['cat', 'butterfly'],
  words: ['a', 'cat', 'butterfly', 'red', 'tomato', 't-shirt'],
};

describe('what of a prompt is beyond a bundle: unfamiliar words', () => {
  it.each([
    ['a red cat', []],
    ['A RED Cat!', []],
    ['the cats, butterflies, tomatoes and t-shirts', []],
    ['a zeppelin over a zeppelin', ['zeppelin', 'over']],
    ['кот', ['кот']],
    ['Tomató', []],
    ['ein Löwe', ['ein', 'löwe']],
    ['a cat under Cats', ['under']],
    ['a red-haired cat', ['haired']],
    ['', []],
  ])('of "%s" are %j', (prompt, expected) => {
    expect(beyondBundle(prompt, manifest).words).toEqual(expected);
  });

  it('are not those that captions have in another form', () => {
    const names = { es: { things: { gato: 'cat' }, colours: { rojo: 'red' } } };
    expect(beyondBundle('Dos gatos rojos con un reloj', { ...manifest, names }).words).toEqual(['reloj']);
  });

  it('are none where the bundle lists no words', () => {
    expect(beyondBundle('a zeppelin', { limits, concepts: [] }).words).toEqual([]);
  });

  it('are left out where something else is known', () => {
    const named = { ...manifest, names: { en: { things: {}, colours: {} } } };
    expect(beyondBundle('a happy cat', named).areLeftOut).toBe(true);
    expect(beyondBundle('a happy zeppelin', named).areLeftOut).toBe(false);
    expect(beyondBundle('a happy cat', manifest).areLeftOut).toBe(false);
  });
});

describe('what of a prompt is beyond a bundle: things', () => {
  it.each([
    ['three cats', false],
    ['two cats and a butterfly', false],
    ['four cats', true],
    ['20 cats', true],
    ['two cats and two butterflies', true],
  ])('are too many in “%s”: %s', (prompt, hasTooMany) => {
    expect(beyondBundle(prompt, manifest).hasTooMany).toBe(hasTooMany);
  });
});
