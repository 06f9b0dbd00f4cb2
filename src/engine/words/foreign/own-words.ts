import { ownValue } from '../../basics/index.js';
import { asKey } from '../as-key.js';
import { beginningsOf } from '../beginnings.js';
import type { BundleWords } from '../bundle-words.js';
import { EVERYDAY_NOUNS, LANGUAGE_TABLES, type LanguageTable, PLAIN_NOUNS, YOUNG_ANIMALS } from '../languages/index.js';

import { RANK, type Sense, senseOf, type ThingSense, type Vocabulary } from '../sense.js';
import { type Stems, shortestStem, stemsOf } from '../stems.js';
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
  /** Words that stems of several begin with. */
  beginnings: ReadonlySet<string>;
  own: Stems;
}

/** What the bundle itself says that a language calls its things. */
function addNamed(words: Vocabulary, language: string, { memory }: BundleWords): void {
  for (const { name, names = {} } of memory.things) {
    for (const word of ownValue(names, language) ?? []) {
      const key = asKey(word);
      // “На крыше” is on a roof.
      const isWhere =
        key.includes(' ') && words.get(key.slice(0, key.indexOf(' ')))?.some(({ role }) => role === 'stand');
      if (!isWhere) words.add(key, { role: 'thing', names: [name], rank: RANK.name, isPlural: false, isGuess: false });
    }
  }
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
    for (const things of [ownValue(YOUNG_ANIMALS, language), ownValue(PLAIN_NOUNS, language), table.things])
      addThings(words, things, captionNames(bundle), { rank: RANK.name, isGuess: false });
    addThings(words, ownValue(EVERYDAY_NOUNS, language), captionNames(bundle), { rank: RANK.synonym, isGuess: true });
    addNamed(words, language, bundle);
    const own = stemsOf(language);
    const stems = new Map<string, readonly Sense[]>();
    // A stem is rather of “gatto” than of “gattino”.
    for (const [key, senses] of [...words.entries()].sort(([one], [other]) => one.length - other.length)) {
      const bending = senses.filter(({ role }) => BENT.has(role));
      if (bending.length === 0) continue;
      const forms = key.includes(' ') ? [own.stem(key)] : own.forms(key);
      for (const form of forms) if (!stems.has(form)) stems.set(form, bending);
    }
    const made = { words, stems, beginnings: beginningsOf(stems.keys()), own };
    vocabularies.set(language, made);
    return made;
  };
}

/**
 * The languages among some whose own words a word may be, or a form of: some of these may not have it, but no other
 * has.
 */
export function languagesWithin(
  languages: readonly string[],
  ownWordsOf: (language: string) => OwnWords | undefined,
): (word: string) => readonly string[] {
  const listing = new Map<string, string>();
  for (const language of languages) {
    const { words, stems } = ownWordsOf(language)!;
    const keys = new Set([...stems.keys(), ...[...words.entries()].map(([key]) => key)]);
    for (const key of keys) listing.set(key, `${listing.get(key) ?? ''}${language} `);
  }
  // Few are of several languages, and these of few sets of them.
  const sets = new Map([...new Set(listing.values())].map((list) => [list, list.trimEnd().split(' ')]));
  const beginnings = beginningsOf(listing.keys());
  const prefixed = languages.filter((language) => stemsOf(language).hasPrefixes);
  return (word) => {
    // No ending has several words.
    const gap = word.lastIndexOf(' ');
    if (gap > 0 && prefixed.length === 0 && !beginnings.has(word.slice(0, gap))) return NONE;
    const found = new Set(prefixed);
    for (let length = Math.min(shortestStem(word), word.length); length <= word.length; length++) {
      const list = listing.get(word.slice(0, length));
      if (list === undefined) continue;
      const ending = word.slice(length);
      for (const language of sets.get(list)!) if (stemsOf(language).mayEnd(ending)) found.add(language);
    }
    return found.size === 0 ? NONE : languages.filter((language) => found.has(language));
  };
}

const NONE: readonly string[] = [];

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
  // “Gattini” are “gattino” before they are “gatto”.
  for (const form of [key, ...forms].sort((one, other) => other.length - one.length)) {
    const senses = stems.get(form);
    if (senses && form.length >= Math.max(SHORTEST_PART, key.length - MOST_BENDING)) return senses;
  }
  return undefined;
}

function addThings(
  vocabulary: Vocabulary,
  things: LanguageTable['things'] = {},
  captions: ReadonlyMap<string, string>,
  sureness: Pick<ThingSense, 'rank' | 'isGuess'>,
): void {
  const named = new Set([...vocabulary.entries()].flatMap(([key, senses]) => (senseOf(senses, 'thing') ? [key] : [])));
  for (const [name, words] of Object.entries(things)) {
    const caption = captions.get(name);
    if (caption === undefined) continue;
    for (const entry of listed(words)) {
      const isPlural = entry.endsWith('+');
      const word = isPlural ? entry.slice(0, -1) : entry;
      if (named.has(word)) continue;
      vocabulary.add(word, {
        role: 'thing',
        names: [caption],
        isPlural,
        ...sureness,
      });
    }
  }
}
