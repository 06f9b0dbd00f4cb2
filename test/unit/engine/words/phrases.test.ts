import { describe, expect, it } from 'vitest';
import { shippedReader } from './shipped-reader.js';

const reader = await shippedReader();

/** “cat [holding] pizza” */
function drawn(prompt: string, locale?: string): string {
  const { things, relations } = reader.read(prompt, locale === undefined ? {} : { locale });
  return things
    .map(({ names, count, group }, k) => {
      const many = group ? `${group.copies} in ${group.way} ` : count > 1 ? `${count} ` : '';
      return `${k === 0 ? '' : ` [${relations[k - 1]}] `}${many}${names[0]}`;
    })
    .join('');
}
const told = (prompt: string, type: string) =>
  reader.read(prompt).notes.flatMap((note) => (note.type === type ? [note.said] : []));

describe('what hangs on something unknown', () => {
  it.each([
    ['blue okapi with headphones', 'okapi'],
    ['okapi wearing a hat', 'okapi'],
    ['okapi on a skateboard', 'okapi'],
    ['ein Okapi mit Hut', 'Okapi'],
    ['帽子をかぶったハシビロコウ', 'ハシビロコウ'],
  ])('is not painted in its place: %s', (prompt, unknown) => {
    expect(drawn(prompt)).toBe('');
    expect(told(prompt, 'unknown')).toEqual([unknown]);
  });

  it.each([
    ['cat and okapi with a hat', 'cat [wearing] top hat'],
    ['okapi, a cat', 'cat'],
    ['a logo for my bakery with a croissant', 'croissant'],
  ])('is painted where more is known: %s', (prompt, things) => {
    expect(drawn(prompt)).toBe(things);
  });
});

describe('two that are named one after the other', () => {
  it.each([
    ['crying cat thumbs up', 'crying cat [holding] thumbs up'],
    ['dog peace sign', 'dog [holding] victory hand'],
    ['thumbs up bear', 'bear [holding] thumbs up'],
    ['penguin waving hand', 'penguin [holding] waving hand'],
    ['top hat frog', 'frog [wearing] top hat'],
    ['sunglasses dog', 'dog [wearing] sunglasses'],
    ['crown cat', 'cat [wearing] crown'],
    ['gato gafas de sol', 'cat [wearing] sunglasses'],
    ['avocado toast', 'avocado [on] toast'],
    ['cheese toast', 'cheese [on] toast'],
    ['egg sandwich', 'egg [on] sandwich'],
    ['pineapple pizza', 'pineapple [on] pizza'],
    ['strawberry waffle', 'strawberry [on] waffle'],
  ])('stand as people mean it: %s', (prompt, things) => {
    expect(drawn(prompt)).toBe(things);
  });

  it.each([
    ['cheese pizza', 'pizza'],
    ['strawberry smoothie', 'smoothie'],
  ])('are one where its drawings show the other, or nobody could: %s', (prompt, things) => {
    expect(drawn(prompt)).toBe(things);
  });

  it('an insult by hand is told as unknown', () => {
    expect(drawn('cat middle finger')).toBe('cat');
    expect(told('cat middle finger', 'unknown')).toEqual(['middle finger']);
  });
});

describe('how many parts there are', () => {
  it.each([
    ['birthday cake with three candles', 'birthday cake', ['3 × candles']],
    ['a dice with six dots', 'dice', ['6 × dots']],
    ['a spider with eight legs', 'spider', ['8 × legs']],
    ['cat with two eyes', 'cat', []],
    ['a butterfly with two wings', 'butterfly', []],
  ])('is told, and no further thing: %s', (prompt, things, left) => {
    expect(drawn(prompt)).toBe(things);
    expect(told(prompt, 'left-out')).toEqual(left);
  });

  it('no mark is drawn beside the thing that it shows', () => {
    expect(reader.read('celebrating cat with a party popper').things.map(({ moods }) => moods)).toEqual([[], [], []]);
  });
});

describe('a plural', () => {
  it.each([
    ['bear playing video games', 'bear [holding] game controller'],
    ['cat reading books', 'cat [holding] open book'],
    ['panda drinking beers', 'panda [holding] beer'],
    ['Bär spielt Videospiele', 'bear [holding] game controller'],
    ['oso leyendo libros', 'bear [holding] open book'],
    ['dog holding balloons', 'dog [holding] 2 in row balloon'],
  ])('is one thing for who does something with it: %s', (prompt, things) => {
    expect(drawn(prompt)).toBe(things);
  });
});

describe('several of a thing', () => {
  it.each([
    ['3 ducks in a row wearing sunglasses', '3 in row duck [wearing] sunglasses'],
    ['4 penguins wearing scarves', '4 in rows penguin [wearing] worn scarf'],
    ['three frogs with crowns', '3 in row frog [wearing] crown'],
    ['cats wearing hats', '2 cat [wearing] top hat'],
  ])('that each wear something are as many: %s', (prompt, things) => {
    expect(drawn(prompt)).toBe(things);
    expect(told(prompt, 'left-out')).toEqual([]);
  });

  it.each([
    ['flowers and balloons', '2 in rows flower [beside] 2 in rows balloon'],
    ['a boy with presents and cupcakes', 'boy [holding] 2 in rows gift [holding] 2 in rows cupcake'],
    ['cats and a dog', '2 cat [beside] dog'],
    ['grapes and bananas', 'grapes [beside] 2 banana'],
    ['pizza with olives', 'pizza [holding] 3 in rows olive'],
    ['cupcake with a cherry', 'cupcake [holding] cherries'],
    ['basket with kittens', 'basket [in front of] 3 in rows kitten'],
  ])('that no number is said of are at least two, unless pictures show many: %s', (prompt, things) => {
    expect(drawn(prompt)).toBe(things);
  });

  it.each([
    ['treasure chest full of coins', 'treasure chest [in front of] 6 in pile coin'],
    ['a basket of apples', 'basket [in front of] 6 in pile apple'],
    ['a box of doughnuts', 'package [in front of] 6 in pile doughnut'],
    ['cesta de manzanas', 'basket [in front of] 6 in pile apple'],
    ['lunchbox full of candy', 'bento box [holding] 6 in pile candy'],
    ['a bucket filled with strawberries', 'bucket [in front of] 6 in pile strawberry'],
  ])('that something is full of are a heap in it: %s', (prompt, things) => {
    expect(drawn(prompt)).toBe(things);
  });
});

describe('a row', () => {
  it.each([
    ['three ducks in a row', '3 in row duck'],
    ['cats in a line', '3 in row cat'],
    ['four penguins lined up', '4 in row penguin'],
    ['two dogs next to each other', '2 in row dog'],
    ['nine cats in a row', '9 in row cat'],
    ['a row of penguins', '3 in row penguin'],
    ['vier Enten in einer Reihe', '4 in row duck'],
    ['drei Katzen nebeneinander', '3 in row cat'],
    ['trois canards en rang', '3 in row duck'],
    ['tres gatos en fila', '3 in row cat'],
    ['tre gatti in fila', '3 in row cat'],
    ['три кота в ряд', '3 in row cat'],
    ['三只猫排成一排', '3 in row cat'],
    ['一列に並んだ三匹の猫', '3 in row cat'],
  ])('is how they stand, and no place: %s', (prompt, things) => {
    expect(drawn(prompt)).toBe(things);
    expect(told(prompt, 'left-out')).toEqual([]);
  });
});

describe('where somebody is', () => {
  it.each([
    ['sloth at a laptop', 'sloth [holding] laptop'],
    ['cat at the computer', 'cat [holding] computer'],
    ['Katze am Computer', 'cat [holding] computer'],
    ['dog on the beach', 'dog [in front of] beach'],
    ['cat in the desert', 'cat [in front of] desert'],
    ['astronaut in space', 'astronaut [in front of] outer space'],
    ['bear in the mountains', 'bear [in front of] mountain'],
    ['dog at sunset', 'dog [in front of] sunset beach'],
    ['cat in the city at night', 'cat [in front of] night with stars'],
    ['cat and dog on the beach', 'cat [beside] dog [in front of] beach'],
    ['a rainbow over a mountain', 'rainbow [above] mountain'],
    ['砂漠のラクダ', 'camel [in front of] desert'],
    ['owl at night', 'owl [in front of] night sky'],
    ['my brain at 3am', 'brain [in front of] night sky'],
    ['fish underwater', 'fish [in front of] seabed'],
    ['underwater fish', 'fish [in front of] seabed'],
    ['frog in the woods', 'frog [in front of] forest'],
    ['bear in the kitchen', 'bear [in front of] kitchen'],
    ['cat at the library', 'cat [in front of] library'],
    ['cat under the stars', 'cat [in front of] night sky'],
    ['ufo over a cow at night', 'flying saucer [above] cow [in front of] night sky'],
    ['fox and owl in the forest', 'fox [beside] owl [in front of] forest'],
    ['rainbow over the lake', 'rainbow [above] lake'],
    ['duck by the pond', 'duck [in front of] lake'],
    ['dog on the street at night', 'dog [on] street at night'],
    ['penguin in the snow', 'penguin [in front of] winter landscape'],
    ['apple on the table', 'apple [on] table'],
    ['Eule nachts', 'owl [in front of] night sky'],
    ['Fisch unter Wasser', 'fish [in front of] seabed'],
    ['hibou la nuit', 'owl [in front of] night sky'],
    ['búho de noche', 'owl [in front of] night sky'],
    ['coruja à noite', 'owl [in front of] night sky'],
    ['gufo di notte', 'owl [in front of] night sky'],
    ['żaba w lesie', 'frog [in front of] forest'],
    ['рыба под водой', 'fish [in front of] seabed'],
    ['сова вночі', 'owl [in front of] night sky'],
    ['gece baykuş', 'owl [in front of] night sky'],
    ['台所の熊', 'bear [in front of] kitchen'],
    ['夜のフクロウ', 'owl [in front of] night sky'],
    ['森林里的青蛙', 'frog [in front of] forest'],
    ['숲속의 개구리', 'frog [in front of] forest'],
    ['जंगल में मेंढक', 'frog [in front of] forest'],
    ['ضفدع في الغابة', 'frog [in front of] forest'],
    ["poisson sous l'eau", 'fish [in front of] seabed'],
    ['Katze im Weltall', 'cat [in front of] outer space'],
    ['gato en la playa', 'cat [in front of] beach'],
  ])('is a picture that stands before or behind: %s', (prompt, things) => {
    expect(drawn(prompt)).toBe(things);
  });

  it.each([
    ['capybara with an orange on its head', 'orange [on] capybara'],
    ['cat with a mushroom on its head', 'mushroom [on] cat'],
    ['a dog with a crown on his head', 'dog [wearing] crown'],
    ['Katze mit einer Krone auf dem Kopf', 'cat [wearing] crown'],
    ['gato con una manzana en la cabeza', 'apple [on] cat'],
    ['chat avec une pomme sur la tête', 'apple [on] cat'],
    ['頭にみかんを乗せたカピバラ', 'orange [on] capybara'],
  ])('what is on a head is worn, or lies there: %s', (prompt, things) => {
    expect(drawn(prompt)).toBe(things);
    expect(told(prompt, 'unknown')).toEqual([]);
  });

  it('before coffee is a time', () => {
    expect(drawn('cat before coffee')).toBe('cat');
    expect(told('cat before coffee', 'left-out')).toEqual(['before coffee']);
    expect(drawn('cat before the coffee')).toBe('cat [in front of] coffee');
  });
});

describe('a breed', () => {
  it.each(['golden retriever', 'terrier'])('is drawn by no other: %s', (prompt) => {
    const [dog] = reader.read(prompt).things;
    expect(dog!.pictures!.length).toBeGreaterThan(5);
    expect(dog!.pictures!.filter((slug) => /poodle|guide|service/.test(slug))).toEqual([]);
  });

  it('may have a pattern', () => {
    expect(reader.read('dalmatian').things).toMatchObject([
      { colours: ['white'], pattern: { kind: 'dots', colour: 'black' } },
    ]);
    expect(reader.read('orange tabby').things).toMatchObject([{ colours: ['orange'], pattern: { kind: 'stripes' } }]);
  });
});
