import { describe, expect, it } from 'vitest';
import { unfamiliarWords } from '../../../src/engine/prompt-words.js';

const manifest = { words: ['a', 'cat', 'butterfly', 'red', 'tomato', 't-shirt'] };

describe('unfamiliarWords', () => {
  it.each([
    ['a red cat', []],
    ['A RED Cat!', []],
    ['cats, butterflies, tomatoes and t-shirts', ['and']],
    ['a zeppelin over a zeppelin', ['zeppelin', 'over']],
    ['кот', ['кот']],
    ['Tomató', []],
    ['ein Löwe', ['ein', 'löwe']],
    ['', []],
  ])('of "%s" are %j', (prompt, expected) => {
    expect(unfamiliarWords(prompt, manifest)).toEqual(expected);
  });

  it('are none where the bundle lists no words', () => {
    expect(unfamiliarWords('a zeppelin', {})).toEqual([]);
  });
});
