import { describe, expect, it } from 'vitest';
import { readEnglish, readPrompt } from '../../../../src/engine/words/reading.js';
import { NAMING } from './naming.js';

/** Each thing as it is named, its colours and moods behind it. */
const said = (text: string, read = readPrompt) =>
  read(text, NAMING).things.map(({ thing, colours, moods }) => [thing, ...colours, ...moods].join(' '));

describe('the things that a text names', () => {
  it.each([
    ['a blue cat and a red car', ['cat blue', 'car red']],
    ['Blue and yellow cat, flat style', ['cat blue yellow']],
    ['two light blue big cats with a car', ['cat blue', 'cat blue', 'car']],
    ['a hot dog next to a grey teddy bear', ['hot dog', 'teddy bear grey']],
    ['an orange cat and an orange', ['cat orange', 'orange']],
    ['an orange and brown horse', ['horse orange brown']],
    ['an orange and a brown horse', ['orange', 'horse brown']],
    ['orange juice', ['orange']],
    ['red cherries', ['cherries red']],
    ['two hearts', ['heart', 'heart']],
    ['three mice', ['mouse', 'mouse', 'mouse']],
    ['a violet flower and a gray cat', ['flower purple', 'cat grey']],
    ['a cat that is red', ['cat red']],
    ['a sleepy red cat', ['cat red sleepy']],
    ['a cat in love and a sad dog', ['cat in love', 'dog sad']],
    ['a dog on fire on a car', ['dog on fire', 'car']],
    ['an angry orange', ['angry face orange']],
    ['eine blaue Katze und ein grünes Auto', ['cat blue', 'car green']],
    ['chat orange', ['cat orange']],
    ['un gato rojo y azul, un coche', ['cat red blue', 'car']],
    ['a cat blue dog', ['cat', 'dog blue']],
    ['un perro triste y rojo', ['dog red sad']],
    ['een blauwe kikker en een kat', ['frog blue', 'cat']],
    ['a rojo cat', ['cat']],
    ['dos perros, uno es azul', ['dog', 'dog']],
  ])('%s', (text, things) => {
    expect(said(text)).toEqual(things);
  });

  it.each([
    ['a running dog', ['dog']],
    ['a cat running', ['cat']],
    ['dog house', ['house']],
    ['a cat, dog', ['cat', 'dog']],
  ])('is one where nouns run together: %s', (text, things) => {
    expect(said(text)).toEqual(things);
  });

  it('gives a colour or a mood to no thing but its own', () => {
    expect(said('a blue gizmo and a cat')).toEqual(['cat']);
    expect(said('a sad gizmo and a cat')).toEqual(['cat']);
  });

  it('knows only colours of the bundle', () => {
    expect(said('a teal cat')).toEqual(['cat']);
  });

  it('finds nothing in what it does not understand', () => {
    expect(said('ein Luftschiff')).toEqual([]);
    expect(said('')).toEqual([]);
  });

  it('are there as often as they are asked for, if a picture can have so many', () => {
    const asked = (prompt: string) => {
      const { things, total } = readPrompt(prompt, NAMING);
      return [things.map(({ thing }) => thing).join(), total];
    };
    expect(asked('zwei Katzen und ein Auto')).toEqual(['cat,cat,car', 3]);
    expect(asked('chats')).toEqual(['cat,cat', 2]);
    expect(asked('5 gatos')).toEqual(['cat,cat,cat', 5]);
    expect(asked('cats, cars and flowers')).toEqual(['cat,car,flower', 3]);
  });
});

describe('a description', () => {
  it.each([
    ['a red and yellow crying frog wearing a purple crown , flat style', ['frog red yellow crying', 'crown purple']],
    ['a cat on the left and a cat on the right , 3d style', ['cat', 'cat']],
    [
      'a grey car at the top on the left and a yellow dog in the middle and an egg at the bottom , simple style',
      ['car grey', 'dog yellow', 'egg'],
    ],
    ['an orange in love orange on a blue on fire house , flat style', ['orange orange in love', 'house blue on fire']],
  ])('has things with colours and moods: %s', (text, things) => {
    expect(said(text, readEnglish)).toEqual(things);
  });

  it('is English, whatever it sounds like', () => {
    expect(said('un chat orange', readEnglish)).toEqual(['orange']);
  });

  it('tells what a thing may be together with the word before it', () => {
    const wholes = (text: string) => readEnglish(text, NAMING).things.map(({ thing, whole }) => [thing, whole]);
    expect(wholes('a red crying cat and a musical keyboard')).toEqual([
      ['cat', 'crying cat'],
      ['keyboard', 'musical keyboard'],
    ]);
    expect(wholes('a crying dog')).toEqual([['dog', undefined]]);
  });
});

it.each([
  ['a cat, flat style', 'flat'],
  ['a 3d style cat', '3d'],
  ['un gato, estilo simple', 'simple'],
  ['a cat, flat', 'flat'],
  ['a flat cat', undefined],
])('the style of “%s” is %s', (text, style) => {
  expect(readPrompt(text, NAMING).style).toBe(style);
});
