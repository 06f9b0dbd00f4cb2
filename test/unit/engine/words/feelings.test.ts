import { describe, expect, it } from 'vitest';
import { FEELINGS, type Feeling } from '../../../../src/engine/words/languages/index.js';
import { shippedReader } from './shipped-reader.js';

const reader = await shippedReader();
const shown = (prompt: string) => reader.read(prompt).things.map(({ names }) => names[0]);
const phrasesOf = (words: string) => words.split(/\s+/).filter((word) => word !== '');

describe('how somebody feels who names nothing else', () => {
  it.each(FEELINGS.flatMap((feeling): [string, Feeling][] => (feeling.face ? [[feeling.face, feeling]] : [])))(
    'is a face with something of it, where it is, by every phrase: %s',
    (face, { days = '', words, beside, places = [], named = '' }) => {
      const meant = [face, ...(beside === undefined ? [] : [beside])].map((name) => name.replaceAll('_', ' '));
      const things = phrasesOf(named);
      const feelings = phrasesOf(`${days} ${words}`).filter((phrase) => !things.includes(phrase));
      const isMeant = (names: readonly string[]) =>
        meant.every((name) => names.includes(name)) &&
        names.length === meant.length + (places.length > 0 ? 1 : 0) &&
        names.every((name) => meant.includes(name) || places.includes(name));
      expect(feelings.filter((phrase) => !isMeant(shown(phrase.replaceAll('_', ' ')).map(String)))).toEqual([]);
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
    ['pizza friday', ['pizza']],
    ['coffee on monday', ['coffee']],
    ['calendar showing monday', ['calendar']],
    ['rainy day', ['cloud with rain']],
    ['gym', ['gym']],
    ['gaming', ['game controller']],
    ['night', ['night with stars']],
  ])('is none where something is named: %s', (prompt, names) => {
    expect(shown(prompt)).toEqual(names);
  });
});

describe('a moment', () => {
  it.each([
    ['lazy friday', ['relieved face', 'coffee', 'living room'], undefined],
    ['late night gaming session', ['star-struck', 'game controller', 'living room'], 'under night'],
    ['rainy day mood', ['melting face', 'rainy street'], undefined],
    ['cozy rainy day', ['relieved face', 'coffee', 'rainy street'], undefined],
    ['sunday evening vibes', ['relieved face', 'coffee', 'living room'], 'under night'],
    ['first snow', ['beaming face with smiling eyes', 'snowball', 'winter landscape'], 'under snow'],
    ['summer vacation', ['cool face', 'tropical drink', 'beach'], undefined],
    ['friday night in the city', ['partying face', 'party popper', 'cityscape'], undefined],
  ])('is all that its words say together: %s', (prompt, names, finish) => {
    expect(shown(prompt)).toEqual(names);
    expect(reader.read(prompt).finish).toBe(finish);
  });

  it.each([
    ['lazy sunday with a book', ['relieved face', 'book', 'living room']],
    ['cozy rainy day with tea', ['relieved face', 'teacup', 'rainy street']],
    ['movie night with pizza', ['beaming face with smiling eyes', 'pizza', 'living room']],
    ['fauler Sonntag mit Buch', ['relieved face', 'book', 'living room']],
    ['domingo de relax con un gato', ['cat', 'coffee', 'living room']],
  ])('is spent with what is named behind: %s', (prompt, names) => {
    expect(shown(prompt)).toEqual(names);
    expect(reader.read(prompt).notes).toEqual([]);
  });

  it.each([
    ['monday cat', ['cat', 'coffee'], ['sleeping']],
    ['lazy cat sunday', ['cat', 'coffee', 'living room'], ['sleeping']],
    ['cat movie night', ['cat', 'popcorn', 'living room'], []],
    ['frog on a lazy sunday', ['frog', 'coffee', 'living room'], []],
    ['dog on vacation', ['dog', 'tropical drink', 'beach'], []],
  ])('is of the animal that is named beside it: %s', (prompt, names, moods) => {
    const { things, notes } = reader.read(prompt);
    expect(things.map((thing) => thing.names[0])).toEqual(names);
    expect(things.find(({ names: [name = ''] }) => ['cat', 'frog', 'dog'].includes(name))?.moods).toEqual(
      expect.arrayContaining(moods),
    );
    expect(notes).toEqual([]);
  });
});

describe('a time of day in a season', () => {
  it.each([
    ['winter morning', 'snowflake', 'morning'],
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
