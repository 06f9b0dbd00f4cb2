import { describe, expect, it } from 'vitest';
import {
  clip,
  plainLine,
  plainLines,
  progressBar,
  shorten,
  withoutLinks,
} from '../../../../src/chat/text/safe-text.js';

describe('shortening', () => {
  it('leaves alone what fits', () => {
    expect(shorten('a cat', 5)).toBe('a cat');
  });

  it('makes one line', () => {
    expect(shorten(' a\n\n  cat\tand ', 20)).toBe('a cat and');
  });

  it('ends what does not fit with an ellipsis, within the length', () => {
    expect(shorten('a cat and a pizza', 9)).toBe('a cat an…');
    expect(shorten('a cat and', 7)).toBe('a cat…');
  });

  it('does not cut through a family, a flag or an accent', () => {
    const family = '👩‍👩‍👧‍👦';
    expect(shorten(`ab${family}cd`, family.length + 2)).toBe('ab…');
    expect(shorten('🇦🇹🇩🇪🇨🇭', 9)).toBe('🇦🇹🇩🇪…');
    expect(shorten('e\u0301e\u0301e\u0301', 4)).toBe('e\u0301…');
  });
});

describe('cutting', () => {
  it('counts what is written for a letter, and never ends within it', () => {
    const escaped = (letter: string) => `\\${letter}`;
    expect(clip('abc', 6, { write: escaped })).toBe('\\a\\b\\c');
    expect(clip('abc', 5, { write: escaped })).toBe('\\a\\b…');
    expect(clip('abc', 4, { write: escaped })).toBe('\\a…');
  });

  it('counts by another measure where there is one, however many units that is', () => {
    const combined = 'e\u0301'.repeat(90);
    expect(clip(combined, 90, { measure: () => 1 })).toBe(combined);
    expect(clip('猫猫猫', 5, { measure: () => 2 })).toBe('猫猫…');
  });

  it('leaves nothing where there is no room for an ellipsis', () => expect(clip('a', 0)).toBe(''));
});

describe('what shows nothing or turns the direction of writing', () => {
  const hostile = 'a\u0000 \u202e\tb\r\nc\u2028d\u2066\u001b[2J ';

  it('is gone from a line, which is one', () => expect(plainLine(hostile)).toBe('a b c d[2J'));
  it('is gone from lines, which stay', () => expect(plainLines(hostile)).toBe('a  b\nc\nd[2J '));
});

describe('addresses', () => {
  it('are broken', () => expect(withoutLinks('see https://a.example')).toBe('see https:\u200b//a.example'));
});

describe('a bar of progress', () => {
  it.each([
    [-1, '---- 0 %'],
    [0.5, '##-- 50 %'],
    [2, '#### 100 %'],
  ])('of %d', (share, bar) => expect(progressBar(share, 4, ['#', '-'])).toBe(bar));
});
