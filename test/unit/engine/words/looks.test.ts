import { describe, expect, it } from 'vitest';
import { shippedReader } from './shipped-reader.js';

const reader = await shippedReader();
const picturesOf = (prompt: string) => reader.read(prompt).things[0]?.pictures ?? [];

describe('pictures of somebody', () => {
  it.each(["my boss carl's new haircut", 'my dad and his new haircut'])(
    'show no woman where a man is meant: %s',
    (prompt) => {
      const drawn = reader.read(prompt).things.find(({ names }) => names[0] === 'person getting haircut');
      expect(drawn?.pictures).toContain('twemoji:person-getting-haircut');
      expect(drawn?.pictures).not.toContain('emojione:person-getting-haircut');
    },
  );

  it('are all where nobody says whom', () => {
    expect(picturesOf('new haircut')).toEqual([]);
  });
});

describe('pictures of a breed', () => {
  it('have no marks of another', () => {
    expect(picturesOf('golden retriever')).toContain('fluent-emoji-flat:dog-face');
    expect(picturesOf('golden retriever')).not.toContain('emojione:dog-face');
    expect(picturesOf('golden retriever')).not.toContain('noto:dog-face');
    expect(picturesOf('pug')).toEqual(['emojione:dog-face', 'emojione:dog']);
  });
});

describe('what every picture of a thing has', () => {
  it.each(['pancakes without syrup', 'pancakes with blueberries and no syrup'])(
    'is not said to be kept out: %s',
    (prompt) => {
      expect(reader.read(prompt).notes).toEqual([{ type: 'inseparable', said: 'syrup' }]);
    },
  );
});
