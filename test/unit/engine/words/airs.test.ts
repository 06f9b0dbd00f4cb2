import { describe, expect, it } from 'vitest';
import { shippedReader } from './shipped-reader.js';

const reader = await shippedReader();

const read = (prompt: string) => {
  const { things, relations, notes, finish } = reader.read(prompt);
  const leftOut = notes.filter(({ type }) => type === 'left-out' || type === 'unknown');
  return { names: things.map(({ names }) => names[0]), relations, finish, leftOut };
};

describe('an hour or weather beside a place', () => {
  it.each([
    ['cozy cabin by the lake at nite with northern lights', ['house', 'lake'], 'under night+aurora'],
    ['a dog in the park at sunset', ['dog', 'city park'], 'under dusk'],
    ['a penguin on the beach in the rain', ['penguin', 'beach'], 'under rain'],
    ['a penguin in the rain on the beach', ['penguin', 'beach'], 'under rain'],
    ['a wolf in a snowstorm in the forest', ['wolf', 'forest'], 'under snow'],
    ['a cat at dusk in the garden', ['cat', 'garden'], 'under dusk'],
    ['a dog on the beach at dawn', ['dog', 'beach'], 'under dawn'],
    ['cat in the fog in the city', ['cat', 'cityscape'], 'under fog'],
    ['ein Hund im Park bei Nacht', ['dog', 'city park'], 'under night'],
    ['un gato en la playa de noche', ['cat', 'beach'], 'under night'],
    ['un lapin dans le jardin au crépuscule', ['rabbit', 'garden'], 'under dusk'],
  ])('is in the air of that, and no second place: %s', (prompt, names, finish) => {
    expect(read(prompt)).toEqual({ names, relations: ['in front of'], finish, leftOut: [] });
  });

  it.each([
    ['kitchen at night', 'kitchen', 'under night'],
    ['aurora over the mountains', 'mountain', 'under aurora'],
    ['northern lights', 'northern lights', 'under aurora'],
  ])('is so without anybody there: %s', (prompt, name, finish) => {
    expect(read(prompt)).toEqual({ names: [name], relations: [], finish, leftOut: [] });
  });
});

describe('weather that somebody moves through', () => {
  it('is a place about them, and no cloud beside', () => {
    expect(read('grandma riding a motorcycle through a thunderstorm')).toEqual({
      names: ['old woman', 'motorcycle', 'stormy night'],
      relations: ['on', 'in front of'],
      finish: undefined,
      leftOut: [],
    });
  });

  it('leaves a place behind what somebody has', () => {
    expect(read('a bear with a hat in the forest').names).toEqual(['bear', 'top hat', 'forest']);
  });
});

describe('wind', () => {
  it.each(['a cat in the wind', 'eine Katze im Wind'])('is seen by what it carries: %s', (prompt) => {
    expect(read(prompt)).toEqual({ names: ['cat'], relations: [], finish: 'under wind', leftOut: [] });
  });
});

describe('confetti', () => {
  it('is all over, and no thing beside', () => {
    expect(read('two cats with confetti')).toMatchObject({ names: ['cat'], finish: 'under confetti' });
    const { things } = reader.read('celebrating cat with confetti');
    expect(things.map(({ names }) => names[0])).toEqual(['cat', 'party hat']);
  });
});
