import type { BundleWords } from './bundle-words.js';
import type { EmojiThings } from './emoji-things.js';
import { ENDINGS } from './languages/endings.js';
import type { LanguageTable } from './languages/table.js';
import { LANGUAGE_TABLES } from './languages/tables.js';
import { remembered } from './remembered.js';
import { RANK, type Sense, senseOf, type ThingSense, type Vocabulary } from './sense.js';
import { type Stems, stemsOf } from './stems.js';
import { captionNames, languageVocabulary, listed } from './vocabularies.js';
import type { Payload } from './word-table.js';
import type { WordTables } from './word-tables.js';

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

/** Names that are looked at for one that bends to the same stem. */
const MOST_BENT = 60;
/** Languages in which a form may be shorter than what is listed: “sobak” are “sobaka”. In others a badger is no form of a roof. */
const HAS_LONGER: ReadonlySet<string> = new Set('pl cs sk hr sl sr ru uk be bg el ro ar he fa hi'.split(' '));
/** Letters of nouns that are written together, and of each of them. */
const SHORTEST_COMPOUND = 7;
const LONGEST_COMPOUND = 40;
const SHORTEST_PART = 3;
/** How surely such a noun is of its language. */
const COMPOUND = 0.6;
/** Letters that a form may be longer or shorter than what is listed. */
const MOST_BENDING = 5;

/** By language, what may stand between nouns that are written together. */
const LINKS: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries(ENDINGS).flatMap(([language, { links }]): [string, string[]][] =>
    links === undefined ? [] : [[language, links.split(' ').filter((link) => link !== '')]],
  ),
);
const NO_LANGUAGES: ReadonlySet<string> = new Set();

interface VocabularyOfLanguage {
  words: Vocabulary;
  /** What listed words are without their endings. */
  stems: ReadonlyMap<string, readonly Sense[]>;
  own: Stems;
}

interface Use {
  number: number;
  isName: boolean;
  languages: readonly string[];
}

export function foreignNames(bundle: BundleWords, tables: WordTables, emoji: EmojiThings): ForeignNames {
  const weights = new Map(bundle.memory.things.map(({ name, weight }) => [name, weight]));
  const vocabularies = new Map<string, VocabularyOfLanguage>();
  const vocabularyOf = (language: string) => {
    const known = vocabularies.get(language);
    const table = LANGUAGE_TABLES[language];
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

  function usesOf(payload: Payload): Use[] {
    const uses: Use[] = [];
    for (;;) {
      const head = payload.next();
      uses.push({ number: head >> 2, isName: (head & 2) !== 0, languages: tables.languages[payload.next()]! });
      if ((head & 1) === 1) return uses;
    }
  }

  /** The things that most of the emoji show that a word is used for, of names before keywords. */
  function thingOf(uses: readonly Use[], isGuess: boolean): ThingSense | undefined {
    const named = uses.filter(({ isName }) => isName);
    for (const [group, rank] of [
      [named, RANK.foreign],
      [uses, RANK.foreignKeyword],
    ] as const) {
      const votes = new Map<string, number>();
      for (const { number } of group) {
        for (const name of emoji.thingsOf(number)) votes.set(name, (votes.get(name) ?? 0) + 1);
      }
      const most = Math.max(...votes.values());
      const names = [...votes.keys()].filter((name) => votes.get(name) === most);
      if (names.length === 0) continue;
      names.sort((a, b) => (weights.get(b) ?? 0) - (weights.get(a) ?? 0));
      return {
        role: 'thing',
        names: names.slice(0, 3),
        rank,
        isPlural: false,
        isGuess: isGuess || rank === RANK.foreignKeyword,
      };
    }
    return undefined;
  }

  function listedThing(key: string, language: string | undefined): ThingSense | undefined {
    const payload = tables.names.find(key);
    if (!payload) return undefined;
    const uses = usesOf(payload);
    const thing = thingOf(
      language === undefined ? uses : uses.filter(({ languages }) => languages.includes(language)),
      language === undefined,
    );
    return thing && key.includes(' ') ? { ...thing, ...colourOfLabels(uses, thing) } : thing;
  }

  /** A name of several words whose emoji's English label begins with a colour has that colour: “gato preto”. */
  function colourOfLabels(uses: readonly Use[], { names }: ThingSense): Pick<ThingSense, 'colours'> {
    const labels = uses
      .filter(({ number }) => emoji.thingsOf(number).includes(names[0]!))
      .map(({ number }) => tables.emoji[number]!.label);
    const [colour] = labels[0]?.split(' ') ?? [];
    const isColoured =
      colour !== undefined &&
      colour in bundle.manifest.tables.colours &&
      labels.every((label) => label.startsWith(`${colour} `));
    return isColoured && !names[0]!.includes(colour) ? { colours: [colour] } : {};
  }

  function bentThing(key: string, language: string): ThingSense | undefined {
    const { stem, forms } = stemsOf(language);
    const stemmed = stem(key);
    if (stemmed.length < 3) return undefined;
    const words = key.split(' ').length;
    let best: ThingSense | undefined;
    for (const { text, payload } of tables.names.startingWith(
      stemmed.slice(0, Math.max(3, stemmed.split(' ')[0]!.length)),
      MOST_BENT,
      (letters, ofWords) => ofWords === words && Math.abs(letters - key.length) <= MOST_BENDING,
    )) {
      if (text !== key && stemmed === key && !HAS_LONGER.has(language)) continue;
      if (stem(text) !== stemmed) continue;
      const thing = thingOf(
        usesOf(payload).filter(({ languages }) => languages.includes(language)),
        false,
      );
      if (thing && (best === undefined || thing.rank < best.rank)) best = thing;
    }
    if (best) return { ...best, isPlural: isPluralOf(key, language) };
    for (const form of key.includes(' ') ? [] : forms(key)) {
      const thing =
        form.length >= SHORTEST_PART && form.length >= key.length - MOST_BENDING && listedThing(form, language);
      if (thing && thing.rank === RANK.foreign) return { ...thing, isPlural: isPluralOf(key, language) };
    }
    return undefined;
  }

  /** What a word is a form of: of what is listed itself, or of what is bent to the same stem. */
  function bentWord(key: string, { words, stems, own }: VocabularyOfLanguage): readonly Sense[] | undefined {
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

  /** The languages in which a word names a thing of the bundle. */
  const namedIn = remembered((word): ReadonlySet<string> => {
    const payload = tables.names.find(word);
    const uses = payload ? usesOf(payload).filter(({ number }) => emoji.thingsOf(number).length > 0) : [];
    return uses.length === 0 ? NO_LANGUAGES : new Set(uses.flatMap(({ languages }) => languages));
  });

  /** The head of nouns that are written together: “Regenbogenkatze” is a cat. */
  function compound(key: string, language: string): ThingSense | undefined {
    const links = LINKS.get(language);
    if (!links || key.length < SHORTEST_COMPOUND || key.length > LONGEST_COMPOUND) return undefined;
    const words = vocabularyOf(language)?.words;
    const nounOf = (word: string) => senseOf(words?.get(word) ?? [], 'thing') ?? listedThing(word, language);
    const isPart = (word: string) =>
      word.length >= SHORTEST_PART && (words?.get(word) !== undefined || namedIn(word).has(language));
    for (let at = SHORTEST_PART; at <= key.length - SHORTEST_PART; at++) {
      const first = key.slice(0, at);
      const isLinked = links.some((link) => first.endsWith(link) && isPart(first.slice(0, -link.length)));
      if (!isLinked && !isPart(first)) continue;
      const head = nounOf(key.slice(at)) ?? bentThing(key.slice(at), language);
      if (head && head.rank <= RANK.foreign) return { ...head, isGuess: true };
    }
    return undefined;
  }

  const isBeginning = remembered((letters) => tables.names.hasBeginning(letters));
  const isPluralOf = (key: string, language: string) => LANGUAGE_TABLES[language]?.plurals?.test(key) === true;

  const canBegin = remembered((languageAndWord) => {
    const [language = '', word = ''] = languageAndWord.split(' ');
    if (tables.names.hasBeginning(`${word} `)) return true;
    if (language === '') return false;
    if (vocabularyOf(language)?.words.canBegin(word) === true) return true;
    const stem = stemsOf(language).stem(word);
    return tables.names.startingWith(stem, MOST_BENT, (_, words) => words > 1).length > 0;
  });

  return {
    canBegin: (word, language) => canBegin(`${language ?? ''} ${word}`),
    canContinue: (letters, language) =>
      isBeginning(letters) || (language !== undefined && vocabularyOf(language)?.words.hasBeginning(letters) === true),
    tableOf: (language) => LANGUAGE_TABLES[language],
    senses(key, length, language) {
      if (language === undefined) {
        if (key.length < 3 && /^[\p{Script=Latin}\p{Script=Cyrillic}']+$/u.test(key)) return undefined;
        const thing = listedThing(key, undefined);
        if (!thing) return undefined;
        const spoken = key.includes(' ') ? Object.keys(LANGUAGE_TABLES) : [];
        const isOther = spoken.some((one) => listedThing(key, one) && !coloured(thing, key, vocabularyOf(one)?.words));
        return isOther ? undefined : [thing];
      }
      const vocabulary = vocabularyOf(language);
      const exact = vocabulary?.words.get(key);
      // An everyday noun that was written down goes before what CLDR has of the same form: “cuori” are hearts before they are a suit of cards.
      const own = vocabulary && length === 1 ? bentWord(key, vocabulary) : undefined;
      const ownThing = senseOf(own ?? [], 'thing');
      const thing =
        senseOf(exact ?? [], 'thing') ??
        (ownThing && { ...ownThing, isPlural: isPluralOf(key, language) }) ??
        coloured(listedThing(key, language), key, vocabulary?.words);
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
        const vocabulary = vocabularyOf(language)!;
        if (vocabulary.words.get(key)) note(language, 1);
        else if (bentWord(key, vocabulary)) note(language, 0.7);
      }
      const payload = tables.names.find(key);
      if (payload)
        for (const { isName, languages, number } of usesOf(payload)) {
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

/** Names that are made of a number or a colour and a thing are read word by word, unless the bundle's thing is of that colour: its own could be another. */
function coloured(thing: ThingSense | undefined, key: string, words: Vocabulary | undefined): ThingSense | undefined {
  if (!thing || !words) return thing;
  const parts = key.includes(' ') ? key.split(' ') : GLUED.test(key) ? headsOf(key) : [];
  const own = thing.names.join(' ');
  // “dois corações”
  if (key.includes(' ') && senseOf(words.get(parts[0]!) ?? [], 'number')) return undefined;
  const isOther = parts.some((part) => {
    const colour = colourOf(part, words);
    return colour !== undefined && !own.includes(colour);
  });
  return isOther ? undefined : thing;
}

const GLUED = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;
const headsOf = (key: string) =>
  [1, 2, 3, 4].filter((length) => length < key.length).map((length) => key.slice(0, length));

function colourOf(word: string, words: Vocabulary): string | undefined {
  const forms = word.length > 2 ? stemsOf(words.language).forms(word) : [];
  for (const form of [word, ...forms]) {
    const colour = senseOf(words.get(form) ?? [], 'colour');
    if (colour) return colour.colour;
  }
  return undefined;
}

/** Languages with tables that are written in a word's letters. */
function spokenIn(key: string): readonly string[] {
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
  'size',
]);

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
