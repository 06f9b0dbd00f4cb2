import { describe, expect, it } from 'vitest';
import { isOwnName, ownPicture, ownThing } from '../../../../src/engine/own/index.js';

const picture = (red: number) => ({ width: 2, height: 1, data: Uint8Array.of(red, 0, 0, 255, 0, 0, 0, 0) });

describe('ownThing', () => {
  it('is known by its picture and not by its name', () => {
    const one = ownThing('mascot', picture(1));
    expect(one.key).toMatch(/^[0-9a-f]{64}$/);
    expect(ownThing('logo', picture(1)).key).toBe(one.key);
    expect(ownThing('mascot', picture(2)).key).not.toBe(one.key);
    expect(ownPicture(one)).toBe(`own:${one.key.slice(0, 16)}`);
  });

  it('has a face unless somebody says that it has none', () => {
    expect([ownThing('logo', picture(1)).isFaceless, ownThing('logo', picture(1), true).isFaceless]).toEqual([
      false,
      true,
    ]);
  });
});

describe('isOwnName', () => {
  it.each(['ab', 'our mascot', 'our_mascot', 'Bär-2', '猫ちゃん', 'x'.repeat(32)])('takes %s', (name) => {
    expect(isOwnName(name)).toBe(true);
  });

  it.each(['', 'a', ' ab', 'ab ', '_ab', 'a:b', '<@123>', 'a\nb', 'x'.repeat(33), 'a/b'])('refuses %j', (name) => {
    expect(isOwnName(name)).toBe(false);
  });
});
