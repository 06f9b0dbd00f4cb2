import { englishForms, fold, remembered, shippedWordTables } from '../../../engine/words/index.js';

import { ENGLISH, LANGUAGE_TABLES } from '../../../engine/words/languages/index.js';

/**
 * Dictionaries list abbreviations that nobody takes for words: the shortest have to be among those that sentences are
 * made with.
 */
const SHORTEST_LISTED = 3;
const LONGEST = 40;
const LETTERS_THAT_ARE_WORDS = /^[aiouyàéèóòœäö]$/u;

/** No word has a letter three times in a row. */
const DRAWN_OUT = /(.)\1\1/u;

/** Names that somebody has typed with a letter of another alphabet. */
const MIXED = /(?=.*\p{Script=Latin})(?=.*[\p{Script=Cyrillic}\p{Script=Greek}])/u;

let small: ReadonlySet<string> | undefined;

/** What sentences are made with, in every language that prompts are read in. */
function smallWords(): ReadonlySet<string> {
  small ??= new Set(
    [...textsOf(ENGLISH), ...textsOf(LANGUAGE_TABLES)].flatMap((text) => text.split(/[\s_]+/)).map(fold),
  );
  return small;
}

/**
 * Whether something is a word of its own: of English in any form (WordNet), or what sentences are made with in some
 * language. Such a word is no disguise of another.
 *
 * @param word letters only
 */
export const isOrdinary: (word: string) => boolean = remembered((word) => {
  const key = fold(word.slice(0, LONGEST + 1));
  if (key.length > LONGEST || DRAWN_OUT.test(key)) return false;
  if ([...word].length === 1) return LETTERS_THAT_ARE_WORDS.test(word);
  if (smallWords().has(key)) return true;
  if (key.length < SHORTEST_LISTED) return false;
  const { english } = shippedWordTables();
  return englishForms(key).some((form) => form.length >= SHORTEST_LISTED && english.find(form) !== undefined);
});

/** Whether it is the name of a thing in some language (CLDR). */
export const isName: (word: string) => boolean = remembered(
  (word) =>
    word.length <= LONGEST &&
    !MIXED.test(word) &&
    !DRAWN_OUT.test(fold(word)) &&
    shippedWordTables().names.find(fold(word)) !== undefined,
);

/** Every text of a table, however deep. */
function textsOf(table: unknown): string[] {
  if (typeof table === 'string') return [table];
  return typeof table === 'object' && table !== null && !(table instanceof RegExp)
    ? Object.values(table).flatMap(textsOf)
    : [];
}
