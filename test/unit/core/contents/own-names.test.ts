import { describe, expect, it } from 'vitest';
import { nameKey, nameOf } from '../../../../src/core/contents/own-names.js';

describe('a name of an own thing', () => {
  it.each([
    ['our_mascot', 'our mascot'],
    ['Party-Parrot_2', 'Party Parrot 2'],
    ['  logo (final).v3 ', 'logo final v3'],
    ['мой_кот', 'мой кот'],
    ['🦊', 'picture'],
    ['x', 'picture'],
    ['', 'picture'],
    ['a'.repeat(50), 'a'.repeat(32)],
  ])('made of %s is %s', (text, name) => {
    expect(nameOf(text)).toBe(name);
  });

  it('is the same in any case, and with blanks, dashes and underscores', () => {
    expect(new Set(['Our_mascot', 'our mascot', 'OUR-MASCOT'].map(nameKey)).size).toBe(1);
    expect(nameKey('our mascots')).not.toBe(nameKey('our mascot'));
  });
});
