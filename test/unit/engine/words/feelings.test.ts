import { describe, expect, it } from 'vitest';
import { FEELINGS } from '../../../../src/engine/words/languages/index.js';
import { shippedReader } from './shipped-reader.js';

const reader = await shippedReader();
const shown = (prompt: string) => reader.read(prompt).things.map(({ names }) => names[0]);
const phrasesOf = (words: string) => words.split(/\s+/).filter((word) => word !== '');

describe('how somebody feels who names nothing else', () => {
  it.each(FEELINGS.map((feeling): [string, (typeof FEELINGS)[number]] => [feeling.face, feeling]))(
    'is a face with something of it, by every phrase: %s',
    (face, { words, beside, named = '' }) => {
      const meant = [face, ...(beside === undefined ? [] : [beside])].map((name) => name.replaceAll('_', ' '));
      const things = phrasesOf(named);
      const feelings = phrasesOf(words).filter((phrase) => !things.includes(phrase));
      const other = feelings.filter((phrase) => `${shown(phrase.replaceAll('_', ' '))}` !== `${meant}`);
      expect(other).toEqual([]);
    },
  );

  it.each(['exam', 'exams', 'Prüfung', 'esame', '試験'])('is no face where a thing is named: %s', (prompt) => {
    expect(shown(prompt)).not.toContain('anxious face with sweat');
    expect(shown(prompt)).toHaveLength(1);
  });

  it.each([
    ['monday morning mood', ['tired face', 'coffee']],
    ['me on monday', ['tired face', 'coffee']],
    ['lundi matin', ['tired face', 'coffee']],
    ['月曜日の気分', ['tired face', 'coffee']],
    ['настроение понедельник', ['tired face', 'coffee']],
    ['that friday feeling', ['partying face', 'party popper']],
    ['me after work', ['weary face', 'couch']],
    ['when the code works', ['star-struck', 'laptop']],
    ["when my code doesn't compile", ['loudly crying face', 'laptop']],
    ['big mood', ['melting face']],
  ])('is read with what is said beside it: %s', (prompt, names) => {
    expect(shown(prompt)).toEqual(names);
    expect(reader.read(prompt).notes).toEqual([
      { type: 'read-as', said: expect.any(String), name: expect.any(String) },
    ]);
  });

  it.each([
    ['monday cat', ['cat']],
    ['pizza friday', ['pizza']],
    ['sunday evening vibes', ['sunset']],
    ['coffee on monday', ['coffee']],
  ])('is none where something is named: %s', (prompt, names) => {
    expect(shown(prompt)).toEqual(names);
  });
});

describe('a time of day in a season', () => {
  it.each([
    ['cozy winter morning', 'snowflake', 'morning'],
    ['summer evening', 'sun', 'evening'],
  ])('is one of that season: %s', (prompt, name, said) => {
    expect(shown(prompt)).toEqual([name]);
    expect(reader.read(prompt).notes).toContainEqual({ type: 'left-out', said, why: 'occasion' });
  });
});

describe('colours alone behind a comma', () => {
  it.each([
    ['cozy autumn evening, orange and brown', 'maple leaf', ['orange', 'brown']],
    ['autumn, brown and orange', 'maple leaf', ['brown', 'orange']],
    ['a frog, orange and brown', 'frog', ['orange', 'brown']],
    ['a frog, green, orange', 'frog', ['green', 'orange']],
  ])('are those of what is before, though one is a fruit too: %s', (prompt, name, colours) => {
    expect(reader.read(prompt).things).toMatchObject([{ names: [name], colours }]);
  });

  it('are none where a fruit stands among others', () => {
    expect(shown('apple, banana, orange')).toEqual(['apple', 'banana', 'orange']);
  });
});
