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
