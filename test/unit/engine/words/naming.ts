import type { NamingManifest } from '../../../../src/engine/words/language.js';

const things = (text: string): Record<string, string> =>
  Object.fromEntries(text.split(', ').map((pair) => pair.split(' = ') as [string, string]));

const colours = (text: string): Record<string, string> => {
  const english = ['red', 'orange', 'yellow', 'green', 'blue', 'purple', 'pink', 'brown', 'white', 'grey', 'black'];
  return Object.fromEntries(text.split(' ').map((name, k) => [name, english[k]!]));
};

/** What a bundle says of words, for some dozens of things in seven languages. */
export const NAMING: NamingManifest = {
  limits: { objects: 3 },
  concepts: [
    'cat',
    'dog',
    'bird',
    'fish',
    'frog',
    'horse',
    'lion',
    'mouse',
    'penguin',
    'turtle',
    'car',
    'house',
    'castle',
    'star',
    'heart',
    'heart suit',
    'flower',
    'cherries',
    'apple',
    'orange',
    'peach',
    'pizza',
    'hot dog',
    'teddy bear',
    'snowman',
    'top hat',
    'crown',
    'egg',
    'crying cat',
    'musical keyboard',
    'keyboard',
    'angry face',
    'person running',
    't-shirt',
  ],
  styles: ['flat', 'simple', '3d'],
  words: 'a an and two three little big style sticker of draw face light dark juice'.split(' '),
  names: {
    en: {
      things: things(
        'kitty = cat, hearts = heart suit, piano = musical keyboard, angry = angry face, running = person running, hat = top hat',
      ),
      colours: {},
    },
    de: {
      things: things(
        'katze = cat, hund = dog, vogel = bird, löwe = lion, maus = mouse, pinguin = penguin, auto = car, haus = house, apfel = apple, ' +
          'herz = heart, kirschen = cherries, hut = top hat, ei = egg, orange = orange, schneemann = snowman',
      ),
      colours: colours('rot orange gelb grün blau lila rosa braun weiß grau schwarz'),
    },
    fr: {
      things: things(
        "chat = cat, chien = dog, oiseau = bird, étoile = star, château = castle, cheval = horse, œuf = egg, cerise = cherries, couronne = crown, avion à l'arrivée = car",
      ),
      colours: colours('rouge orange jaune vert bleu violet rose marron blanc gris noir'),
    },
    es: {
      things: things(
        'gato = cat, perro = dog, pez = fish, casa = house, flor = flower, perrito caliente = hot dog, melocotón = peach, coche = car',
      ),
      colours: colours('rojo naranja amarillo verde azul morado rosa marrón blanco gris negro'),
    },
    it: {
      things: things(
        'gatto = cat, cane = dog, arancia = orange, tartaruga = turtle, pupazzo di neve = snowman, mela = apple, macchina = car',
      ),
      colours: colours('rosso arancione giallo verde blu viola rosa marrone bianco grigio nero'),
    },
    pt: {
      things: things('gato = cat, cão = dog, flor = flower, coração = heart, sapo = frog'),
      colours: colours('vermelho laranja amarelo verde azul roxo rosa marrom branco cinza preto'),
    },
    nl: {
      things: things('kat = cat, hond = dog, huis = house, auto = car, kikker = frog, muis = mouse'),
      colours: colours('rood oranje geel groen blauw paars roze bruin wit grijs zwart'),
    },
  },
  tables: {
    colours: {
      red: ['#d92b2b'],
      orange: ['#f58a1f'],
      yellow: ['#fcd53f'],
      green: ['#3aa845'],
      blue: ['#2f6fde', '#8fc7f5'],
      purple: ['#7d3fc4'],
      pink: ['#f06aa8'],
      brown: ['#8a5533'],
      white: ['#ffffff'],
      grey: ['#9aa0a6'],
      black: ['#111111'],
    },
    moods: {
      grinning: ['grinning', 'happy'],
      sad: ['sad'],
      sobbing: ['sobbing', 'crying'],
      'in love': ['in love', 'loving'],
      sleeping: ['sleeping', 'sleepy'],
    },
    marks: { crying: { words: ['crying', 'sad'] }, burning: { words: ['on fire'] }, singing: { words: ['musical'] } },
    relations: { beside: ['and', 'next to'], on: ['on', 'sitting on'], wearing: ['wearing', 'in', 'with'] },
  },
};
