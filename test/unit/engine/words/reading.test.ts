import { describe, expect, it } from 'vitest';
import { readEnglish, readPrompt } from '../../../../src/engine/words/reading.js';

const ENGLISH = {
  limits: { objects: 3 },
  concepts: ['cat', 'car', 'dog', 'hot dog', 'orange', 'cherries', 'teddy bear', 'bear'],
  words: ['cat', 'blue', 'red', 'orange', 'light', 'dark', 'grey', 'yellow'],
};
const read = (text: string) => readPrompt(text, ENGLISH).things;

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
    ['two light blue big cats with a car', [['cat', 'blue'], ['cat', 'blue'], ['car']]],
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

  it('finds nothing in what it does not understand, such as a language that the bundle does not name', () => {
    expect(read('eine blaue Katze')).toEqual([]);
    expect(read('')).toEqual([]);
  });
});

describe('the things that a text in another language names', () => {
  const names = {
    en: { things: { kitty: 'cat' }, colours: {} },
    de: { things: { katze: 'cat', auto: 'car', bär: 'bear' }, colours: { blau: 'blue', grün: 'green', rosa: 'pink' } },
    fr: {
      things: { chat: 'cat', voiture: 'car', fleur: 'rose' },
      colours: { rose: 'pink', vert: 'green', orange: 'orange' },
    },
    es: { things: { gato: 'cat', coche: 'car' }, colours: { rojo: 'red', azul: 'blue' } },
    nl: { things: { beer: 'bear', kat: 'cat' }, colours: { blauw: 'blue' } },
  };
  const manifest = { limits: { objects: 3 }, concepts: ['cat', 'car', 'rose', 'bear', 'beer', 'orange'], names };

  it.each([
    [
      'eine blaue Katze und ein grünes Auto',
      [
        ['cat', 'blue'],
        ['car', 'green'],
      ],
    ],
    ['ein rosa Bär mit Katze', [['bear', 'pink'], ['cat']]],
    [
      'un chat rose et une voiture verte',
      [
        ['cat', 'pink'],
        ['car', 'green'],
      ],
    ],
    ['chat orange', [['cat', 'orange']]],
    [
      'un gato azul y un coche rojo',
      [
        ['cat', 'blue'],
        ['car', 'red'],
      ],
    ],
    ['un gato rojo y azul, un coche', [['cat', 'red', 'blue'], ['car']]],
    ['dos gatas, una es azul', []],
    ['een blauwe beer en een kat', [['bear', 'blue'], ['cat']]],
    ['a beer and a blue kitty', [['beer'], ['cat', 'blue']]],
    ['a rose and an orange', [['rose'], ['orange']]],
  ])('%s', (text, things) => {
    expect(readPrompt(text, manifest).things).toEqual(things.map(([thing, ...colours]) => ({ thing, colours })));
  });

  it('are there as often as they are asked for, if a picture can have so many', () => {
    const asked = (prompt: string) => {
      const { things, total } = readPrompt(prompt, manifest);
      return [things.map(({ thing }) => thing).join(), total];
    };
    expect(asked('zwei Katzen und ein Auto')).toEqual(['cat,cat,car', 3]);
    expect(asked('chats')).toEqual(['cat,cat', 2]);
    expect(asked('5 gatos')).toEqual(['cat,cat,cat', 5]);
    expect(asked('cats, cars and roses')).toEqual(['cat,car,rose', 3]);
  });

  it('is English in a description, whatever it sounds like', () => {
    expect(readEnglish('a beer and a rose', manifest).things.map(({ thing }) => thing)).toEqual(['beer', 'rose']);
    expect(readEnglish('un chat rose', manifest).things).toEqual([{ thing: 'rose', colours: [] }]);
  });
});
