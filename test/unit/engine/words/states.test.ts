import { describe, expect, it } from 'vitest';
import { shippedReader } from './shipped-reader.js';

const reader = await shippedReader();
const shown = (prompt: string, locale?: string) =>
  reader.read(prompt, locale === undefined ? {} : { locale }).things.map(({ names }) => names[0]);

describe('how a thing is', () => {
  it('is small on what does not live, and beside who does', () => {
    expect(reader.read('old car')).toMatchObject({
      things: [{ pattern: { kind: 'patches', colour: 'brown' } }, { names: ['spider web'] }],
      relations: ['holding'],
      act: 'set',
      notes: [],
    });
    expect(reader.read('broken cat')).toMatchObject({ relations: ['beside'] });
    expect(reader.read('old dog').things[0]?.pattern).toBeUndefined();
  });

  it.each([
    ['melting ice cream', ['ice cream', 'puddle']],
    ['geschmolzener Schneemann', ['snowman', 'puddle']],
    ['溶けた雪だるま', ['snowman', 'puddle']],
    ['frozen cat', ['cat', 'snowflake']],
    ['rotten apple', ['apple', 'fly']],
    ['broken phone', ['phone', 'adhesive bandage']],
    ['old phone', ['telephone', 'spider web']],
    ['une vieille voiture', ['car', 'spider web']],
    ['古い家', ['derelict house', 'spider web']],
    ['старый дом', ['derelict house', 'spider web']],
    ['broken heart', ['broken heart']],
    ['girl dancing', ['dancer']],
  ])('is shown by what lies below or beside it, or by another picture: %s', (prompt, names) => {
    expect(shown(prompt)).toEqual(names);
  });

  it.each([
    ['burnt toast', { colours: ['black'], moods: ['burning'] }],
    ['dog with muddy paws', { pattern: { kind: 'patches', colour: 'brown' } }],
    ['dirty car', { pattern: { kind: 'patches', colour: 'brown' } }],
    ['chien mouillé', { moods: ['sweating'] }],
    ['dancing cat', { moods: ['singing'] }],
    ['scary dog', { moods: ['furious'] }],
    ['brand new car', { names: ['car'], moods: ['sparkling'] }],
  ])('is shown by a mark, a colour or spots: %s', (prompt, asked) => {
    expect(reader.read(prompt)).toMatchObject({ things: [asked], notes: [] });
  });

  it.each([
    ['a wooden cat', { colours: ['brown'], pattern: { kind: 'grain', colour: 'brown' } }],
    ['ice dragon', { names: ['dragon'], colours: ['blue'], pattern: { kind: 'gloss', colour: 'blue' } }],
    ['dragon made of ice', { names: ['dragon'], pattern: { kind: 'gloss', colour: 'blue' } }],
    ['ein Drache aus Holz', { names: ['dragon'], pattern: { kind: 'grain', colour: 'brown' } }],
    ['caballo de madera', { pattern: { kind: 'grain', colour: 'brown' } }],
    ['galaxy cat', { pattern: { kind: 'galaxy' } }],
    ['zombie unicorn', { names: ['unicorn'], pattern: { kind: 'patches', colour: 'grey' } }],
    ['robot dog', { colours: ['grey'], pattern: { kind: 'gloss', colour: 'grey' } }],
    ['zombie rabbit', { colours: ['green'], pattern: { kind: 'patches', colour: 'grey' } }],
    ['a rusty car', { pattern: { kind: 'patches', colour: 'brown' } }],
  ])('what it is made of or like is painted over all of it: %s', (prompt, asked) => {
    const { things, notes } = reader.read(prompt);
    expect(things).toHaveLength(1);
    expect({ things, notes }).toMatchObject({ things: [asked], notes: [] });
  });

  it.each([
    ['ice cream', 'ice cream'],
    ['diamond ring', 'ring'],
    ['a red and gold dragon', 'dragon'],
    ['penguin in space', 'penguin'],
    ['robot', 'robot'],
  ])('is no stuff where it is a name, a colour or a place: %s', (prompt, name) => {
    const [first] = reader.read(prompt).things;
    expect(first?.names[0]).toBe(name);
    expect(first?.pattern).toBeUndefined();
  });

  it('is shown in a place too, by what lies between', () => {
    const { things, relations } = reader.read('snowman melting on the beach');
    expect(things.map(({ names }) => names[0])).toEqual(['snowman', 'puddle', 'beach']);
    expect(relations).toEqual(['on', 'in front of']);
  });

  it('melts into its own colour', () => {
    expect(reader.read('chocolate bunny melting').things[1]).toMatchObject({ names: ['puddle'], colours: ['brown'] });
  });

  it('is of gold what gold is heaped up as', () => {
    const { things } = reader.read('dragon sleeping on pile of gold');
    expect(things).toMatchObject([
      { names: ['dragon'], colours: [] },
      { names: ['coin'], colours: ['yellow'] },
    ]);
  });

  it('leaves what is put on, ridden or done by a thing with it', () => {
    const named = (prompt: string) => reader.read(prompt).things.map(({ names }) => names[0]);
    expect(named('pizza slice with sunglasses surfing')).toEqual(['pizza', 'sunglasses', 'surfboard']);
    expect(named('broccoli lifting weights')).toEqual(['broccoli', 'barbell']);
    expect(named('angry snake with a mustache')).toEqual(['snake', 'moustache']);
    expect(named('mouse sleeping on a wheel of cheese')).toEqual(['mouse', 'cheese']);
    expect(named('frog in a sunny meadow with a balloon')).toEqual(['frog', 'meadow', 'balloon']);
    expect(named('cat asleep on a keybord')).toEqual(['cat', 'keyboard']);
  });

  it('is told where there is no room for what would show it', () => {
    const { notes } = reader.read('two snowmen melting on the beach');
    expect(notes).toContainEqual({ type: 'left-out', said: 'melting', why: 'mood' });
  });
});

describe('what is called alike', () => {
  it.each([
    ['perro jugando al fútbol', undefined, 'soccer ball'],
    ['cachorro jogando futebol', undefined, 'soccer ball'],
    ['futbol oynayan köpek', undefined, 'soccer ball'],
    ['hund spielt fußball', undefined, 'soccer ball'],
    ['cat playing football', 'en-GB', 'soccer ball'],
    ['cat playing football', 'en-US', 'football'],
    ['cat playing american football', 'en-GB', 'football'],
  ])('a football is a soccer ball but in the States: %s (%s)', (prompt, locale, ball) => {
    expect(shown(prompt, locale)[1]).toBe(ball);
  });

  it.each([
    ['mom and dad camping with a tent', ['woman', 'man', 'camping']],
    ['cat camping', ['cat', 'camping']],
  ])('who does what a place is called after is there: %s', (prompt, names) => {
    expect(shown(prompt)).toEqual(names);
  });
});

it.each([
  ['homework on fire', 'notebook'],
  ['chores', 'broom'],
  ['dance', 'dancer'],
  ['school trip', 'luggage'],
  ['music', 'musical notes'],
  ['party', 'partying face'],
])('an everyday word is read as what is drawn much like it: %s', (prompt, name) => {
  expect(shown(prompt)[0]).toBe(name);
  expect(reader.read(prompt).notes[0]?.type).toBe('read-as');
});
