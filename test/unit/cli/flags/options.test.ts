import { describe, expect, it } from 'vitest';
import {
  commaList,
  intervalOption,
  realNumberOption,
  repeated,
  wholeNumberOption,
} from '../../../../src/cli/flags/options.js';
import { wordsOf } from '../../../support/words-of.js';

describe('wholeNumberOption', () => {
  const count = wholeNumberOption('--count', { min: 1, max: 9 });

  it.each([
    ['1', 1],
    ['9', 9],
    [' 4 ', 4],
  ])('reads "%s"', (text, value) => expect(count(text)).toBe(value));

  it.each(['0', '10', '2.5', '', ' ', 'four', '4x', 'Infinity'])(
    'refuses "%s", naming flag and range',
    async (text) => {
      expect(await wordsOf(() => count(text))).toBe(
        `bad_option: --count must be a whole number from 1 to 9, not "${text}".`,
      );
    },
  );
});

describe('realNumberOption', () => {
  const guidance = realNumberOption('--guidance', { min: 1, max: 20 });

  it('reads fractions', () => expect(guidance('4.5')).toBe(4.5));

  it.each(['0.99', '20.1', 'NaN', ''])('refuses "%s"', (text) => {
    expect(() => guidance(text)).toThrow(expect.objectContaining({ code: 'bad_option' }));
  });
});

it('gathers repeated options in order', () => expect(repeated('b', repeated('a'))).toEqual(['a', 'b']));

it('splits lists at commas, ignoring blanks and case', () =>
  expect(commaList(' Boxes,, palette ')).toEqual(['boxes', 'palette']));

describe('intervalOption', () => {
  const interval = intervalOption('--guidance-interval', { min: 0, max: 1 });

  it.each([
    ['0.1,0.6', [0.1, 0.6]],
    [' 0 , 1 ', [0, 1]],
    ['0.5,0.5', [0.5, 0.5]],
  ])('reads "%s"', (text, value) => expect(interval(text)).toEqual(value));

  it.each(['', '0.5', '0.6,0.1', '0,2', '0,,1', 'a,b', ','])('refuses "%s", naming the flag', async (text) => {
    expect(await wordsOf(() => interval(text))).toBe(
      `bad_option: --guidance-interval must be two numbers from 0 to 1, the smaller one first, such as 0,1, not "${text}".`,
    );
  });
});
