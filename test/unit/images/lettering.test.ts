import { describe, expect, it } from 'vitest';
import { letter, writable } from '../../../src/images/lettering.js';

describe('letter', () => {
  it('makes outlines whose width grows with the size', () => {
    const small = letter('cat', 10);
    const large = letter('cat', 20);
    expect(small.path).toMatch(/^M[\d.-]/);
    expect(large.width).toBeCloseTo(2 * small.width, 6);
  });

  it('sets characters side by side', () => {
    expect(letter('12', 16).width).toBeCloseTo(letter('1', 16).width + letter('2', 16).width, 6);
  });

  it('makes nothing of an empty text', () => {
    expect(letter('', 16)).toEqual({ path: '', width: 0 });
  });

  it('copes with characters that the font lacks', () => {
    expect(letter('猫', 16).width).toBeGreaterThan(0);
  });
});

describe('what the font has', () => {
  it.each(['кот в шляпе', 'γάτα', 'żółw', 'ngựa vằn'])('is written whole: %s', (text) => {
    expect(writable(text)).toBe(text);
  });

  it('leaves out what it has not', () => {
    expect(writable('猫 cat 🐱')).toBe(' cat ');
  });
});
