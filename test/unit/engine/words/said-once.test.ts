import { describe, expect, it } from 'vitest';
import { shippedReader } from './shipped-reader.js';

const reader = await shippedReader();
const names = (prompt: string) => reader.read(prompt).things.map((thing) => thing.names[0]);

describe('what is one thing', () => {
  it.each([
    ['a pizza with cheese and a cat 🍕', ['pizza', 'cat']],
    ['🐶 a brown dog on a skateboard 🛹', ['dog', 'skateboard']],
    ['a robot holding a rose 🤖🌹', ['robot', 'rose']],
    ['🧀 mouse eating cheese', ['mouse', 'cheese']],
    ['a frog please 🐸🙏', ['frog']],
    ['ein Hund mit Krone 👑🐶', ['dog', 'crown']],
  ])('is not shown again by its emoji: %s', (prompt, things) => {
    expect(names(prompt)).toEqual(things);
  });

  it.each([
    ['a cat and a 🐱', ['cat', 'cat']],
    ['🐱🐱', ['cat']],
  ])('is shown by an emoji that is not spelled, or joined: %s', (prompt, things) => {
    expect(names(prompt)).toEqual(things);
  });

  it.each([
    ['pancakes with syrup', 'pancakes'],
    ['a hamburger with lettuce', 'hamburger'],
    ['a bird with wings', 'bird'],
    ['un oiseau avec des ailes', 'bird'],
    ['pájaro con alas', 'bird'],
    ['eine Kuh mit Hörnern', 'cow'],
    ['tree with leaves', 'tree'],
  ])('has parts of its own, of which nothing is told: %s', (prompt, name) => {
    const { things, notes } = reader.read(prompt);
    expect(things.map((thing) => thing.names[0])).toEqual([name]);
    expect(notes).toEqual([]);
  });

  it.each([
    ['a cake with a blue candle', ['cake', 'candle']],
    ['a snowman with a carrot', ['snowman', 'carrot']],
  ])('has more than by itself where more is said: %s', (prompt, things) => {
    expect(names(prompt)).toEqual(things);
  });

  it.each([
    ['gelato alla fragola', ['ice cream']],
    ['tarte au citron', ['pie', 'lemon']],
    ['gâteau à la fraise', ['cake', 'strawberry']],
    ['pastel de limón', ['cake', 'lemon']],
  ])('tastes of what follows, which lies on what is baked: %s', (prompt, things) => {
    expect(names(prompt)).toEqual(things);
  });

  it.each(['pizza lmao', 'pizza hahaha', 'pizza xDDD', 'pizza omg', 'pizza jajaja', 'pizza mdr'])(
    'is as it is, whoever laughs: %s',
    (prompt) => {
      const { things, notes } = reader.read(prompt);
      expect(things).toMatchObject([{ names: ['pizza'], moods: [] }]);
      expect(notes).toEqual([]);
    },
  );

  it('laughs where that is said of it', () => {
    expect(reader.read('lol pizza').things[0]?.moods).toContain('laughing');
    expect(reader.read('crying laughing pizza').things[0]?.moods).toEqual(
      expect.arrayContaining(['crying', 'laughing']),
    );
  });
});

describe('a colour that is a thing too', () => {
  it.each([
    ['a balloon in orange', 'orange'],
    ['un globo en naranja', 'orange'],
    ['une maison en rose', 'pink'],
    ['ein Herz in Orange', 'orange'],
  ])('is a colour behind “in”: %s', (prompt, colour) => {
    expect(reader.read(prompt).things).toMatchObject([{ colours: [colour] }]);
  });

  it('is one in a list of colours, and a fruit with its article', () => {
    expect(reader.read('orange, blue and pink balloon').things).toMatchObject([
      { colours: ['orange', 'blue', 'pink'] },
    ]);
    expect(names('a worm in an orange')).toContain('orange');
  });
});
