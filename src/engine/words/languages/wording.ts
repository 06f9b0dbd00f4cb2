/** How a form of a word ends, and how the dictionary form ends instead; “$1” is what the first group matched. */
export type Inflection = readonly [ending: RegExp, dictionary: string];

/** How a language words a prompt, in lower case and without accents. Names of things and colours are the bundle's. */
export interface Wording {
  /** What begins one thing. */
  articles: readonly string[];
  /** What begins a thing, or several. */
  otherArticles: readonly string[];
  /** Whether these may belong to a case in which one thing looks like several: “den Löwen”. */
  hasCases?: boolean;
  numbers: Readonly<Record<string, number>>;
  /** What stands between two things, of up to three words → the English words for it. */
  links: Readonly<Record<string, string>>;
  /** Words that say nothing of the picture. */
  idle: readonly string[];
  /** Plurals, and singulars of what is listed in the plural. */
  nouns: readonly Inflection[];
  /** Gender, number and case of colours and moods. */
  adjectives: readonly Inflection[];
  /** Names of colours that the bundle has not → the nearest one that it has. */
  otherColours: Readonly<Record<string, string>>;
  /** Moods in their dictionary form → an English word for them. English ones are the bundle's. */
  moods: Readonly<Record<string, string>>;
}

/** The dictionary form and what hangs on it. */
export const without = (...endings: readonly string[]): Inflection[] =>
  endings.map((ending) => [new RegExp(`${ending}$`), '']);
