import { describe, expect, it } from 'vitest';
import { shippedReader } from './shipped-reader.js';

const reader = await shippedReader();

describe('a part that only some pictures have', () => {
  it.each([
    ['snowman without a hat', 'removed', 'noto-v1:snowman-without-snow', 'noto:snowman'],
    ['Schneemann ohne Hut', 'removed', 'noto-v1:snowman-without-snow', 'noto:snowman'],
    ['coffee without steam', 'removed', 'fluent-3d:2615', 'noto:hot-beverage'],
    ['a rocket with no flames', 'removed', 'noto-v1:rocket', 'noto:rocket'],
    ['a rocket with flames', undefined, 'noto:rocket', 'noto-v1:rocket'],
    ['ice cream in a bowl', undefined, 'noto:ice-cream', 'noto:soft-ice-cream'],
  ])('says by which it is drawn: %s', (prompt, note, shown, other) => {
    const { things, notes } = reader.read(prompt);
    expect(things).toHaveLength(1);
    expect(things[0]!.pictures).toContain(shown);
    expect(things[0]!.pictures).not.toContain(other);
    expect(notes.map(({ type }) => type)).toEqual(note === undefined ? [] : [note]);
  });

  it.each([
    ['snowman without a hat, 3d', { type: 'inseparable', said: 'hat' }],
    ['3d sailboat with a flag', { type: 'left-out', said: 'flag', why: 'part' }],
  ])('is told where the style has no such picture: %s', (prompt, note) => {
    const { things, notes, style } = reader.read(prompt);
    expect(style).toBe('3d');
    expect(things[0]!.pictures).toBeUndefined();
    expect(notes).toEqual([note]);
  });

  it.each(['a cactus in a pot', 'ein Drache mit Flügeln', 'a ship with an anchor'])(
    'is not silently taken for drawn: %s',
    (prompt) => {
      const { things, notes } = reader.read(prompt);
      expect(things.length + notes.length).toBeGreaterThan(1);
    },
  );
});

describe('a part that is not wanted', () => {
  it.each([
    ['a snail without a shell', 'snail', 'shell'],
    ['a bird with no feathers', 'bird', 'feathers'],
    ['a car without wheels', 'car', 'wheels'],
    ['a hamburger without cheese', 'hamburger', 'cheese'],
    ['ghost with no eyes', 'ghost', 'eyes'],
    ['a cat without fur', 'cat', 'fur'],
    ['ein Vogel ohne Augen', 'bird', 'Augen'],
    ['Hund ohne Fell', 'dog', 'Fell'],
    ['pájaro sin alas', 'bird', 'alas'],
    ['черепаха без панциря', 'turtle', 'панциря'],
    ['殻のないかたつむり', 'snail', '殻'],
    ['gâteau sans bougies', 'cake', 'bougies'],
  ])('is told to belong to the drawing: %s', (prompt, name, said) => {
    const { things, notes } = reader.read(prompt);
    expect(things.map(({ names }) => names[0])).toEqual([name]);
    expect(notes).toEqual([{ type: 'inseparable', said }]);
  });

  it.each([
    ['a cake without candles', 'plain cake', 'candles'],
    ['birthday cake, no candles', 'plain cake', 'candles'],
    ['Kuchen ohne Kerzen', 'plain cake', 'Kerzen'],
    ['a cat without a tail', 'cat face', 'tail'],
    ['a dog without legs', 'dog face', 'legs'],
    ['chien sans queue', 'dog face', 'queue'],
    ['кошка без хвоста', 'cat face', 'хвоста'],
    ['しっぽのない猫', 'cat face', 'しっぽ'],
    ['没有尾巴的猫', 'cat face', '尾巴'],
    ['꼬리 없는 고양이', 'cat face', '꼬리'],
    ['kuyruksuz kedi', 'cat face', 'kuyruksuz'],
  ])('is kept out where another drawing of the thing lacks it: %s', (prompt, name, said) => {
    const { things, notes } = reader.read(prompt);
    expect(things.map(({ names }) => names[0])).toEqual([name]);
    expect(notes).toEqual([{ type: 'removed', said }]);
  });

  it.each([
    ['a cat without wings', 'wings'],
    ['a penguin without a crown', 'crown'],
    ['a dog without a car', 'car'],
    ['no crown, cat', 'crown'],
    ['not orange cat', 'orange'],
    ['帽子のない猫', '帽子'],
  ])('is kept out where drawings have none: %s', (prompt, said) => {
    const { things, notes } = reader.read(prompt);
    expect(things).toHaveLength(1);
    expect(notes).toEqual([{ type: 'removed', said }]);
  });
});
