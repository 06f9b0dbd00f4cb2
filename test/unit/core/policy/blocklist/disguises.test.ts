import { describe, expect, it } from 'vitest';
import { findBlocked, resolveBlocklist } from '../../../../../src/core/policy/blocklist/blocklist.js';
import { countDisguises, countFalseAlarms, type Tally } from '../../../../support/blocklist-samples.js';

const custom = (...blocked: string[]) => resolveBlocklist({ blocked, useBuiltInBlocklist: false });
const sum = (tallies: Record<string, Tally>, of: 'tried' | 'found') =>
  Object.values(tallies).reduce((total, tally) => total + tally[of], 0);

describe('disguised terms', () => {
  it('are found: 98 of 100 of fifteen kinds, and 95 of each', () => {
    const kinds = countDisguises(80, 20);
    const tried = sum(kinds, 'tried');
    expect(Object.keys(kinds).length).toBeGreaterThanOrEqual(10);
    expect(tried).toBeGreaterThanOrEqual(1000);
    expect(sum(kinds, 'found') / tried, JSON.stringify(kinds)).toBeGreaterThanOrEqual(0.98);
    for (const [kind, { tried, found, wrong }] of Object.entries(kinds)) {
      expect(found / tried, `${kind}: ${wrong.join('; ')}`).toBeGreaterThanOrEqual(0.95);
    }
  });

  it.each([
    ['letters that nobody sees between', 's\u3164p\u2800i\u00add\u{e0041}e\ufe0fr', 'spider'],
    ['what hides at a border', 'a\u200bspider', 'spider'],
    ['emoji', '🅰️ss', 'ass'],
    ['shortcodes', ':regional_indicator_g: :regional_indicator_u: :regional_indicator_n:', 'gun'],
    ['a masked letter', 'a sp*der', 'spider'],
    ['masked letters', 'a sp**er', 'spider'],
    ['drawn letters', '|\\/|ü||€r', 'müller'],
    ['entities written twice', '&amp;#115;pider', 'spider'],
    ['spaces behind an article', 'a s p i d e r on the wall', 'spider'],
    ['two pieces of which one is no word', 'a zom bie', 'zombie'],
    ['words written together', '#rivalbrand', 'rival brand'],
    ['words in pieces', 'r.i.v.a.l b-r-a-n-d', 'rival brand'],
    ['Latin in Cyrillic', 'пaук', 'паук'],
    ['Cyrillic without spaces', 'п а у к', 'паук'],
    ['a sign in Chinese', '一只蜘*蛛', '蜘蛛'],
    ['umlauts written out', 'Moeller', 'Möller'],
    ['umlauts left out', 'Moller', 'Möller'],
    ['Latin beside Chinese', '一只spider在墙上', 'spider'],
    ['an ending of Korean', '거미가', '거미'],
    ['an article of Arabic', 'العنكبوت', 'عنكبوت'],
    ['a number beside it', 'spider99', 'spider'],
    ['a word that stands from its end', 'a redips', 'spider'],
  ])('are found through %s', (_, text, term) => {
    expect(findBlocked(text, custom(term))).toBe(custom(term)[0]);
  });

  it('are found in the built-in list too', () => {
    const builtIn = resolveBlocklist({});
    for (const text of ['ⓕⓤⓒⓚ', 'f u c k', 'fuсk', 'ʞɔnɟ', 'sh*t', '🅱️itch', 'm0therfucker', 'f\u3164uck']) {
      expect(findBlocked(text, builtIn), text).not.toBeNull();
    }
  });
});

describe('innocent prompts', () => {
  it('are let through: at most one of 1,000 is taken for what it is not', () => {
    const sources = countFalseAlarms(1860);
    const tried = sum(sources, 'tried');
    expect(tried).toBeGreaterThanOrEqual(5000);
    expect(sum(sources, 'found') / tried, JSON.stringify(sources)).toBeLessThanOrEqual(0.001);
  });

  it.each([
    ['a good dog', 'god'],
    ['a cookie by a book', 'coke'],
    ['born in a modern barn', 'bam'],
    ['c l a s s', 'ass'],
    ['g.l.a.s.s', 'ass'],
    ['t h e r a p i s t', 'rapist'],
    ['the pen is red', 'penis'],
    ['a pen-is-red sign', 'penis'],
    ['vitamin C rap', 'crap'],
    ["I'll be ill-fitted", 'il'],
    ["she'll sell", 'shell'],
    ['Model T its wheels', 'tits'],
    ['50s diner, 3rd floor, 4x4', 'sos'],
    ['1980s', 'bos'],
    ['a grid 5 3 x 2', 'sex'],
    ['Lana and Noel', 'anal'],
    ['a star of the stage', 'rats'],
    ['gl@ss', 'ass'],
    ['сова смотрит в рот', 'pot'],
    ['三个人，头上有花', '人头'],
    ['12 cats', '2'],
    ['a glass', 'ass'],
    ['an al fresco dinner', 'anal'],
    ['por no dormir', 'porno'],
    ['footnote* and wee-rupees', 'weed'],
  ])('%j holds no %j', (text, term) => {
    expect(findBlocked(text, custom(term))).toBeNull();
  });
});

describe('the work of looking', () => {
  const terms = resolveBlocklist({ blocked: Array.from({ length: 500 }, (_, k) => `${k.toString(36)}term${k}`) });
  const time = (text: string) => {
    const start = process.cpuUsage();
    findBlocked(text, terms);
    const { user, system } = process.cpuUsage(start);
    return user + system;
  };

  // Times of one run, the less of two each, eight times longer: squares would take 64 times as long.
  it.each([
    ['words', 'a happy cat on the moon, '],
    ['one letter', 'a'],
    ['single letters', 'a t '],
    ['signs', '|'],
    ['masks', 'f*'],
    ['overrides', '\u202ea'],
    ['marks', 'f\u0301\u0302'],
    ['tags that do not end', '<a'],
    ['entities', '&amp;'],
  ])('is in proportion to the length of %s', (_, part) => {
    const of = (length: number) => part.repeat(Math.ceil(length / part.length)).slice(0, length);
    time(of(500));
    const least = (length: number) => Math.min(...[0, 1].map(() => time(of(length))));
    expect(least(4000)).toBeLessThan(30 * Math.max(500, least(500)));
  });
});
