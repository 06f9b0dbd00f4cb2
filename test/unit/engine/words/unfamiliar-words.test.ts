import { describe, expect, it } from 'vitest';
import { unfamiliarWords } from '../../../../src/engine/words/unfamiliar-words.js';

const manifest = { concepts: ['cat', 'butterfly'], words: ['a', 'cat', 'butterfly', 'red', 'tomato', 't-shirt'] };

describe('unfamiliarWords', () => {
  it.each([
    ['a red cat', []],
    ['A RED Cat!', []],
    ['the cats, butterflies, tomatoes and t-shirts', []],
    ['a zeppelin over a zeppelin', ['zeppelin', 'over']],
    ['кот', ['кот']],
    ['Tomató', []],
    ['ein Löwe', ['ein', 'löwe']],
    ['a cat under Cats', ['under']],
    ['', []],
  ])('of "%s" are %j', (prompt, expected) => {
    expect(unfamiliarWords(prompt, manifest)).toEqual(expected);
  });

  it('are not those that captions have in another form', () => {
    const names = { es: { things: { gato: 'cat' }, colours: { rojo: 'red' } } };
    expect(unfamiliarWords('Dos gatos rojos con un reloj', { ...manifest, names })).toEqual(['reloj']);
  });

  it('are none where the bundle lists no words', () => {
    expect(unfamiliarWords('a zeppelin', { concepts: [] })).toEqual([]);
  });
});
