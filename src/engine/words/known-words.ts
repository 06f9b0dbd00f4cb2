import { isEnglishWord } from './look-up.js';
import { remembered } from './remembered.js';
import type { WordTables } from './word-tables.js';

/** What tables know of words, searched once for each: prompts have few words that are not in others. */
export interface KnownWords {
  isEnglish(key: string): boolean;
  /** Whether it is a noun that is a kind of something. */
  isKind(key: string): boolean;
  /** Whether a noun of several words begins with it. */
  beginsKind(word: string): boolean;
}

const known = new WeakMap<WordTables, KnownWords>();

export function knownTo(tables: WordTables): KnownWords {
  const words = known.get(tables) ?? {
    isEnglish: remembered((key) => isEnglishWord(key, tables)),
    isKind: remembered((key) => tables.kinds.find(key) !== undefined),
    beginsKind: remembered((word) => tables.kinds.hasBeginning(`${word} `)),
  };
  known.set(tables, words);
  return words;
}
