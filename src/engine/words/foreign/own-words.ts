import { ownValue } from '../../basics/index.js';
import type { BundleWords } from '../bundle-words.js';
import { LANGUAGE_TABLES, type LanguageTable } from '../languages/index.js';

import { RANK, type Sense, type Vocabulary } from '../sense.js';
import { type Stems, stemsOf } from '../stems.js';
import { captionNames, languageVocabulary, listed } from '../vocabularies.js';

/** Letters of a noun that is written together with another, and of a form. */
export const SHORTEST_PART = 3;
/** Letters that a form may be longer or shorter than what is listed. */
export const MOST_BENDING = 5;

/** What a language has words for in its own table. */
export interface OwnWords {
  words: Vocabulary;
  /** What listed words are without their endings. */
  stems: ReadonlyMap<string, readonly Sense[]>;
  own: Stems;
}

/** What bends with number, case and gender. */
const BENT: ReadonlySet<string> = new Set([
  'thing',
  'colour',
  'mood',
  'number',
  'action',
  'stand',
  'place',
  'article',
  'filler',
  'trait',
  'size',
  'own-part',
]);

/**
 * @returns by language (ISO 639) its own words, made when they are first asked for; undefined for languages without a
 * table
 */
export function ownWords(bundle: BundleWords): (language: string) => OwnWords | undefined {
  const vocabularies = new Map<string, OwnWords>();
  return (language) => {
    const known = vocabularies.get(language);
    const table = ownValue(LANGUAGE_TABLES, language);
    if (known || !table) return known;
    const words = languageVocabulary(language, table, bundle);
    addThings(words, table, captionNames(bundle));
    const own = stemsOf(language);
    const stems = new Map<string, readonly Sense[]>();
    for (const [key, senses] of words.entries()) {
      const bending = senses.filter(({ role }) => BENT.has(role));
      if (bending.length === 0) continue;
      const forms = key.includes(' ') ? [own.stem(key)] : own.forms(key);
      for (const form of forms) if (!stems.has(form)) stems.set(form, bending);
    }
    const made = { words, stems, own };
    vocabularies.set(language, made);
    return made;
  };
}

/** Whether a word says that there are several. */
export const isPluralOf = (key: string, language: string): boolean =>
  ownValue(LANGUAGE_TABLES, language)?.plurals?.test(key) === true;

/** What a word is a form of: of what is listed itself, or of what is bent to the same stem. */
export function bentWord(key: string, { words, stems, own }: OwnWords): readonly Sense[] | undefined {
  const forms = own.forms(key);
  for (const form of forms) {
    const senses = words.get(form)?.filter(({ role }) => BENT.has(role));
    if (senses && senses.length > 0) return senses;
  }
  for (const form of [key, ...forms]) {
    const senses = stems.get(form);
    if (senses && form.length >= Math.max(SHORTEST_PART, key.length - MOST_BENDING)) return senses;
  }
  return undefined;
}

function addThings(
  vocabulary: Vocabulary,
  { things = {} }: LanguageTable,
  captions: ReadonlyMap<string, string>,
): void {
  for (const [name, words] of Object.entries(things)) {
    const caption = captions.get(name);
    if (caption === undefined) continue;
    for (const word of listed(words)) {
      vocabulary.add(word, {
        role: 'thing',
        names: [caption],
        rank: RANK.name,
        isPlural: false,
        isGuess: false,
      });
    }
  }
}
