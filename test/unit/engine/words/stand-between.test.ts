import { describe, expect, it } from 'vitest';
import { shippedReader } from './shipped-reader.js';

const reader = await shippedReader();

describe('what is in something', () => {
  it.each([
    ['a cat in a box', 'package', 'cat'],
    ['frog inside a bucket', 'bucket', 'frog'],
    ['a dog peeking out of a car', 'car', 'dog'],
    ['mouse in a teacup', 'teacup', 'mouse'],
    ['flowers in a vase', 'vase', 'flower'],
    ['frog in a cauldron', 'cauldron', 'frog'],
    ['Katze in der Waschmaschine', 'washing machine', 'cat'],
    ['Katze in einer Kiste', 'package', 'cat'],
    ['gato en una caja', 'package', 'cat'],
    ['un chien dans une voiture', 'car', 'dog'],
    ['кошка в коробке', 'package', 'cat'],
    ['箱の中の猫', 'package', 'cat'],
    ['猫在盒子里', 'package', 'cat'],
    ['상자 안의 고양이', 'package', 'cat'],
  ])('looks out of it where that is hollow: %s', (prompt, outer, inner) => {
    const { things, relations, isNested, notes } = reader.read(prompt);
    expect(things.map(({ names }) => names[0])).toEqual([outer, inner]);
    expect(relations).toEqual(['in front of']);
    expect(isNested).toBe(true);
    expect(notes).toEqual([]);
  });

  it.each([
    ['cat on a train', ['cat', 'train interior'], undefined],
    ['gato en el tren', ['cat', 'train interior'], undefined],
    ['penguin on a plane', ['penguin', 'airplane'], 'costumed'],
    ['Hase im Flugzeug', ['rabbit', 'airplane'], 'costumed'],
    ['frog riding a bus', ['frog', 'bus'], 'costumed'],
    ['fox flying a plane', ['fox', 'airplane'], 'costumed'],
    ['a dog on a ship', ['dog', 'ship'], 'costumed'],
    ['superhero standing on a train', ['superhero', 'train'], undefined],
  ])('is inside a vehicle, or at its window: %s', (prompt, names, act) => {
    const read = reader.read(prompt);
    expect(read.things.map((one) => one.names[0])).toEqual(names);
    expect(read.act).toBe(act);
    expect(read.notes).toEqual([]);
  });

  it.each([
    ['ピアノを弾く猫', ['piano', 'cat']],
    ['a bear playing the piano', ['piano', 'bear']],
    ['cat playing the drums', ['drum kit', 'cat']],
    ['a cat at the piano', ['piano', 'cat']],
    ['a fox behind the drum kit', ['drum kit', 'fox']],
  ])('is behind what it plays: %s', (prompt, names) => {
    const { things, isNested, notes } = reader.read(prompt);
    expect(things.map((one) => one.names[0])).toEqual(names);
    expect(isNested).toBe(true);
    expect(notes).toEqual([]);
  });

  it.each([
    ['kid blowing out candles on a birthday cake', 'birthday cake'],
    ['grandpa blowing out the candles', 'birthday cake'],
    ['ein Hund schneidet einen Kuchen', 'cake'],
  ])('is behind the table that it is done on: %s', (prompt, thing) => {
    const { things, act } = reader.read(prompt);
    expect(things[1]?.names).toContain(thing);
    expect(act).toBe('tabled');
  });

  it('has weather in the air that is behind more than one can be before', () => {
    expect(reader.read('goalkeeper in the rain')).toMatchObject({ finish: 'under rain', relations: ['in front of'] });
  });

  it.each([
    ['a fox in a house', 'in', 'in front of'],
    ['a bird in a cloud', 'in', 'on'],
    ['a moon in a cat', 'in', 'beside'],
    ['Fuchs im Haus', 'im', 'in front of'],
  ])('is told to stand otherwise where nothing can be in that: %s', (prompt, said, name) => {
    const { isNested, notes } = reader.read(prompt);
    expect(isNested).toBeUndefined();
    expect(notes).toContainEqual({ type: 'read-as', said, name });
  });

  it.each([
    ['two cats and a dog in a box', ['package', 'cat', 'dog'], ['in front of', 'beside']],
    ['a cat with a hat in a bathtub', ['bathtub', 'cat', 'top hat'], ['in front of', 'wearing']],
    ['a dog with a ball in a basket', ['basket', 'dog', 'soccer ball'], ['in front of', 'holding']],
  ])('has with it there whoever is with it: %s', (prompt, names, between) => {
    const { things, relations, isNested } = reader.read(prompt);
    expect(things.map((one) => one.names[0])).toEqual(names);
    expect(relations).toEqual(between);
    expect(isNested).toBe(true);
  });

  it.each([
    ['a robot with a sword and a shield', ['holding', 'holding']],
    ['a penguin on a skateboard with pizza', ['on', 'holding']],
    ['a cat with coffee and a dog', ['holding', 'beside']],
    ['pizza with mushrooms and olives', ['holding', 'holding']],
  ])('is held by the first where the second holds nothing: %s', (prompt, between) => {
    expect(reader.read(prompt).relations).toEqual(between);
  });

  it.each([
    ['christmas tree with 3 presents under it', ['gift', 'christmas tree'], ['below']],
    ['a castle with a cat on it', ['cat', 'castle'], ['on']],
    ['hamster on a pumpkin with a cherry on its head', ['cherries', 'hamster', 'pumpkin'], ['on', 'on']],
    ['frog in a teacup with a strawberry on its head', ['teacup', 'strawberry', 'frog'], ['in front of', 'on']],
    ['a bucket with five roses', ['bucket', 'rose'], ['in front of']],
  ])('is where it is said to be of what was named before: %s', (prompt, names, between) => {
    const { things, relations } = reader.read(prompt);
    expect(things.map((one) => one.names[0])).toEqual(names);
    expect(relations).toEqual(between);
  });

  it.each([
    ['cake with strawberries', 'topped'],
    ['bolo com morangos', 'topped'],
    ['pfannkuchen mit blaubeeren', 'topped'],
    ['sword with a green gem', 'set'],
    ['a cake with a cat', undefined],
    ['a cat with a star', undefined],
  ])('is small on what it is on: %s', (prompt, act) => {
    expect(reader.read(prompt).act).toBe(act);
  });

  it.each(['a cat in bed', 'gato en la luna', 'a cat on a box'])(
    'is on it where that is what is said: %s',
    (prompt) => {
      const { relations, isNested, notes } = reader.read(prompt);
      expect(relations).toEqual(['on']);
      expect(isNested).toBeUndefined();
      expect(notes).toEqual([]);
    },
  );
});

describe('a word for a place or a time', () => {
  it.each([
    ['day and night', ['sun', 'night with stars']],
    ['night', ['night with stars']],
    ['rain', ['cloud with rain']],
    ['the ocean', ['wave']],
    ['cat and rain', ['cat', 'cloud with rain']],
  ])('is a thing where it stands by itself or in a list: %s', (prompt, asked) => {
    expect(reader.read(prompt).things.map(({ names }) => names[0])).toEqual(asked);
  });

  it.each(['a cat in a museum', 'a fox in the swamp'])('is left out behind a thing: %s', (prompt) => {
    const { things, notes } = reader.read(prompt);
    expect(things).toHaveLength(1);
    expect(notes).toMatchObject([{ type: 'left-out', why: 'place' }]);
  });

  it.each([
    ['cat in the rain', 'rainy street'],
    ['Hund im Regen', 'rainy street'],
    ['chat sous la pluie', 'rainy street'],
    ['кот под дождём', 'rainy street'],
    ['owl in a storm', 'stormy night'],
    ['fox in the snow', 'winter landscape'],
  ])('is a place all of which the weather is in: %s', (prompt, place) => {
    const { things, relations, notes } = reader.read(prompt);
    expect(things.map(({ names }) => names[0])[1]).toBe(place);
    expect(relations).toEqual(['in front of']);
    expect(notes).toEqual([]);
  });

  it.each([
    ['dog cooking bacon', ['dog', 'frying pan', 'bacon']],
    ['cat grilling a hamburger', ['cat', 'frying pan', 'hamburger']],
    ['a bear frying an egg', ['bear', 'frying pan', 'egg']],
  ])('has food that somebody cooks in a pan: %s', (prompt, things) => {
    const reading = reader.read(prompt);
    expect(reading.things.map(({ names }) => names[0])).toEqual(things);
    expect(reading).toMatchObject({ relations: ['holding', 'holding'], act: 'cooked', notes: [] });
  });

  it.each([
    ['snowman in the sun', 'sun'],
    ['rainy day cat', 'cloud with rain'],
  ])('is weather above whoever is in it: %s', (prompt, weather) => {
    const { things, relations, notes } = reader.read(prompt);
    expect(things.map(({ names }) => names[0])[1]).toBe(weather);
    expect(relations).toEqual(['below']);
    expect(notes).toEqual([]);
  });
});
