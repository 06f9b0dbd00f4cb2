import { describe, expect, it } from 'vitest';
import { shorten } from '../../../../src/chat/text/shorten.js';

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
