import { describe, expect, it } from 'vitest';
import { shippedReader } from './shipped-reader.js';

const reader = await shippedReader();

describe('a mood', () => {
  it.each([
    ['a happy cat', 'grinning cat'],
    ['two cheerful cats', 'grinning cat'],
    ['fröhliche Katze', 'grinning cat'],
    ['gato feliz', 'grinning cat'],
    ['a smug cat', 'cat with wry smile'],
    ['a scared cat', 'weary cat'],
    ['a happy smiley', 'smiley'],
  ])('is shown by artwork that has it: %s', (prompt, name) => {
    const { things, notes } = reader.read(prompt);
    expect(things[0]?.names[0]).toBe(name);
    expect(notes).toEqual([]);
  });

  it.each([
    ['a sleepy dog', 'dog', ['sleeping']],
    ['a happy cloud', 'cloud', ['grinning', 'smiling', 'happy']],
    ['a crying baby', 'baby', ['crying']],
    ['a sad penguin', 'penguin', ['crying']],
    ['a sad woman', 'woman', ['crying']],
  ])('is laid over or beside a thing that takes it: %s', (prompt, name, moods) => {
    expect(reader.read(prompt).things).toMatchObject([{ names: [name], moods }]);
  });

  it.each(['a happy dog', 'ein lächelnder Fuchs', 'a happy boy'])(
    'is had by artwork that smiles already: %s',
    (prompt) => {
      const { things, notes } = reader.read(prompt);
      expect(things).toMatchObject([{ moods: [] }]);
      expect(notes).toEqual([]);
    },
  );

  it.each(['a laughing dog', 'a scared mouse', 'a sad worm', 'a smiling cow', 'happy owl', 'ein glücklicher Elefant', '3d turtle smiling'])(
    'is left out where nothing shows it, and told: %s',
    (prompt) => {
      expect(reader.read(prompt).notes).toMatchObject([{ type: 'left-out', why: 'mood' }]);
    },
  );
});
