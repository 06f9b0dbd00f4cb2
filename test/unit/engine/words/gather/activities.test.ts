import { describe, expect, it } from 'vitest';
import { ACTIVITIES } from '../../../../../src/engine/words/languages/index.js';
import { shippedReader } from '../shipped-reader.js';

const reader = await shippedReader();
const read = (prompt: string) => {
  const { things, relations, act, isNested, notes } = reader.read(prompt);
  return { names: things.map(({ names }) => names[0]), relations, act, isNested, notes };
};

describe('what somebody does', () => {
  it.each([
    ['a penguin surfing', ['penguin', 'surfboard'], ['on']],
    ['surfing penguin', ['penguin', 'surfboard'], ['on']],
    ['panda lifting weights', ['panda', 'barbell'], ['holding']],
    ['fox painting a picture', ['fox', 'paintbrush', 'easel'], ['holding', 'beside']],
    ['two grandpas playing chess', ['old man', 'chessboard'], ['holding']],
    ['ein Hund der angelt', ['dog', 'fishing pole'], ['holding']],
    ['un chat qui cuisine', ['cat', 'frying pan'], ['holding']],
    ['a chef cooking', ['cook', 'frying pan'], ['holding']],
    ['a cat fishing', ['cat', 'fishing pole'], ['holding']],
  ])('is shown by what it is done with: %s', (prompt, names, relations) => {
    expect(read(prompt)).toMatchObject({ names, relations, notes: [] });
  });

  it('has what it is done to beside it', () => {
    const { names, relations } = read('a girl watering plants');
    expect(names).toEqual(['girl', 'watering can', 'seedling']);
    expect(relations).toEqual(['holding', 'beside']);
  });

  it('takes nothing that is named besides, and is no part of a name', () => {
    expect(read('a dog surfing on a surfboard').names).toEqual(['dog', 'surfboard']);
    expect(read('a fishing pole').names).toEqual(['fishing pole']);
    expect(read('a painting of a fox').names).toEqual(['fox']);
    expect(read('swimming in a bathtub').names).not.toContain('open sea');
  });

  it('is in water or in a car where it is done there', () => {
    expect(read('elephant taking a bath')).toMatchObject({ names: ['bathtub', 'elephant'], isNested: true });
    expect(read('frog driving a car')).toMatchObject({ names: ['car', 'frog'], isNested: true });
    expect(read('swimming duck')).toMatchObject({ names: ['duck', 'open sea'], relations: ['in front of'] });
  });

  it.each([
    ['dragon breathing fire', 'breathed', ['holding']],
    ['fire-breathing dragon', 'breathed', ['holding']],
    ['ein Drache speit Feuer', 'breathed', ['holding']],
    ['woman pushing a shopping cart', 'pushed', ['beside']],
    ['dog pulling a sled', 'pulled', ['beside']],
    ['mouse running away from a cat', 'fled', ['beside']],
  ])('is told where a layout shows it: %s', (prompt, act, relations) => {
    expect(read(prompt)).toMatchObject({ act, relations, notes: [] });
  });

  it.each([
    ['dinosaur doing yoga', 't-rex', [], 'stretching'],
    ['ヨガをする猫', 'cat', [], 'stretching'],
    ['frog meditating', 'frog', [], 'meditating'],
    ['eine Katze jongliert', 'cat', ['beach ball'], 'juggling'],
    ['cat juggling oranges', 'cat', ['orange'], 'juggling'],
    ['bear lifting weights', 'bear', ['barbell'], 'lifting'],
    ['un zorro jugando al golf', 'fox', ['flag in hole'], 'golfing'],
    ['panda fencing', 'panda', ['sword'], 'fencing'],
    ['penguin skiing', 'penguin', ['ski slope'], 'skiing'],
    ['un singe qui escalade une montagne', 'monkey', ['mountain'], 'climbing'],
    ['dog running in the park', 'dog', ['city park'], 'running'],
    ['a running dog', 'dog', [], 'running'],
    ['a cat dancing on a table', 'cat', ['table'], 'dancing'],
    ['robot doing push ups', 'robot', [], 'planking'],
    ['hippo ice skating', 'hippopotamus', ['ice skate'], undefined],
  ])('is a pose of who is named, and nobody else: %s', (prompt, who, others, act) => {
    expect(read(prompt)).toMatchObject({ names: [who, ...others], act, notes: [] });
  });

  it('is drawn by pictures of people who do it where a person does', () => {
    expect(read('person juggling').names).toEqual(['person juggling']);
    expect(read('yoga').names).toEqual(['person in lotus position']);
    expect(read('basketball player dunking').names).toEqual(['person bouncing ball']);
  });

  it('is done with things that there are', () => {
    const things = ACTIVITIES.flatMap(({ thing = [], person = [] }) => [thing, person].flat());
    const missing = things.filter((thing) => reader.read(thing).things[0]?.names.includes(thing) !== true);
    expect(missing).toEqual([]);
  });
});
