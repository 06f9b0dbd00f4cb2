import { expect, it } from 'vitest';
import { isNear, nearWords } from '../../../../src/engine/words/near-words.js';

const near = nearWords([
  'elephant',
  'penguin',
  'pumpkin',
  'pumpkins',
  'hot dog',
  'cat',
  'capybara',
  'unicorn',
  'rabbit',
  'umbrella',
]);

it.each([
  ['elefhant', 'elephant'],
  ['elphant', 'elephant'],
  ['elephannt', 'elephant'],
  ['pengiun', 'penguin'],
  ['nicorn', 'unicorn'],
  ['nuicorn', 'unicorn'],
  ['ynicorn', 'unicorn'],
  ['xunicorn', 'unicorn'],
  // Another spelling of the same sound.
  ['elefannt', 'elephant'],
  ['capivara', 'capybara'],
  // The word itself, and words too short for a guess.
  ['penguin', undefined],
  ['catt', undefined],
  ['hotdog', undefined],
])('%s is %s misspelled', (word, meant) => {
  expect(near.misspelled(word)).toBe(meant);
});

it('is near by one edit or by two letters that changed places', () => {
  expect(isNear('rabbit', 'rabit')).toBe(true);
  expect(isNear('rabbit', 'rabbti')).toBe(true);
  expect(isNear('rabbit', 'rbabti')).toBe(false);
  expect(isNear('rabbit', 'rabbit')).toBe(false);
});

it('finds at most three words that look alike, the likest first', () => {
  expect(near.alike('pumpkinoid')).toEqual(['pumpkin']);
  expect(near.alike('zzz')).toEqual([]);
  expect(near.alike('pump')).toEqual([]);
  expect(near.alike('pinguin')).toContain('penguin');
});
