import { describe, expect, it } from 'vitest';
import { shippedReader } from './shipped-reader.js';

const reader = await shippedReader();

describe('a colour that would be skin', () => {
  it.each(['black man', 'a white woman', 'dos niñas negras', 'ein schwarzer Mann', 'a brown girl with red hair'])(
    'is not painted over people, and told: %s',
    (prompt) => {
      const { things, notes, worded } = reader.read(prompt);
      expect(things[0]!.colours).toEqual([]);
      expect(notes).toContainEqual({ type: 'skin', said: expect.any(String) });
      expect(worded).not.toMatch(/black|white|brown/);
    },
  );

  it.each([
    ['a green man', ['green']],
    ['a black cat', ['black']],
    ['a white ghost', ['white']],
  ])('is a colour like others elsewhere: %s', (prompt, colours) => {
    const { things, notes } = reader.read(prompt);
    expect(things[0]!.colours).toEqual(colours);
    expect(notes).toEqual([]);
  });

  it('is said of hair and clothes', () => {
    expect(reader.read('a man with white hair').things[0]!.parts).toEqual([{ part: 'hair', colour: 'white' }]);
    expect(reader.read('woman in black').things[0]!.parts).toEqual([{ part: 'clothes', colour: 'black' }]);
  });
});

describe('people who belong together', () => {
  const namesIn = (prompt: string) => reader.read(prompt).things.map(({ names, count }) => [names[0], count]);

  it.each(['a couple dancing', 'a couple kissing', 'lovers hugging', 'a couple holding hands'])(
    'are two, and no number: %s',
    (prompt) => {
      expect(namesIn(prompt)).toEqual([
        ['woman', 1],
        ['man', 1],
      ]);
      expect(reader.read(prompt).isClose).toBe(true);
    },
  );

  it('are as many as a number says of something else', () => {
    expect(namesIn('a couple of cats')).toEqual([['cat', 2]]);
    expect(namesIn('a couple dogs')).toEqual([['dog', 2]]);
  });

  it('are those who are then told', () => {
    expect(namesIn('three friends: a cat, a dog and a rabbit').map(([name]) => name)).toEqual(['cat', 'dog', 'rabbit']);
  });

  it('are said to be his and hers by no greeting', () => {
    expect(namesIn('a father and his daughter').map(([name]) => name)).toEqual(['man', 'girl']);
  });
});
