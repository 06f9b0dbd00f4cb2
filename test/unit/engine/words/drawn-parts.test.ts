import { describe, expect, it } from 'vitest';
import { shippedReader } from './shipped-reader.js';

const reader = await shippedReader();

describe('a part that is not wanted', () => {
  it.each([
    ['a snail without a shell', 'snail', 'shell'],
    ['a bird with no feathers', 'bird', 'feathers'],
    ['a car without wheels', 'car', 'wheels'],
    ['a hamburger without cheese', 'hamburger', 'cheese'],
    ['ghost with no eyes', 'ghost', 'eyes'],
    ['a cat without fur', 'cat', 'fur'],
    ['ein Vogel ohne Augen', 'bird', 'Augen'],
    ['gâteau sans bougies', 'cake', 'bougies'],
    ['snowman without a hat', 'snowman', 'hat'],
  ])('is told to belong to the drawing: %s', (prompt, name, said) => {
    const { things, notes } = reader.read(prompt);
    expect(things.map(({ names }) => names[0])).toEqual([name]);
    expect(notes).toEqual([{ type: 'inseparable', said }]);
  });

  it.each([
    ['a cake without candles', 'shortcake', 'candles'],
    ['Kuchen ohne Kerzen', 'shortcake', 'Kerzen'],
    ['a cat without a tail', 'cat face', 'tail'],
    ['a dog without legs', 'dog face', 'legs'],
  ])('is kept out where another drawing of the thing lacks it: %s', (prompt, name, said) => {
    const { things, notes } = reader.read(prompt);
    expect(things.map(({ names }) => names[0])).toEqual([name]);
    expect(notes).toEqual([{ type: 'removed', said }]);
  });

  it.each([
    ['a cat without wings', 'wings'],
    ['a penguin without a crown', 'crown'],
    ['a dog without a car', 'car'],
  ])('is kept out where drawings have none: %s', (prompt, said) => {
    expect(reader.read(prompt).notes).toEqual([{ type: 'removed', said }]);
  });
});
