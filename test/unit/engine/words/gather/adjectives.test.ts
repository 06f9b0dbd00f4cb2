import { describe, expect, it } from 'vitest';
import { shippedReader } from '../shipped-reader.js';

const reader = await shippedReader();
const things = (prompt: string) =>
  reader.read(prompt).things.map(({ names, colours, count }) => [count, ...colours, names[0]].join(' '));

describe('a list of colours before or behind a plural', () => {
  it.each([
    ['green, blue and red mushrooms', ['1 green mushroom', '1 blue mushroom', '1 red mushroom']],
    ['yellow and purple stars', ['1 yellow star', '1 purple star']],
    ['two pink and black cats', ['1 pink cat', '1 black cat']],
    ['rote, grüne und blaue Pilze', ['1 red mushroom', '1 green mushroom', '1 blue mushroom']],
    ['globos rojos y azules', ['1 red balloon', '1 blue balloon']],
    ['des chats noirs et blancs', ['2 black white cat']],
    ['красный и синий шары', ['1 red balloon', '1 blue balloon']],
    ['red, white and black hearts', ['1 red heart', '1 white heart', '1 black heart']],
    ['three cats: black, white and orange', ['1 black cat', '1 white cat', '1 orange cat']],
    ['tres corazones: rojo, verde y azul', ['1 red heart', '1 green heart', '1 blue heart']],
    ['red and green apples on a car', ['1 red apple', '1 green apple', '1 car']],
  ])('is of one thing each: %s', (prompt, asked) => {
    expect(things(prompt)).toEqual(asked);
  });

  it.each([
    ['a red and blue balloon', ['1 red blue balloon']],
    ['a red, white and blue car', ['1 red white blue car']],
    ['black and white cows', ['2 black white cow']],
    ['three red and blue balloons', ['3 red blue balloon']],
    ['casa blanca y roja', ['1 white red house']],
    ['ein schwarz und weißes Pferd', ['1 black white horse']],
  ])('is of the thing where it is one, or where they go together: %s', (prompt, asked) => {
    expect(things(prompt)).toEqual(asked);
  });
});

describe('an article for each', () => {
  it.each([
    ['a red and a blue balloon', ['1 red balloon', '1 blue balloon']],
    ['a pink, a green and a black cat', ['1 pink cat', '1 green cat', '1 black cat']],
    ['one red and two blue cars', ['1 red car', '2 blue car']],
    ['a red balloon and a blue one', ['1 red balloon', '1 blue balloon']],
    ['a dog with a red and a blue balloon', ['1 dog', '1 red balloon', '1 blue balloon']],
    ['eine rote und eine gelbe Blume', ['1 red flower', '1 yellow flower']],
    ['un globo rojo y uno azul', ['1 red balloon', '1 blue balloon']],
    ['un chat noir et un blanc', ['1 black cat', '1 white cat']],
    ['the red and the blue dragon', ['1 red dragon', '1 blue dragon']],
    ['el globo rojo y el azul', ['1 red balloon', '1 blue balloon']],
    ['die rote und die blaue Blume', ['1 red flower', '1 blue flower']],
    ['a red and a black heart', ['1 red heart', '1 black heart']],
    ['un gatto rosso e uno blu', ['1 red cat', '1 blue cat']],
  ])('makes it one each: %s', (prompt, asked) => {
    expect(things(prompt)).toEqual(asked);
  });

  it('says which of more than there is room for are left out', () => {
    const { notes } = reader.read('red, blue, green, pink, orange, white and yellow balloons');
    expect(notes).toContainEqual({ type: 'left-out', said: 'yellow balloons', why: 'too-many' });
  });

  it('is not of a thing that nothing knows', () => {
    expect(things('a red fox and a blue blorp')).toEqual(['1 red fox']);
    expect(things('a red fox and a blue sky')).not.toContain('1 blue fox');
  });
});

describe('how large something is', () => {
  it.each([
    ['a tiny dog', ['small']],
    ['a huge dog and a little mouse', ['large', 'small']],
    ['a cat next to a gigantic pizza', [undefined, 'large']],
    ['ein winziger Hund', ['small']],
    ['eine riesige Katze und ein kleiner Hund', ['large', 'small']],
    ['un petit chat et un énorme chien', ['small', 'large']],
    ['un perro pequeño y un gato enorme', ['small', 'large']],
    ['un cane minuscolo', ['small']],
    ['um gato gigante', ['large']],
    ['ogromny kot', ['large']],
    ['маленький кот и огромная собака', ['small', 'large']],
    ['kocaman bir kedi', ['large']],
    ['小さい猫', ['small']],
    ['巨大的猫', ['large']],
    ['작은 고양이', ['small']],
    ['बड़ा हाथी', ['large']],
    ['كلب صغير', ['small']],
    ['a cat', [undefined]],
  ])('is read: %s', (prompt, sizes) => {
    expect(reader.read(prompt).things.map(({ size }) => size)).toEqual(sizes);
  });
});
