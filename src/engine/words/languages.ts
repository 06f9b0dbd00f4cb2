/** How a form of a word ends, and how the form that captions use ends instead; “$1” is what the first group matched. */
export type Inflection = readonly [ending: RegExp, captioned: string];

/** How a language words a prompt, without accents. Names of things and colours are the bundle's. */
export interface Wording {
  /** Articles as captions write them. */
  articles: readonly string[];
  /** Other words that begin a thing; captions do without. */
  otherArticles: readonly string[];
  /** Whether these may belong to a case in which one thing looks like several: “den Löwen”. */
  hasCases?: boolean;
  /** Those that captions have, which count in English only, and those that people may ask for all the same. */
  numbers: Readonly<Record<string, number>>;
  /** Between two things in captions; also between two colours. */
  and: string;
  /** Other words between two things. */
  otherLinks: readonly string[];
  /** Plurals, and singulars of what captions name in the plural. */
  nouns: readonly Inflection[];
  /** Gender, number and case: captions have a colour's dictionary form. */
  colours: readonly Inflection[];
  /** Names of colours that captions have not → the nearest one that they have. */
  otherColours: Readonly<Record<string, string>>;
}

/** The dictionary form and what hangs on it. */
const without = (...endings: readonly string[]): Inflection[] =>
  endings.map((ending) => [new RegExp(`${ending}$`), '']);

/** The languages that our bundle's captions use, by ISO 639-1 code. */
export const LANGUAGES: Readonly<Record<string, Wording>> = {
  en: {
    articles: ['a', 'an'],
    otherArticles: ['the', 'one', 'some', 'my', 'your', 'this', 'that'],
    numbers: { two: 2, three: 3, four: 4, five: 5, six: 6 },
    and: 'and',
    otherLinks: ['with', 'next', 'to', 'of'],
    nouns: [...without('s', 'es'), [/ies$/, 'y'], [/ves$/, 'f'], [/men$/, 'man']],
    colours: [],
    otherColours: {
      gray: 'grey',
      silver: 'grey',
      gold: 'yellow',
      golden: 'yellow',
      amber: 'orange',
      crimson: 'red',
      scarlet: 'red',
      magenta: 'pink',
      violet: 'purple',
      lilac: 'purple',
      lavender: 'purple',
      indigo: 'purple',
      navy: 'blue',
      turquoise: 'teal',
      cyan: 'teal',
      lime: 'green',
      tan: 'brown',
      beige: 'cream',
      ivory: 'cream',
    },
  },
  de: {
    articles: ['ein', 'eine'],
    otherArticles: ['einen', 'einem', 'einer', 'der', 'die', 'das', 'den', 'dem', 'mein', 'meine', 'meinen'],
    hasCases: true,
    numbers: { zwei: 2, drei: 3, vier: 4, funf: 5, sechs: 6 },
    and: 'und',
    otherLinks: ['mit', 'neben'],
    nouns: [...without('n', 'en', 'e', 'er', 's', 'se'), [/en$/, 'e'], [/$/, 'n']],
    colours: [
      ...without('e', 'er', 'es', 'en', 'em'),
      // Who bends what ends in a vowel: “oranges”, “lilane”.
      ...without('s', 'r', 'n', 'ne', 'ner', 'nes', 'nen', 'nem'),
    ],
    otherColours: {
      silbern: 'grau',
      golden: 'gelb',
      violett: 'lila',
      pink: 'rosa',
      hellblau: 'blau',
      dunkelblau: 'blau',
      hellgrun: 'grun',
      dunkelgrun: 'grun',
      beige: 'cremefarben',
    },
  },
  fr: {
    articles: ['un', 'une'],
    otherArticles: ['le', 'la', 'les', 'l', 'des', 'du', 'mon', 'ma', 'mes'],
    numbers: { deux: 2, trois: 3, quatre: 4, cinq: 5, six: 6 },
    and: 'et',
    otherLinks: ['avec'],
    nouns: [...without('s', 'x'), [/aux$/, 'al'], [/$/, 's']],
    colours: [...without('s', 'e', 'es', 'he', 'hes'), [/(.)\1es?$/, '$1']],
    otherColours: {
      argente: 'gris',
      dore: 'jaune',
      brun: 'marron',
      mauve: 'violet',
      pourpre: 'violet',
      beige: 'creme',
    },
  },
  es: {
    articles: ['un', 'una'],
    otherArticles: ['el', 'la', 'los', 'las', 'unos', 'unas', 'mi', 'mis'],
    numbers: { dos: 2, tres: 3, cuatro: 4, cinco: 5, seis: 6 },
    and: 'y',
    otherLinks: ['con', 'e'],
    nouns: [...without('s', 'es'), [/ces$/, 'z'], [/$/, 's']],
    colours: [[/a$/, 'o'], [/[ao]s$/, 'o'], ...without('s', 'es')],
    otherColours: {
      plateado: 'gris',
      dorado: 'amarillo',
      anaranjado: 'naranja',
      rosado: 'rosa',
      celeste: 'azul',
      violeta: 'morado',
      lila: 'morado',
      purpura: 'morado',
      cafe: 'marron',
      beige: 'crema',
    },
  },
  it: {
    articles: ['un', 'una'],
    otherArticles: ['uno', 'il', 'lo', 'la', 'i', 'gli', 'le', 'l', 'mio', 'mia', 'dei', 'delle'],
    numbers: { due: 2, tre: 3, quattro: 4, cinque: 5, sei: 6 },
    and: 'e',
    otherLinks: ['con', 'ed'],
    nouns: [
      [/i$/, 'o'],
      [/i$/, 'e'],
      [/i$/, 'io'],
      [/e$/, 'a'],
      [/([cg])h[ie]$/, '$1o'],
      [/([cg])he$/, '$1a'],
      [/([cg])e$/, '$1ia'],
      [/a$/, 'o'],
    ],
    colours: [
      [/[aei]$/, 'o'],
      [/h[ei]$/, 'o'],
      [/i$/, 'e'],
      [/i$/, 'io'],
    ],
    otherColours: {
      argentato: 'grigio',
      dorato: 'giallo',
      azzurro: 'blu',
      celeste: 'blu',
      lilla: 'viola',
      beige: 'crema',
    },
  },
  pt: {
    articles: ['um', 'uma'],
    otherArticles: ['o', 'a', 'os', 'as', 'uns', 'umas', 'meu', 'minha'],
    numbers: { dois: 2, duas: 2, tres: 3, quatro: 4, cinco: 5, seis: 6 },
    and: 'e',
    otherLinks: ['com'],
    nouns: [...without('s', 'es'), [/[ao]es$/, 'ao'], [/is$/, 'l'], [/ns$/, 'm'], [/$/, 's']],
    colours: [[/a$/, 'o'], [/[ao]s$/, 'o'], ...without('s', 'es'), [/is$/, 'l'], [/ns$/, 'm']],
    otherColours: {
      prateado: 'cinza',
      cinzento: 'cinza',
      dourado: 'amarelo',
      violeta: 'roxo',
      lilas: 'roxo',
      castanho: 'marrom',
      bege: 'creme',
    },
  },
  nl: {
    articles: ['een'],
    otherArticles: ['de', 'het', 'mijn'],
    numbers: { twee: 2, drie: 3, vier: 4, vijf: 5, zes: 6 },
    and: 'en',
    otherLinks: ['met', 'naast'],
    nouns: [
      ...without('s', "'s", 'n', 'en', 'ien', 'eren'),
      [/(.)\1en$/, '$1'],
      [/([aeou])([^aeiou])en$/, '$1$1$2'],
      [/zen$/, 's'],
      [/ven$/, 'f'],
      [/$/, 'en'],
    ],
    colours: [...without('e'), [/(.)\1e$/, '$1'], [/([aeou])([^aeiou])e$/, '$1$1$2'], [/ze$/, 's']],
    otherColours: {
      zilver: 'grijs',
      zilveren: 'grijs',
      goud: 'geel',
      gouden: 'geel',
      lila: 'paars',
      violet: 'paars',
      beige: 'creme',
    },
  },
};
