import { describe, expect, it } from 'vitest';
import { asCaptioned } from '../../../../src/engine/words/as-captioned.js';
import { readEnglish } from '../../../../src/engine/words/reading.js';
import { NAMING } from './naming.js';

describe('a prompt in another language', () => {
  it.each([
    ['ein roter Hund', 'a red dog'],
    ['Die roten Äpfel', 'a red apple'],
    ['zwei kleine Häuser mit einem blauen Auto', 'a house, a house and a blue car'],
    ['zwei Katzen und ein Hund', 'a cat, a cat and a dog'],
    ['den Löwen', 'a lion'],
    ['2 rosa Katzen', 'two pink cats'],
    ['ein hellblauer Vogel', 'a blue bird'],
    ['fünf blaue Katzen', 'three blue cats'],
    ['drei Mäuse', 'three mice'],
    ['ein trauriger Hund mit Hut', 'a sad dog with a top hat'],
    ['ein verliebter Pinguin, im Stil flat', 'a penguin in love, flat style'],
    ['Hund, flat style', 'a dog, flat style'],
    ['Katze, Hund, Vogel', 'a cat, a dog and a bird'],
    ['ein Hund neben einem Auto', 'a dog next to a car'],
    ['le chat noir', 'a black cat'],
    ["l'oiseau blanc et l’étoile violette", 'a white bird and a purple star'],
    ['deux châteaux gris avec un cheval vert', 'a grey castle, a grey castle and a green horse'],
    ['trois œufs bleus', 'three blue eggs'],
    ['une cerise', 'a cherries'],
    ['un chat amoureux avec une couronne', 'a cat in love with a crown'],
    ["avion à l'arrivée", 'a car'],
    ['una casa roja', 'a red house'],
    ['un gato de color azul', 'a blue cat'],
    ['una casa blanca y roja con un gato', 'a white and red house with a cat'],
    ['dos perritos calientes y unas flores amarillas', 'a hot dog, a hot dog and a yellow flower'],
    ['tres peces azules', 'three blue fish'],
    ['un perro feliz sobre un coche azul', 'a happy dog on a blue car'],
    ['tre gatti neri', 'three black cats'],
    ["un'arancia bianca e due tartarughe grigie", 'a white orange, a grey turtle and a grey turtle'],
    ['un pupazzo di neve con delle mele verdi', 'a snowman, a green apple and a green apple'],
    ['gatti', 'two cats'],
    ['una macchina azzurra', 'a blue car'],
    ['os cães pretos', 'two black dogs'],
    ['duas flores vermelhas e um coração azul', 'a red flower, a red flower and a blue heart'],
    ['een rode auto met twee witte katten', 'a red car, a white cat and a white cat'],
    ['twee katten en twee honden', 'two cats and two dogs'],
    ['een blije kikker', 'a happy frog'],
    ['drie gele huizen', 'three yellow houses'],
  ])('is put in plain English: %s: %s', (prompt, english) => {
    expect(asCaptioned(prompt, NAMING)).toBe(english);
  });

  it('is left without what names nothing', () => {
    expect(asCaptioned('eine Katze im Weltall mit einem Hund', NAMING)).toBe('a cat with a dog');
  });

  it.each(Object.entries(NAMING.names!).filter(([language]) => language !== 'en'))(
    'has all things and colours of the bundle: %s',
    (language, { things, colours }) => {
      const dyes = Object.entries(colours);
      for (const [k, [noun, thing]] of Object.entries(things).entries()) {
        const [colour, english] = dyes[k % dyes.length]!;
        const prompt = ['de', 'nl'].includes(language) ? `${colour} ${noun}` : `${noun} ${colour}`;
        const read = readEnglish(asCaptioned(prompt, NAMING), NAMING).things;
        expect(read[0], prompt).toMatchObject({ thing, colours: [english] });
      }
    },
  );
});

describe('a prompt stays as it is', () => {
  it.each([
    'A happy little dog!',
    'the red cats',
    'draw 2 red cats next to a hot dog, flat style',
    'a cat wearing a top hat',
    'an orange juice',
    'a cat and a Katze',
    'a cat on a zeppelin',
    'pizza',
    'orange',
    'crying cat, 3d style',
  ])('in English: %s', (prompt) => {
    expect(asCaptioned(prompt, NAMING)).toBe(prompt);
  });

  it.each(['ein Luftschiff', 'la', '猫と犬', 'un', ''])('where nothing is known of it: "%s"', (prompt) => {
    expect(asCaptioned(prompt, NAMING)).toBe(prompt);
  });

  it('for a bundle that has names in no other language', () => {
    expect(asCaptioned('ein roter Hund', { ...NAMING, names: undefined })).toBe('ein roter Hund');
  });
});
