import { ownValue } from '../../basics/index.js';
import type { BundleWords } from '../bundle-words.js';
import type { EmojiThings } from '../emoji-things.js';
import { LANGUAGE_TABLES, type LanguageTable } from '../languages/index.js';

import { remembered } from '../remembered.js';
import { RANK, type Role, type Sense, senseOf, type ThingSense, type Vocabulary } from '../sense.js';
import { captionNames } from '../vocabularies.js';
import type { WordTables } from '../word-tables.js';
import { BentNames } from './bent-names.js';
import { coloured } from './coloured-names.js';
import { compoundNames, LINKS, SHORTEST_COMPOUND } from './compound-names.js';
import { ListedNames } from './listed-names.js';
import { bentWord, isPluralOf, languagesWithin, type OwnWords, ownWords } from './own-words.js';
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
  /** Whether a name of more words than these, which are at least two, may begin with them. */
  canContinueWords(words: string, language: string | undefined): boolean;
  /** The languages that have some words, with how surely, 0–1. */
  languagesOf(key: string): ReadonlyMap<string, number>;
  /** The languages with a table in which a word may be a form of a name: “pivem”. */
  languagesBending(key: string): ReadonlyMap<string, number>;
  tableOf(language: string): LanguageTable | undefined;
}

/** How surely a word is of a language that has it so. */
const SHARES = { word: 1, name: 0.9, bent: 0.7, compound: 0.6, keyword: 0.5, notShown: 0.3 } as const;

/** Letters of a form that says something of its language. */
const SHORTEST_BENT = 4;

/** What the tables and the languages' own words call the things of a bundle, outside English. */
export function foreignNames(bundle: BundleWords, tables: WordTables, emoji: EmojiThings): ForeignNames {
  return new BundleForeignNames(bundle, tables, emoji);
}

/** What joins two things, and is neither. */
const JOINING: ReadonlySet<Role> = new Set(['stand', 'and', 'not']);

/** “ぺんぎん” is “ペンギン”, of as many letters as hardly are in another word by chance. */
const isHiragana = (letters: string) => letters.length >= SHORTEST_KANA && HIRAGANA.test(letters);
const SHORTEST_KANA = 3;
const HIRAGANA = /^[\u3041-\u3096\u30fc]+$/;
const TO_KATAKANA = 0x60;
const inKatakana = (letters: string) =>
  letters.replace(/[\u3041-\u3096]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + TO_KATAKANA));

type InLanguage = (key: string, language: string) => ThingSense | undefined;

class BundleForeignNames implements ForeignNames {
  readonly #table: WordTables['names'];
  readonly #emoji: EmojiThings;
  readonly #names: ListedNames;
  readonly #captions: ReadonlyMap<string, string>;
  readonly #ownWordsOf: (language: string) => OwnWords | undefined;
  readonly #ofScript = new Map<readonly string[], (word: string) => readonly string[]>();
  readonly #bentNames: BentNames;
  readonly #compound: InLanguage;

  constructor(bundle: BundleWords, tables: WordTables, emoji: EmojiThings) {
    this.#table = tables.names;
    this.#emoji = emoji;
    this.#names = new ListedNames(bundle, tables, emoji);
    this.#captions = captionNames(bundle);
    this.#ownWordsOf = ownWords(bundle);
    this.#bentNames = new BentNames(tables, this.#names);
    this.#compound = compoundNames(this.#names, this.#ownWordsOf, this.#bentNames);
  }

  senses(key: string, length: number, language: string | undefined): readonly Sense[] | undefined {
    if (language === undefined) return this.#sensesInAny(key);
    const senses = this.#sensesIn(language, key, length);
    return senses ?? (isHiragana(key) ? this.#sensesIn(language, inKatakana(key), length) : undefined);
  }

  canContinue(letters: string, language: string | undefined): boolean {
    const isOwn = () => language !== undefined && this.#ownWordsOf(language)?.words.hasBeginning(letters) === true;
    return this.#isBeginning(letters) || isOwn() || (HIRAGANA.test(letters) && this.#isBeginning(inKatakana(letters)));
  }

  canBegin(word: string, language: string | undefined): boolean {
    return this.#isBeginningIn(`${language ?? ''} ${word}`);
  }

  canContinueWords(words: string, language: string | undefined): boolean {
    const own = language === undefined ? undefined : this.#ownWordsOf(language);
    return (
      this.#isBeginning(`${words} `) ||
      (own !== undefined && (own.words.canBegin(words) || own.beginnings.has(own.own.stem(words))))
    );
  }

  tableOf(language: string): LanguageTable | undefined {
    return ownValue(LANGUAGE_TABLES, language);
  }

  /** Those among the languages of a script that have a word, or what it may be a form of. */
  #languagesWithin(languages: readonly string[], key: string): readonly string[] {
    const known = this.#ofScript.get(languages) ?? languagesWithin(languages, this.#ownWordsOf);
    this.#ofScript.set(languages, known);
    return known(key);
  }

  readonly languagesOf = remembered((key: string): ReadonlyMap<string, number> => {
    const found = new Map<string, number>();
    const note = (language: string, share: number) => found.set(language, Math.max(share, found.get(language) ?? 0));
    for (const language of this.#languagesWithin(spokenIn(key), key)) {
      const own = this.#ownWordsOf(language)!;
      if (own.words.get(key)) note(language, SHARES.word);
      else if (bentWord(key, own)) note(language, SHARES.bent);
    }
    for (const { isName, languages, number } of this.#names.usesOf(key)) {
      const isShown = this.#emoji.thingsOf(number).length > 0;
      const share = !isShown ? SHARES.notShown : isName ? SHARES.name : SHARES.keyword;
      for (const language of languages) note(language, share);
    }
    if (found.size === 0 && key.length >= SHORTEST_COMPOUND && !key.includes(' ')) {
      for (const language of LINKS.keys()) if (this.#compound(key, language)) note(language, SHARES.compound);
    }
    return found;
  });

  readonly languagesBending = remembered((key: string): ReadonlyMap<string, number> => {
    const found = new Map<string, number>();
    if (key.length < SHORTEST_BENT || key.includes(' ')) return found;
    const known = this.languagesOf(key);
    for (const language of spokenIn(key))
      if (!known.has(language) && this.#bentNames.meantBy(key, language)?.rank === RANK.foreign)
        found.set(language, SHARES.bent);
    return found;
  });

  readonly #isBeginning = remembered((letters) => this.#table.hasBeginning(letters));

  readonly #isBeginningIn = remembered((languageAndWord) => {
    const [language = '', word = ''] = languageAndWord.split(' ');
    if (this.#table.hasBeginning(`${word} `)) return true;
    if (language === '') return false;
    if (this.#ownWordsOf(language)?.words.canBegin(word) === true) return true;
    return this.#bentNames.canBegin(word, language);
  });

  #sensesInAny(key: string): readonly Sense[] | undefined {
    if (key.length < 3 && /^[\p{Script=Latin}\p{Script=Cyrillic}']+$/u.test(key)) return undefined;
    const thing = this.#names.listed(key, undefined);
    if (!thing || Object.keys(LANGUAGE_TABLES).some((one) => this.#isJoined(key, this.#ownWordsOf(one)?.words)))
      return undefined;
    const spoken = key.includes(' ') ? Object.keys(LANGUAGE_TABLES) : [];
    const isOther = spoken.some(
      (one) => this.#names.listed(key, one) && !coloured(thing, key, this.#ownWordsOf(one)?.words),
    );
    return isOther ? undefined : [thing];
  }

  #sensesIn(language: string, key: string, length: number): readonly Sense[] | undefined {
    const own = this.#ownWordsOf(language);
    const exact = own?.words.get(key) ?? [];
    const bent = own && length === 1 ? bentWord(key, own) : undefined;
    const bentThing = senseOf(bent ?? [], 'thing');
    const thing =
      senseOf(exact, 'thing') ??
      // An everyday noun that was written down goes before what CLDR has of the same form: “cuori” are hearts before
      // they are a suit of cards.
      (bentThing && { ...bentThing, isPlural: isPluralOf(key, language) }) ??
      (this.#isJoined(key, own?.words) ? undefined : coloured(this.#names.listed(key, language), key, own?.words)) ??
      this.#partAlone(exact);
    const others = exact.filter(({ role }) => role !== 'thing');
    // A rare keyword of an emoji is less than a form of a word for a mood.
    const isLess = thing === undefined || thing.rank > RANK.foreign;
    if (bent && !bentThing && others.length === 0 && isLess) return bent;
    if (others.length > 0 || thing) return [...others, ...(thing ? [thing] : [])];
    return this.#bentSenses(language, key, length, own, bent);
  }

  /**
   * “Z piwem”: what begins with a word for how two stand is the rest of a name that somebody cut, and swallows none.
   */
  #isJoined(key: string, words: Vocabulary | undefined): boolean {
    const gap = key.indexOf(' ');
    if (gap < 0 || words === undefined) return false;
    const ends = [key.slice(0, gap), key.slice(key.lastIndexOf(' ') + 1)];
    return ends.some((word) => words.get(word)?.some(({ role }) => JOINING.has(role)) === true);
  }

  /** What is listed in no such form. */
  #bentSenses(
    language: string,
    key: string,
    length: number,
    own: OwnWords | undefined,
    word: readonly Sense[] | undefined,
  ): readonly Sense[] | undefined {
    const bent = word ?? (length > 1 ? own?.stems.get(own.own.stem(key)) : undefined);
    if (bent) {
      const isPlural = isPluralOf(key, language);
      return bent.map((sense) => (sense.role === 'thing' ? { ...sense, isPlural } : sense));
    }
    const isName = length <= 2 && !this.#isJoined(key, own?.words);
    const name = isName ? coloured(this.#bentNames.meantBy(key, language), key, own?.words) : undefined;
    const found = name ?? (length === 1 ? this.#compound(key, language) : undefined);
    return found && [found];
  }

  /** “Ailes” are wings where nothing is named that has them. */
  #partAlone(exact: readonly Sense[]): ThingSense | undefined {
    const part = exact.every(({ role }) => role === 'own-part') ? senseOf(exact, 'own-part') : undefined;
    const caption = part && this.#captions.get(part.word);
    return caption === undefined
      ? undefined
      : { role: 'thing', names: [caption], rank: RANK.foreignKeyword, isPlural: false, isGuess: false };
  }
}
