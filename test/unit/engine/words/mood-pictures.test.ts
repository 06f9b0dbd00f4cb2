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

  it.each([
    ['a happy frog', 'noto:frog', 'fluent-emoji-flat:frog'],
    ['smiling shark', 'emojione:shark', 'noto:shark'],
    ['une tortue souriante', 'noto:turtle', 'fluent-emoji-flat:turtle'],
  ])('is drawn by the pictures that smile: %s', (prompt, smiling, other) => {
    const [thing] = reader.read(prompt).things;
    expect(thing!.pictures).toContain(smiling);
    expect(thing!.pictures).not.toContain(other);
  });

  it.each(['angry frog', 'ein trauriger Hamster', 'a sad dog'])('has no smile under its sign: %s', (prompt) => {
    const [thing] = reader.read(prompt).things;
    expect(thing!.unfit!.length).toBeGreaterThan(0);
    const smiling = reader.read(`a smiling ${thing!.names[0]}`).things[0]!.pictures;
    expect(smiling).toEqual(thing!.unfit);
  });

  it.each([
    'a laughing dog',
    'a scared mouse',
    'a sad worm',
    'a smiling cow',
    'happy owl',
    'ein glücklicher Elefant',
    '3d turtle smiling',
  ])('is left out where nothing shows it, and told: %s', (prompt) => {
    expect(reader.read(prompt).notes).toMatchObject([{ type: 'left-out', why: 'mood' }]);
  });
});
