import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { findBlocked, resolveBlocklist } from '../../../../../src/core/policy/blocklist/blocklist.js';

const BUILT_IN = resolveBlocklist({});
const custom = (...blocked: string[]) => resolveBlocklist({ blocked, useBuiltInBlocklist: false });

describe('the built-in list', () => {
  it.each([
    ['a fucking cat', 'fuck'],
    ['FUCK', 'fuck'],
    ['fuuuuck this', 'fuck'],
    ['f u c k', 'fuck'],
    ['f.u.c.k', 'fuck'],
    ['fu\u200bck', 'fuck'],
    ['fu\u0308ck', 'fuck'],
    ['ｆｕｃｋ', 'fuck'],
    ['fuсk with a Cyrillic letter', 'fuck'],
    ['two b00bs', 'boob'],
    ['a dick on a plate', 'dick'],
    ['nice ass', 'ass'],
  ])('finds what is meant in %j', (text, word) => {
    expect(findBlocked(text, BUILT_IN)).toBe(word);
  });

  it.each([
    'a car crash',
    'a class of bass players with glasses',
    'Scunthorpe and Penistone',
    'assorted fruit, cumin and shiitake mushrooms',
    'human trafficking report',
    'a cockpit, a cocktail and a peacock',
    'portrait of Camille Pissarro',
    'Moby Dick, a white whale',
    'a blue-footed booby',
    'a great tit on a branch',
    'artisanal cheese',
    'Fukushima at night',
    'Assyrian relief',
    'kung fu panda',
    'the pen is mightier than the sword',
    '455 stars',
    'a b c blocks, x y z',
    'Tyrannus savana',
    'a Wankel engine',
    'a pussy willow and a pussycat',
    'field of rapeseed',
    'un gato negro y un ratón negro',
    'een groene kikker',
    'कुत्ता और बिल्ली',
    '猫とピザ',
  ])('lets %j pass', (text) => {
    expect(findBlocked(text, BUILT_IN)).toBeNull();
  });

  it('lets every word pass that the shipped bundle knows', () => {
    const strings = z.array(z.string());
    const manifest = z
      .object({ concepts: strings, styles: strings, words: strings })
      .parse(JSON.parse(readFileSync('models/stickers/kaleido.json', 'utf8')));
    const all = [...manifest.concepts, ...manifest.styles, ...manifest.words];
    expect(all.length).toBeGreaterThan(100);
    // The Spanish for black is one only beside what is black.
    expect(all.filter((word) => word !== 'negro' && findBlocked(word, BUILT_IN) !== null)).toEqual([]);
  });

  it('can be left out', () => {
    expect(findBlocked('a fucking cat', resolveBlocklist({ useBuiltInBlocklist: false }))).toBeNull();
  });

  it('lets an allowed word of the list pass, and only that', () => {
    const terms = resolveBlocklist({ allowed: ['Dick'] });
    expect(findBlocked('Dick and his dicks', terms)).toBeNull();
    expect(findBlocked('Dick, you shit', terms)).toBe('shit');
  });

  it('lets an allowed phrase pass where it stands, not its words elsewhere', () => {
    const terms = resolveBlocklist({ allowed: ['vestido negro'] });
    expect(findBlocked('un vestido  negro', terms)).toBeNull();
    expect(findBlocked('un pelo negro', terms)).toBe('negro');
  });
});

describe('terms of a space', () => {
  it.each([
    ['a SPIDER on the wall', ['spider'], 'spider'],
    ['two spiders', ['spider'], 'spider'],
    ['puppies', ['puppy'], 'puppy'],
    ['a spıder? no: a spi\u200dder', ['spider'], 'spider'],
    ['a car-crash', ['Car  Crash!'], 'car crash'],
    ['s p i d e r', ['spider'], 'spider'],
    ['eine große Spinne', ['grosse', 'Spinne'], 'grosse'],
    ['Žižek', ['zizek'], 'zizek'],
    ['一只大蜘蛛在墙上', ['蜘蛛'], '蜘蛛'],
    ['большой паук', ['паук'], undefined],
  ])('are found in %j', (text, blocked, found) => {
    expect(findBlocked(text, custom(...blocked))).toBe(found ?? custom(...blocked)[0]);
  });

  it.each([
    ['a spiderman', ['spider']],
    ['a crash course in a car', ['car crash']],
    ['the car. Crashing waves', ['car crash']],
    ['glass', ['ass']],
    ['an example', ['ample']],
    ['12 cats', ['2']],
  ])('are not found in %j', (text, blocked) => {
    expect(findBlocked(text, custom(...blocked))).toBeNull();
  });

  it('are let through where a channel allows them', () => {
    expect(findBlocked('a spider', resolveBlocklist({ blocked: ['spider'], allowed: ['Spider'] }))).toBeNull();
  });

  it('can be called like the marks of the stored list without meaning them', () => {
    const terms = custom('built-in', 'allowed: cat');
    expect(findBlocked('shit', terms)).toBeNull();
    expect(findBlocked('a built-in oven', terms)).toBe('built in');
  });

  it('count once and never when they hold no letter or digit', () => {
    expect(custom('Cat', 'cat ', '***', '')).toEqual(['cat']);
  });
});
