import { bothForms } from './alike.js';
import { beginningsOf } from './beginnings.js';
import { englishForms } from './english-forms.js';
import { remembered } from './remembered.js';
import type { WordTables } from './word-tables.js';

/** What tables know of words, searched once for each: prompts have few words that are not in others. */
export interface KnownWords {
  isEnglish(key: string): boolean;
  /** Whether it is a noun that is a kind of something. */
  isKind(key: string): boolean;
  /** Whether a noun of several words begins with it. */
  beginsKind(word: string): boolean;
  /** Whether words that must not be read as what they say begin with these. */
  beginsUnlike(words: string): boolean;
}

const known = new WeakMap<WordTables, KnownWords>();

export function knownTo(tables: WordTables): KnownWords {
  const kept = known.get(tables);
  if (kept) return kept;
  const unlike = beginningsOf([...tables.alike.not.keys()].flatMap((word) => [...bothForms(word)]));
  const words: KnownWords = {
    isEnglish: remembered((key) => isEnglishWord(key, tables)),
    isKind: remembered((key) => tables.kinds.find(key) !== undefined),
    beginsKind: remembered((word) => tables.kinds.hasBeginning(`${word} `)),
    beginsUnlike: (words: string) => unlike.has(words),
  };
  known.set(tables, words);
  return words;
}

/** Whether a word, or what it is a form of, is in the dictionary, or listed as English that must not be misread. */
function isEnglishWord(key: string, { english, alike }: WordTables): boolean {
  return englishForms(key).some((form) => english.find(form) !== undefined || alike.not.has(form));
}
