import { describe, expect, it } from 'vitest';
import { shippedReader } from './shipped-reader.js';

const reader = await shippedReader();

describe('words that dictionaries and tags take for what looks unlike them', () => {
  it.each(['a cassowary', 'an emulator'])('are not painted as it: %s', (prompt) => {
    const { things, notes } = reader.read(prompt);
    expect(things).toEqual([]);
    expect(notes.some(({ type }) => type === 'unknown')).toBe(true);
  });

  it.each(['faggot', 'wetback', 'slut', 'jackass', 'old hag', 'coon', 'tranny', 'abo'])(
    'no insult is an animal, a food or a monster: %s',
    (word) => {
      expect(reader.read(word).things).toEqual([]);
    },
  );

  it.each([
    ['bowl', 'bowl with spoon'],
    ['two jackets', 'coat'],
    ['a cat in a jacket', 'coat'],
    ['treasure', 'treasure chest'],
    ['a brownie', 'cake'],
    ['clam', 'oyster'],
  ])('are shown by what looks like them, which is told: %s', (prompt, name) => {
    const { things, notes } = reader.read(prompt);
    expect(things.map(({ names }) => names)).toContainEqual([name]);
    expect(notes.some((note) => note.type === 'read-as' && note.name === name)).toBe(true);
  });

  it.each([
    ['tie', 'necktie'],
    ['jigsaw puzzle', 'puzzle piece'],
    ['life ring', 'ring buoy'],
  ])('are not told of where they are another word for the same: %s', (prompt, name) => {
    const { things, notes } = reader.read(prompt);
    expect(things.map(({ names }) => names)).toEqual([[name]]);
    expect(notes).toEqual([]);
  });

  it('say nothing of what something is called itself', () => {
    expect(reader.read('pirate flag').things[0]?.names).toEqual(['pirate flag']);
    expect(reader.read('slot machine').things[0]?.names).toEqual(['slot machine']);
    expect(reader.read('person fencing').things[0]?.names).toEqual(['person fencing']);
  });
});
