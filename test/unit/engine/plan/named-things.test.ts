import { describe, expect, it } from 'vitest';
import { createThingReader } from '../../../../src/engine/plan/named-things.js';

const read = createThingReader({
  concepts: ['cat', 'car', 'dog', 'hot dog', 'orange', 'cherries', 'teddy bear', 'bear'],
  words: ['cat', 'blue', 'red', 'orange', 'light', 'dark', 'grey', 'yellow'],
});

describe('the things that a text names', () => {
  it.each([
    [
      'a blue cat and a red car',
      [
        ['cat', 'blue'],
        ['car', 'red'],
      ],
    ],
    ['Blue and yellow cat, flat style', [['cat', 'blue', 'yellow']]],
    ['two light blue big cats with a car', [['cat', 'blue'], ['car']]],
    ['a hot dog next to a grey teddy bear', [['hot dog'], ['teddy bear', 'grey']]],
    ['an orange cat and an orange', [['cat', 'orange'], ['orange']]],
    ['red cherries', [['cherries', 'red']]],
    [
      'a small grey and red car at the top on the left and a small yellow dog at the bottom , simple style',
      [
        ['car', 'grey', 'red'],
        ['dog', 'yellow'],
      ],
    ],
  ])('%s', (text, things) => {
    expect(read(text)).toEqual(things.map(([thing, ...colours]) => ({ thing, colours })));
  });

  it('gives a colour to no thing but its own', () => {
    expect(read('a blue gizmo and a cat')).toEqual([{ thing: 'cat', colours: [] }]);
  });

  it('knows only colours that the bundle has captions with', () => {
    expect(read('a teal cat')).toEqual([{ thing: 'cat', colours: [] }]);
  });

  it('finds nothing in what it does not understand', () => {
    expect(read('eine blaue Katze')).toEqual([]);
    expect(read('')).toEqual([]);
  });
});
