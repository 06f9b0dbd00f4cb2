import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { openWordTable, type WordTable } from './word-table.js';

/** What an emoji is called in English. */
export interface EmojiNames {
  /** Without variation selectors. */
  readonly emoji: string;
  readonly label: string;
  readonly shortcodes: readonly string[];
}

/** What is known of words whatever the bundle (docs/words.md, "Tables"). */
export interface WordTables {
  readonly emoji: readonly EmojiNames[];
  /** What emoji are called in all languages but English; numbers are those of `names`. */
  readonly names: WordTable;
  /** By its number, the languages (ISO 639) that a use of a name is of. */
  readonly languages: readonly (readonly string[])[];
  /** Nouns of English and what they are a kind of. */
  readonly kinds: WordTable;
  /** By its number, what nouns are a kind of. */
  readonly parents: readonly string[];
  /** Words of English. */
  readonly english: WordTable;
}

const FOLDER = join('models', 'words');
const texts = z.array(z.string());
const emojiSchema = z.array(z.tuple([z.string(), z.string()], z.string()));

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
  const json: unknown = JSON.parse(read('emoji.json').toString('utf8'));
  return {
    emoji: emojiSchema.parse(json).map(([emoji, label, ...shortcodes]) => ({ emoji, label, shortcodes })),
    names,
    languages: texts.parse(names.meta.languages).map((group) => group.split(' ')),
    kinds,
    parents: texts.parse(kinds.meta.parents),
    english: openWordTable(read('english.bin'), 0),
  };
}

/** From the sources as from what is built of them. */
function shippedFolder(): string {
  for (let folder = dirname(fileURLToPath(import.meta.url)); ; folder = dirname(folder)) {
    const words = join(folder, FOLDER);
    if (existsSync(join(words, 'names.bin'))) return words;
    if (folder === dirname(folder)) throw new Error(`There is no ${FOLDER} in the package.`);
  }
}
