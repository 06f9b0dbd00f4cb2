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

describe('how somebody looks', () => {
  const shown = (prompt: string) => reader.read(prompt).things.map(({ names }) => names[0]);

  it('is not fierce where it is cute', () => {
    for (const prompt of ['cute dragon', 'chibi dragon', 'niedlicher Drache']) {
      const { things, notes } = reader.read(prompt);
      expect(things).toHaveLength(1);
      expect(things[0]!.unfit).toContain('noto:dragon');
      expect(things[0]!.unfit).not.toContain('fluent-emoji-flat:dragon');
      expect(notes).toEqual([]);
    }
    expect(reader.read('dragon').things[0]!.unfit).toBeUndefined();
  });

  it.each(['muscular frog', 'swole frog', 'muskulöser Frosch', 'grenouille musclée'])(
    'is told by what muscles lift: %s',
    (prompt) => {
      expect(shown(prompt)).toEqual(['frog', 'barbell']);
      expect(reader.read(prompt)).toMatchObject({ act: 'lifting', notes: [] });
    },
  );

  it('is angry and horned where it is evil', () => {
    expect(shown('evil robot')).toEqual(['robot', 'devil horns']);
    expect(reader.read('evil robot').things[0]!.moods).toContain('furious');
  });
});

describe('what names things in other words', () => {
  const shown = (prompt: string) => reader.read(prompt).things.map(({ names }) => names[0]);

  it.each([
    ['pot of gold', ['cauldron', 'coin']],
    ['a rainbow and a pot of gold', ['rainbow', 'cauldron', 'coin']],
    ['Goldtopf', ['cauldron', 'coin']],
    ['a squirrel eating a nut', ['chipmunk', 'acorn']],
    ['лисёнок', ['fox']],
    ['Füchschen', ['fox']],
    ['Spielzeugautos', ['car']],
    ['Sonnenblumenfelder', ['meadow']],
  ])('is read as those: %s', (prompt, names) => {
    expect(shown(prompt)).toEqual(names);
  });

  it('is two people boxing where it is two boxers', () => {
    expect(reader.read('two boxers')).toMatchObject({ things: [{ names: ['person'], count: 2 }], act: 'boxed' });
  });
});
