import { describe, expect, it } from 'vitest';
import { loadBundle } from '../../../../src/engine/bundle/index.js';
import { aboutOwn, createPromptReader } from '../../../../src/engine/words/index.js';

const own = [
  { name: 'our_mascot', isFaceless: false },
  { name: 'logo', isFaceless: true },
  { name: 'Bär-2', isFaceless: false },
  { name: 'cat', isFaceless: false },
  { name: '猫ちゃん', isFaceless: false },
];
const bundle = await loadBundle('models/stickers');
const reader = createPromptReader(bundle);

/** Things as “count called colours moods”, and how they stand to each other. */
function read(prompt: string, options: { without?: string } = {}) {
  const { things, relations, notes, worded, without } = reader.read(prompt, { locale: 'en', own, ...options });
  const said = things.map(({ called, names, colours, moods, count }) =>
    [count, called === undefined ? names[0] : `(${called})`, ...colours, moods[0] ?? []].flat().join(' '),
  );
  return { said, relations, notes, worded, without };
}

describe('own things in a prompt', () => {
  it.each<[string, string[], string[]]>([
    ['crying our_mascot wearing a crown', ['1 (mascot) crying', '1 crown'], ['wearing']],
    ['crying :our_mascot: wearing a crown', ['1 (mascot) crying', '1 crown'], ['wearing']],
    ['purple our mascot riding a horse', ['1 (mascot) purple', '1 horse'], ['on']],
    ['two our-mascots', ['2 (mascot)'], []],
    ['a pizza, a LOGO and our mascot', ['1 pizza', '1 (logo)', '1 (mascot)'], ['beside', 'beside']],
    ['a happy logo', ['1 (logo) grinning'], []],
    ['Bär-2 with sunglasses', ['1 (thing)', '1 sunglasses'], ['wearing']],
    ['泣いている猫ちゃん', ['1 (thing) crying'], []],
    ['eine weinende our mascot mit Krone', ['1 (mascot) crying', '1 crown'], ['wearing']],
  ])('“%s”', (prompt, things, relations) => {
    expect(read(prompt)).toMatchObject({ said: things, relations, notes: [] });
  });

  it('come before what else is called so, but not before other names of that', () => {
    expect(read('a kitten and a cat').said).toEqual(['1 kitten', '1 (cat)']);
    expect(reader.read('a cat').things[0]).toMatchObject({ names: ['cat'] });
    expect(reader.read('a cat').things[0]).not.toHaveProperty('called');
  });

  it('have faces whose eyes nobody knows, unless they have none', () => {
    expect(read('a laughing our mascot').notes).toEqual([{ type: 'left-out', said: 'laughing', why: 'mood' }]);
    expect(read('a laughing logo').notes).toEqual([]);
  });

  it('can be kept out', () => {
    expect(read('a dog without our mascot')).toMatchObject({
      said: ['1 dog'],
      notes: [{ type: 'removed', said: 'our mascot' }],
    });
    expect(read('a dog and our mascot', { without: 'our mascot' }).said).toEqual(['1 dog']);
  });

  it('are worded by names that the text encoder can read', () => {
    expect(read('Bär-2 with sunglasses').worded).toBe('a thing wearing sunglasses');
    expect(read('our_mascot with sunglasses').worded).toBe('a mascot wearing sunglasses');
    const short = createPromptReader(
      { manifest: bundle.manifest, memory: bundle.memory },
      undefined,
      (name) => name.length < 6,
    );
    expect(short.read('crying our mascot', { own }).worded).toBe('a crying thing');
  });

  it('show moods that have no sign, where their eyes are known', () => {
    const left = (hasEyes: boolean) => reader.read('winking our mascot', { own: [{ ...own[0]!, hasEyes }] });
    expect(left(false).notes).toMatchObject([{ type: 'left-out', why: 'mood' }]);
    expect(left(true).notes).toEqual([]);
    expect(left(true).things[0]!.moods).toEqual(['winking']);
  });

  it('are nothing but words of requests that do not bring them', () => {
    expect(read('our mascot').said).toEqual(['1 (mascot)']);
    expect(reader.read('our mascot', { own: [own[1]!] }).things).toEqual([]);
    expect(reader.read('our mascot').things).toEqual([]);
    expect(reader.read('our mascot', { own: [{ ...own[0]!, isFaceless: true }] }).things).toHaveLength(1);
  });
});

describe('aboutOwn', () => {
  it('puts the first name before a prompt that has none of them', () => {
    expect(aboutOwn('crying, wearing a crown', own)).toBe('our_mascot crying, wearing a crown');
    expect(aboutOwn('a crying Logo', own)).toBe('a crying Logo');
    expect(aboutOwn('', own)).toBe('our_mascot');
    expect(aboutOwn('a dog', [])).toBe('a dog');
  });
});
