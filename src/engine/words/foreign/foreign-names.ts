import { ownValue } from '../../basics/index.js';
import type { BundleWords } from '../bundle-words.js';
import type { EmojiThings } from '../emoji-things.js';
import { LANGUAGE_TABLES, type LanguageTable } from '../languages/index.js';

import { remembered } from '../remembered.js';
import { RANK, type Sense, senseOf, type ThingSense } from '../sense.js';
import { stemsOf } from '../stems.js';
import { captionNames } from '../vocabularies.js';
import type { WordTables } from '../word-tables.js';
import { bentNames, MOST_BENT } from './bent-names.js';
import { coloured } from './coloured-names.js';
import { compoundNames, LINKS, SHORTEST_COMPOUND } from './compound-names.js';
import { listedNames } from './listed-names.js';
import { bentWord, isPluralOf, ownWords } from './own-words.js';
import { spokenIn } from './scripts.js';

/** Names and words of all languages but English. */
export interface ForeignNames {
  /**
   * What some words mean in a language, or in whatever language has them as a name.
   * @param length how many tokens they are
   */
  senses(key: string, length: number, language: string | undefined): readonly Sense[] | undefined;
  /** Whether a name in a script that does not part words may begin with some letters. */
  canContinue(letters: string, language: string | undefined): boolean;
  /** Whether a name of several words may begin with a word and a space. */
  canBegin(word: string, language: string | undefined): boolean;
  /** The languages that have some words, with how surely, 0–1. */
  languagesOf(key: string): ReadonlyMap<string, number>;
  tableOf(language: string): LanguageTable | undefined;
}

/** How surely nouns that are written together are of their language. */
const COMPOUND = 0.6;

export function foreignNames(bundle: BundleWords, tables: WordTables, emoji: EmojiThings): ForeignNames {
  const names = listedNames(bundle, tables, emoji);
  const { listed } = names;
  const ownWordsOf = ownWords(bundle);
  const captions = captionNames(bundle);
  const bentThing = bentNames(tables, names);
  const compound = compoundNames(names, ownWordsOf, bentThing);
  const isBeginning = remembered((letters) => tables.names.hasBeginning(letters));

  const canBegin = remembered((languageAndWord) => {
    const [language = '', word = ''] = languageAndWord.split(' ');
    if (tables.names.hasBeginning(`${word} `)) return true;
    if (language === '') return false;
    if (ownWordsOf(language)?.words.canBegin(word) === true) return true;
    const stem = stemsOf(language).stem(word);
    return tables.names.startingWith(stem, MOST_BENT, (_, words) => words > 1).length > 0;
  });

  const partAlone = (part: { word: string } | undefined): ThingSense | undefined => {
    const caption = part && captions.get(part.word);
    return caption === undefined
      ? undefined
      : { role: 'thing', names: [caption], rank: RANK.foreignKeyword, isPlural: false, isGuess: false };
  };

  return {
    canBegin: (word, language) => canBegin(`${language ?? ''} ${word}`),
    canContinue: (letters, language) =>
      isBeginning(letters) || (language !== undefined && ownWordsOf(language)?.words.hasBeginning(letters) === true),
    tableOf: (language) => ownValue(LANGUAGE_TABLES, language),
    senses(key, length, language) {
      if (language === undefined) {
        if (key.length < 3 && /^[\p{Script=Latin}\p{Script=Cyrillic}']+$/u.test(key)) return undefined;
        const thing = listed(key, undefined);
        if (!thing) return undefined;
        const spoken = key.includes(' ') ? Object.keys(LANGUAGE_TABLES) : [];
        const isOther = spoken.some((one) => listed(key, one) && !coloured(thing, key, ownWordsOf(one)?.words));
        return isOther ? undefined : [thing];
      }
      const vocabulary = ownWordsOf(language);
      const exact = vocabulary?.words.get(key);
      // An everyday noun that was written down goes before what CLDR has of the same form: “cuori” are hearts before
      // they are a suit of cards.
      const own = vocabulary && length === 1 ? bentWord(key, vocabulary) : undefined;
      const ownThing = senseOf(own ?? [], 'thing');
      const thing =
        senseOf(exact ?? [], 'thing') ??
        (ownThing && { ...ownThing, isPlural: isPluralOf(key, language) }) ??
        coloured(listed(key, language), key, vocabulary?.words) ??
        // “Ailes” are wings where nothing is named that has them.
        (exact?.every(({ role }) => role === 'own-part') ? partAlone(senseOf(exact, 'own-part')) : undefined);
      const others = exact?.filter(({ role }) => role !== 'thing') ?? [];
      // A rare keyword of an emoji is less than a form of a word for a mood.
      if (own && !ownThing && others.length === 0 && (thing === undefined || thing.rank > RANK.foreign)) return own;
      if (others.length > 0 || thing) return [...others, ...(thing ? [thing] : [])];
      const bent = own ?? (length > 1 ? vocabulary?.stems.get(vocabulary.own.stem(key)) : undefined);
      if (bent) {
        return bent.map((sense) =>
          sense.role === 'thing' ? { ...sense, isPlural: isPluralOf(key, language) } : sense,
        );
      }
      const name = length <= 2 ? coloured(bentThing(key, language), key, vocabulary?.words) : undefined;
      const found = name ?? (length === 1 ? compound(key, language) : undefined);
      return found && [found];
    },
    languagesOf: remembered((key) => {
      const found = new Map<string, number>();
      const note = (language: string, share: number) => found.set(language, Math.max(share, found.get(language) ?? 0));
      for (const language of spokenIn(key)) {
        const vocabulary = ownWordsOf(language)!;
        if (vocabulary.words.get(key)) note(language, 1);
        else if (bentWord(key, vocabulary)) note(language, 0.7);
      }
      const payload = tables.names.find(key);
      if (payload)
        for (const { isName, languages, number } of names.usesOf(payload)) {
          const share = emoji.thingsOf(number).length === 0 ? 0.3 : isName ? 0.9 : 0.5;
          for (const language of languages) note(language, share);
        }
      if (found.size === 0 && key.length >= SHORTEST_COMPOUND && !key.includes(' ')) {
        for (const language of LINKS.keys()) if (compound(key, language)) note(language, COMPOUND);
      }
      return found;
    }),
  };
}
