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
    ['a crying baby', 'baby', ['crying', 'sobbing']],
    ['a sad penguin', 'penguin', ['crying', 'sad']],
    ['a sad woman', 'woman', ['crying', 'sad']],
  ])('is laid over or beside a thing that takes it: %s', (prompt, name, moods) => {
    expect(reader.read(prompt).things).toMatchObject([{ names: [name], moods }]);
  });

  it.each([
    ['a happy dog', 'happy'],
    ['ein lächelnder Fuchs', 'smiling'],
    ['a happy boy', 'happy'],
    ['tiburón feliz', 'happy'],
    ['a laughing owl', 'laughing'],
    ['a scared mouse', 'scared'],
    ['a winking penguin', 'winking'],
    ['an angry raccoon', 'angry'],
    ['ein glücklicher Elefant', 'happy'],
  ])('is told by eyes where it is known where they are: %s', (prompt, mood) => {
    const { things, notes } = reader.read(prompt);
    expect(things).toHaveLength(1);
    expect(things[0]!.moods).toContain(mood);
    expect(notes).toEqual([]);
  });

  it.each([
    ['a happy frog', 'noto:frog'],
    ['une tortue souriante', 'noto:turtle'],
  ])('is had by artwork that smiles as well: %s', (prompt, smiling) => {
    const [thing] = reader.read(prompt).things;
    expect(thing!.pictures).toBeUndefined();
    expect(thing!.content).toContain(smiling);
  });

  it.each(['angry frog', 'ein trauriger Hamster', 'a sad dog'])('has no smile under its sign: %s', (prompt) => {
    const [thing] = reader.read(prompt).things;
    expect(thing!.unfit!.length).toBeGreaterThan(0);
    const smiling = reader.read(`a smiling ${thing!.names[0]}`).things[0]!.content;
    expect(smiling).toEqual(thing!.unfit);
  });

  it.each([
    ['a bored dog', 'bored'],
    ['a sick panda', 'sick'],
    ['smug fox', 'smug'],
    ['ein aufgeregter Hund', 'excited'],
    ['a suspicious cat', 'sceptical'],
    ['proud lion', 'smug'],
    ['a shy ghost', 'smiling'],
    ['jealous dog', 'annoyed'],
  ])('is drawn into eyes, whatever is near it in what they tell: %s', (prompt, mood) => {
    const { things, notes } = reader.read(prompt);
    expect(things[0]!.moods).toContain(mood);
    expect(notes).toEqual([]);
  });

  it.each(['a crazy jellyfish', 'a crazy shark'])('is left out where nothing shows it, and told: %s', (prompt) => {
    expect(reader.read(prompt).notes).toMatchObject([{ type: 'left-out', why: 'mood' }]);
  });

  it.each(['a sad worm', 'a happy worm', '3d lizard smiling'])('is in eyes that were looked up: %s', (prompt) => {
    expect(reader.read(prompt).notes).toEqual([]);
  });
});
