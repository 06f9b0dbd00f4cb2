import { LANGUAGE_TABLES } from '../languages/index.js';

/** Languages with tables that are written in a word's letters. */
export function spokenIn(key: string): readonly string[] {
  return SCRIPTS.find(([letters]) => letters.test(key))?.[1] ?? LATIN;
}

const SCRIPTS: readonly (readonly [RegExp, readonly string[]])[] = [
  [/\p{Script=Cyrillic}/u, ['ru', 'uk']],
  [/\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}/u, ['ja', 'zh']],
  [/\p{Script=Hangul}/u, ['ko']],
  [/\p{Script=Devanagari}/u, ['hi']],
  [/\p{Script=Arabic}/u, ['ar']],
  [/\p{Script=Thai}/u, ['th']],
  [/\p{Script=Greek}/u, ['el']],
];
const LATIN = Object.keys(LANGUAGE_TABLES).filter((language) =>
  SCRIPTS.every(([, others]) => !others.includes(language)),
);
