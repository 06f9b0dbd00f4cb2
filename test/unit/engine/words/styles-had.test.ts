import { describe, expect, it } from 'vitest';
import { shippedReader } from './shipped-reader.js';

const reader = await shippedReader();

describe('a style', () => {
  it.each(['a robot, outline style', 'ein Roboter, outline style'])(
    'that nothing asked for is drawn in is told: %s',
    (prompt) => {
      const { style, notes } = reader.read(prompt);
      expect(style).toBe('outline');
      expect(notes).toEqual([{ type: 'left-out', said: 'outline', why: 'style' }]);
    },
  );

  it.each(['a cat, outline style', 'a cat and a dog in 3d', '3d pizza'])('that things have is not: %s', (prompt) => {
    expect(reader.read(prompt).notes).toEqual([]);
  });

  it('may be an option', () => {
    expect(reader.read('a robot', { style: 'outline' }).notes).toMatchObject([{ why: 'style' }]);
    expect(reader.read('a robot', { style: 'flat' }).notes).toEqual([]);
  });
});
