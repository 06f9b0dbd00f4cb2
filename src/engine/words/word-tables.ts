import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AlikeLists } from './alike.js';
import { openWordTable, type WordTable } from './word-table.js';

/** What an emoji is called in English. */
export interface EmojiNames {
  /** Without variation selectors. */
  readonly emoji: string;
  readonly label: string;
  readonly shortcodes: readonly string[];
}

/** How something can be in a thing. */
export type Enclosing = 'hollow' | 'buildings' | 'garments';

/** What is known of words whatever the bundle (docs/words.md, "Tables"). */
export interface WordTables {
  readonly emoji: readonly EmojiNames[];
  /** What emoji are called in all languages but English; numbers are those of `names`. */
  readonly names: WordTable;
  /** By its number, the languages (ISO 639) that a use of a name is of. */
  readonly languages: readonly (readonly string[])[];
  /** Nouns of English and what they are a kind of. */
  readonly kinds: WordTable;
  /** By its number, what nouns are a kind of; empty for those that are none of what their words say. */
  readonly parents: readonly string[];
  /** Nouns of English that are no kind of what is drawn, and which of `nearest` is so to them in meaning. */
  readonly near: WordTable;
  /** By its number, names of what is nearest, the nearest first. */
  readonly nearest: readonly (readonly string[])[];
  /** What nouns of English have, as “noun|part”. */
  readonly parts: WordTable;
  /**
   * Nouns of English for what something can look out of (a box), can only be within (a house), and can be dressed in.
   */
  readonly enclosing: Readonly<Record<Enclosing, ReadonlySet<string>>>;
  /** Foods that dishes are called after: cheese, of a cheese pizza. */
  readonly ingredients: ReadonlySet<string>;
  /** What English words look like, over what they are kinds of. */
  readonly alike: AlikeLists;
  /** Words of English. */
  readonly english: WordTable;
}

const FOLDER = join('models', 'words');

let loaded: WordTables | undefined;

/** The tables that come with the package, read when they are first asked for. */
export function shippedWordTables(): WordTables {
  loaded ??= readWordTables(shippedFolder());
  return loaded;
}

/** @throws Error when a file is missing or no table */
export function readWordTables(folder: string): WordTables {
  const read = (name: string) => readFileSync(join(folder, name));
  const names = openWordTable(read('names.bin'), 'pairs');
  const kinds = openWordTable(read('kinds.bin'), 2);
  const near = openWordTable(read('near.bin'), 1);
  const json: unknown = JSON.parse(read('emoji.json').toString('utf8'));
  return {
    emoji: listOf(json).map((names) => {
      const [emoji = '', label = '', ...shortcodes] = textsOf(names);
      return { emoji, label, shortcodes };
    }),
    names,
    languages: textsOf(names.meta.languages).map((group) => group.split(' ')),
    kinds,
    parents: textsOf(kinds.meta.parents),
    near,
    nearest: textsOf(near.meta.lists).map((names) => names.split('|')),
    parts: openWordTable(read('parts.bin'), 0),
    enclosing: {
      hollow: new Set(textsOf(kinds.meta.hollow)),
      buildings: new Set(textsOf(kinds.meta.buildings)),
      garments: new Set(textsOf(kinds.meta.garments)),
    },
    ingredients: new Set(textsOf(kinds.meta.ingredients)),
    alike: alikeLists(JSON.parse(read('alike.json').toString('utf8'))),
    english: openWordTable(read('english.bin'), 0),
  };
}

function alikeLists(json: unknown): AlikeLists {
  const lists = new Map(isRecord(json) ? Object.entries(json) : []);
  const entriesOf = (list: string): [string, unknown][] => {
    const entries = lists.get(list);
    if (!isRecord(entries)) throw new Error(`The table of what looks alike has no ${list}.`);
    return Object.entries(entries);
  };
  const names = (list: string) => new Map(entriesOf(list).map(([word, name]) => [word, textsOf([name])[0]!]));
  return {
    not: new Map(entriesOf('not').map(([word, unlike]) => [word, textsOf(unlike)])),
    same: names('same'),
    as: names('as'),
    hints: names('hints'),
  };
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Plain checks: a schema takes 80 ms for thousands of names that come with the package. */
function listOf(value: unknown): readonly unknown[] {
  if (!Array.isArray(value)) throw new Error('A table of words has no list where one is due.');
  return value;
}

function textsOf(value: unknown): readonly string[] {
  return listOf(value).map((text) => {
    if (typeof text !== 'string') throw new Error('A table of words has no text where one is due.');
    return text;
  });
}

/** From the sources as from what is built of them. */
function shippedFolder(): string {
  for (let folder = dirname(fileURLToPath(import.meta.url)); ; folder = dirname(folder)) {
    const words = join(folder, FOLDER);
    if (existsSync(join(words, 'names.bin'))) return words;
    if (folder === dirname(folder)) throw new Error(`There is no ${FOLDER} in the package.`);
  }
}
