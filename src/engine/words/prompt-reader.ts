import { createRecent } from '../basics/index.js';
import { finishNamed, groundedName } from '../finishes/index.js';
import { ThingsAsker } from './asked-things.js';
import { companyOf, enclosingThings } from './bundle-company.js';
import type { BundleWords } from './bundle-words.js';
import { detectLanguage } from './detect-language.js';
import { joinEmoji } from './emoji-things.js';
import { englishVocabulary } from './english-vocabulary.js';
import { feelingOf } from './feelings.js';
import { foreignNames } from './foreign/index.js';
import { type Company, gather, leaveOutPart, type Named } from './gather/index.js';
import { genderOf } from './genders.js';
import { asHouse, withoutHouse } from './housed.js';
import { inPlainEnglish } from './in-plain-english.js';
import { joinedNames } from './joined-names.js';
import { kindsOf } from './kinds.js';
import type { SpanSources } from './look-up.js';
import { type WhatIs, withKnownScene, withMixed } from './mixed.js';
import { nearWords } from './near-words.js';
import { captioned, captionsOf, shownByName, withOwnNames, withOwnSlots } from './own-names.js';
import { languagesOfParts } from './part-lexicon.js';
import { described, withoutPhrases } from './part-owners.js';
import { type PartPhrase, partPhrases } from './part-phrases.js';
import type { PromptReader, PromptReading, ReadingNote, ReadOptions } from './prompt-reading.js';
import { restated } from './restated.js';
import { languagesSaying } from './sayings.js';
import { RANK, type Role, senseOf, type ThingSense, type Vocabulary } from './sense.js';
import { type Span, spansOf } from './spans.js';
import { parted, SPELLED_BESIDE, type SpellingSources, spelled } from './spelling.js';
import { stylesHad } from './styles-had.js';
import { type Token, tokensOf } from './tokens.js';
import { distinct, joinedUnknown, type NearSources, taggedThings, unknownNotes, unsaid } from './unread-words.js';
import { unshownColours } from './unshown-colours.js';
import { withVerbs } from './verbs.js';
import { shippedWordTables, type WordTables } from './word-tables.js';

/** Readings that are kept: notices, planning and painting of one request read the same prompts. */
const KEPT = 64;

/**
 * Reads prompts in the terms of one bundle's memory and tables, and of the own things that a request brings.
 * @param tables what is known of words whatever the bundle; by default those that come with the package, read at the
 * first prompt
 * @param isReadable whether the bundle can read a name, so that descriptions may have it
 */
export function createPromptReader(
  bundle: BundleWords,
  tables: () => WordTables = shippedWordTables,
  isReadable: (name: string) => boolean = () => true,
): PromptReader {
  let reader: BundleReader | undefined;
  const kept = createRecent<string, PromptReading>(KEPT);
  return {
    read(prompt, options = {}) {
      reader ??= new BundleReader(withOwnSlots(bundle), tables(), isReadable);
      const { locale, style, without } = options;
      const own = options.own?.filter(({ isWhole }) => !isWhole);
      const named = own?.map(({ name, isFaceless, hasEyes }) => [name, isFaceless, hasEyes]);
      const asked = own === undefined ? options : { ...options, own };
      return kept.get(JSON.stringify([prompt, locale, style, without, named]), () => reader!.read(prompt, asked));
    },
  };
}

/** Whether a prompt speaks of nothing but a moment. */
const isAllMoment = (felt: ReturnType<typeof feelingOf>): boolean =>
  felt !== undefined && felt.moment.company === undefined;

/** What somebody is shown by, in whatever language. */
const PORTRAITS: ReadonlySet<string> = new Set(
  'pfp avatar avi portrait headshot profilbild profielfoto porträt retrato ritratto аватар аватарка アイコン 头像 프사'.split(
    ' ',
  ),
);

const NOTHING_READ: PromptReading = {
  things: [],
  relations: [],
  style: undefined,
  without: { things: [], colours: [], moods: [] },
  language: 'en',
  worded: '',
  notes: [],
};

class BundleReader {
  readonly #sources: SpanSources & SpellingSources & NearSources;
  readonly #company: Company;
  readonly #asker: ThingsAsker;
  readonly #isHadIn: ReturnType<typeof stylesHad>;
  readonly #styles: readonly string[];
  readonly #isReadable: (name: string) => boolean;

  constructor(bundle: BundleWords, tables: WordTables, isReadable: (name: string) => boolean) {
    const english = englishVocabulary(bundle, tables);
    const emoji = joinEmoji(bundle, tables);
    const shown = new Map(bundle.memory.things.map(({ name, display }) => [name, display ?? name]));
    const names = [...english.entries()]
      .filter(([, senses]) => isSpelledName(senseOf(senses, 'thing')))
      .map(([key]) => key);
    this.#sources = {
      english,
      joined: joinedNames(english),
      foreign: foreignNames(bundle, tables, emoji),
      emoji,
      tables,
      kindOf: kindsOf(bundle, english, tables),
      kept: new Map(),
      near: nearWords([...new Set([...names.flatMap((name) => [name, ...name.split(' ')]), ...saidOf(english)])]),
      shown,
      tagged: taggedThings(bundle, tables),
    };
    this.#company = companyOf(bundle, tables);
    this.#isHadIn = stylesHad(bundle);
    this.#styles = bundle.manifest.styles;
    this.#isReadable = isReadable;
    this.#asker = new ThingsAsker(bundle, shown, enclosingThings(bundle, tables));
  }

  read(prompt: string, options: ReadOptions): PromptReading {
    const all = withKnownScene(withOwnNames(tokensOf(prompt), options.own ?? []), this.#whatIs, this.#englishOf);
    const shape = withoutHouse(all, this.#englishOf);
    const housed = shape && asHouse(this.#readAll(prompt, shape, options));
    return housed ?? this.#readAll(prompt, all, options);
  }

  #readAll(prompt: string, all: readonly Token[], options: ReadOptions): PromptReading {
    const { tokens, isOfMe } = isAllMoment(feelingOf(all)) ? { tokens: all, isOfMe: false } : restated(all);
    let { language, phrases } = this.#phrasesIn(tokens, options.locale);
    for (;;) {
      const { rest, ownerless } = withoutPhrases(tokens, phrases, this.#isLiving);
      const { reading, refused } = this.#read(prompt, rest, {
        ...options,
        isOfMe,
        ...(phrases.length > 0 ? { language } : {}),
      });
      if (refused.length + ownerless.length === 0)
        return this.#readElsewhere(prompt, rest, { ...options, isOfMe }, reading) ?? reading;
      // What is no part of anything that is drawn is read as any other words.
      phrases = phrases.filter((phrase) => !refused.includes(phrase) && !ownerless.includes(phrase));
    }
  }

  /**
   * What a few words say in another language, of which English knows nothing, or no more than what one of them is a
   * kind of: “Fuchs”, “mouton”.
   */
  #readElsewhere(
    prompt: string,
    words: readonly Token[],
    options: ReadOptions & { isOfMe: boolean },
    { things, language: read, notes }: PromptReading,
  ): PromptReading | undefined {
    const { english, foreign, kindOf } = this.#sources;
    const said = words.filter(({ kind }) => kind === 'word');
    const isOfEnglish = languageOf(options.locale) === 'en';
    if (read !== 'en' || said.length === 0 || said.length > MOST_ELSEWHERE || said.length < words.length)
      return undefined;
    const [{ key }] = said as [Token];
    const isKind = said.length === 1 && !isOfEnglish && kindOf(key) !== undefined && english.get(key) === undefined;
    // “Prairie dog” is no dog, in whatever language.
    const isNamed = said.some((word) => senseOf(english.get(word.key) ?? [], 'thing') !== undefined);
    if (said.length > 1 && isNamed) return undefined;
    const isUnknown = things.length === 0 && notes.some(({ type }) => type === 'unknown');
    if (!isUnknown && !isKind) return undefined;
    const languages = new Set(said.flatMap((word) => namingIn(foreign.languagesOf(word.key))));
    for (const language of languages) {
      if (foreign.tableOf(language) === undefined) continue;
      const { reading } = this.#read(prompt, words, { ...options, language });
      if (reading.things.length > 0 && !reading.notes.some(({ type }) => type === 'unknown')) return reading;
    }
    return undefined;
  }

  /** What a prompt says of parts, and the language in which it does. */
  #phrasesIn(tokens: readonly Token[], locale: string | undefined): { language: string; phrases: PartPhrase[] } {
    const speaking = languagesOfParts(tokens);
    if (speaking.length === 0) return { language: 'en', phrases: [] };
    const detected = detectLanguage(tokens, locale, this.#sources);
    const language = speaking.includes(detected) ? detected : speaking.includes('en') ? 'en' : speaking[0]!;
    return { language, phrases: partPhrases(tokens, language, this.#sources) };
  }

  readonly #isLiving = (key: string): boolean | undefined => {
    const thing = senseOf(this.#sources.english.get(key) ?? [], 'thing');
    return thing && this.#company.isLiving(thing);
  };

  readonly #whatIs: WhatIs = (key, language) => {
    const { english, foreign } = this.#sources;
    const own = language === 'en' ? undefined : foreign.senses(key, key.split(' ').length, language);
    const senses = own ?? english.get(key) ?? [];
    const thing = senseOf(senses, 'thing');
    if (this.#company.outfitOf(key, thing)?.isManner === false) return 'outfit';
    const isLess = thing === undefined || (own !== undefined && thing.rank > RANK.foreign);
    // “Triste” is how somebody is, before it is a face.
    if (isLess || senses.some(({ role }) => role === 'mood' || role === 'colour')) return undefined;
    return this.#company.isPerson(thing) ? 'person' : this.#company.isLiving(thing) ? 'animal' : 'thing';
  };

  /** What words of another language name, in English. */
  readonly #englishOf = (key: string, language: string): string | undefined =>
    language === 'en'
      ? undefined
      : senseOf(this.#sources.foreign.senses(key, key.split(' ').length, language) ?? [], 'thing')?.names[0];

  /**
   * @param words the prompt's, without what it says of parts
   * @param language in which that is, if it does
   * @returns also phrases that are not of parts that something can show
   */
  #read(
    prompt: string,
    words: readonly Token[],
    { language: ofParts, isOfMe, ...options }: ReadOptions & { language?: string; isOfMe: boolean },
  ): { reading: PromptReading; refused: readonly PartPhrase[] } {
    const notes: ReadingNote[] = [];
    const felt = languagesSaying(words).length > 0 ? undefined : feelingOf(words);
    const said = felt?.rest ?? words;
    const tokens = isAllMoment(felt) ? words : this.#spelled(this.#meant(said, options.locale), options.locale, notes);
    const isSaidIn = ofParts !== undefined && ofParts !== 'en';
    const language = isSaidIn ? ofParts : detectLanguage(tokens, options.locale, this.#sources);
    const own = parted(tokens, language, this.#sources.foreign);
    const { spans, ownerless } = described(spansOf(own, language, this.#sources), own);
    if (ownerless.length > 0) return { reading: NOTHING_READ, refused: ownerless };
    const gathered = gather(spans, this.#sources.foreign.tableOf(language) ?? {}, this.#company, felt?.moment, isOfMe);
    const excluded = this.#excluded(options, gathered.named);
    const { style, finish: made } = styledAs(gathered, options.style, this.#styles);
    const finish = groundedName({ ...gathered, finish: made });
    const without = merged(gathered.without, excluded.without);
    const isExcluded = ({ sense }: Named) => sense.names.every((name) => excluded.without.things.includes(name));
    const wanted = gathered.named.filter((one) => !isExcluded(one));
    const captions = captionsOf(options.own ?? [], this.#isReadable);
    const asked = captioned(this.#asker.ask(wanted, style, notes, genderOf(tokens)), captions);
    const { things, relations, isNested, isClose, act, moodWords, isReworded, refused } = asked;
    for (const { said } of gathered.named.filter(isExcluded)) notes.push({ type: 'contradicted', said });
    notes.push(...this.#notesOn(gathered, excluded.notes, spans, { notes, isDrawn: things.length > 0 }));
    const isSaidPlainly =
      language === 'en' && notes.length === 0 && options.style === undefined && finish === undefined && !isReworded;
    notes.push(...unshownColours(finish, spans, things));
    if (style !== undefined && things.length > 0 && !this.#isHadIn(things, style)) {
      notes.push({ type: 'left-out', said: style, why: 'style' });
    }
    const worded =
      things.length === 0 || (isSaidPlainly && !hasOdd(prompt))
        ? prompt
        : inPlainEnglish(withMoodWords(things, moodWords), relations, style);
    const reading = {
      things,
      relations,
      ...doing(isNested, isClose || (gathered.isTogether && things.length > 0), act ?? gathered.act),
      ...(tokens.some(({ key }) => PORTRAITS.has(key)) ? { isPortrait: true } : {}),
      style,
      ...(finish === undefined ? {} : { finish }),
      without,
      language,
      worded,
      notes: shownByName(distinct(notes), options.own ?? []),
    };
    return { reading, refused };
  }

  /** Words that are others by what stands beside them, or where they are said. */
  #meant(words: readonly Token[], locale: string | undefined): readonly Token[] {
    return withVerbs(asMeantIn(locale, withMixed(words, this.#whatIs)), this.#sources.english, this.#isLiving);
  }

  /** What people say to each other is spelled as it is said. */
  #spelled(words: readonly Token[], locale: string | undefined, notes: ReadingNote[]): readonly Token[] {
    if (languagesSaying(words).length > 0) return words;
    return spelled(words, { ...this.#sources, locale: languageOf(locale) }, notes);
  }

  /**
   * What is told of words besides what is said of things.
   * @param before what has been noted so far, and whether anything is drawn
   */
  #notesOn(
    gathered: ReturnType<typeof gather>,
    excluded: readonly ReadingNote[],
    spans: readonly Span[],
    before: { notes: readonly ReadingNote[]; isDrawn: boolean },
  ): ReadingNote[] {
    // What no picture of the style lacks was not kept out after all.
    const kept = new Set(before.notes.flatMap(({ type, said }) => (type === 'inseparable' ? [said] : [])));
    const told = [...gathered.notes, ...excluded].filter(({ type, said }) => type !== 'removed' || !kept.has(said));
    const notes = [...told, ...unknownNotes(joinedUnknown(gathered.unknown, spans), this.#sources)];
    const all = [...before.notes, ...notes];
    // Of an angry toaster nobody needs to be told that “angry” is unknown.
    if (before.isDrawn || gathered.unknown.length > 0 || all.some(({ type }) => type === 'contradicted')) return notes;
    return [...notes, ...unknownNotes(unsaid(spans, all), this.#sources)];
  }

  /** Reads a list of what is not wanted of what was named. */
  #excluded(
    { without: words = '', locale, own = [] }: ReadOptions,
    named: readonly Named[],
  ): Pick<PromptReading, 'without' | 'notes'> {
    const { foreign } = this.#sources;
    const tokens = withOwnNames(tokensOf(words), own);
    const language = detectLanguage(tokens, locale, this.#sources);
    const without = { things: [] as string[], colours: [] as string[], moods: [] as string[] };
    const notes: ReadingNote[] = [];
    for (const span of spansOf(parted(tokens, language, foreign), language, this.#sources)) {
      const { senses, said, kind } = span;
      const [thing, colour, mood] = [senseOf(senses, 'thing'), senseOf(senses, 'colour'), senseOf(senses, 'mood')];
      const isUnknown = senses.length === 0 && kind !== 'comma' && kind !== 'break';
      if (!thing && !colour && !mood && !isUnknown) continue;
      if (thing && named.some(({ sense }) => sense.names.every((name) => thing.names.includes(name)))) {
        without.things.push(...thing.names);
        continue;
      }
      const told = colour || mood ? [] : named.flatMap((one) => leaveOutPart(one, span, this.#company) ?? []);
      notes.push(...(told.length > 0 ? told : [{ type: 'removed', said } as const]));
      if (told.length === 0) without.things.push(...(thing?.names ?? []));
      if (colour) without.colours.push(colour.colour);
      without.moods.push(...(mood?.moods ?? []));
    }
    return { without, notes };
  }
}

/** Words of a prompt that are tried in other languages where English knows none. */
const MOST_ELSEWHERE = 3;
/** How surely a word names something in a language that it is tried in. */
const NAMING = 0.9;

/** The languages in which a word names something, the surest first. */
const namingIn = (languages: ReadonlyMap<string, number>): string[] =>
  [...languages]
    .filter(([, share]) => share >= NAMING)
    .sort(([, one], [, other]) => other - one)
    .map(([language]) => language);

/** What is called a football, of which kind, where nobody asks from the States. */
const FOOTBALL = {
  word: 'football',
  meant: 'soccer',
  kinds: new Set(['american', 'rugby', 'amerikanischer']),
} as const;

/** “Football” is soccer but in the States, and where the other kind is named. */
function asMeantIn(locale: string | undefined, words: readonly Token[]): readonly Token[] {
  if (locale?.toLowerCase() === 'en-us' || !words.some(({ key }) => key === FOOTBALL.word)) return words;
  return words.map((word, k) =>
    word.key === FOOTBALL.word && !FOOTBALL.kinds.has(words[k - 1]?.key ?? '')
      ? { ...word, key: FOOTBALL.meant }
      : word,
  );
}

const languageOf = (locale: string | undefined) => locale?.split('-')[0]?.toLowerCase();

/** First names are spelled in many ways. */
const isSpelledName = (thing: ThingSense | undefined): boolean =>
  thing !== undefined && thing.rank <= RANK.synonym && thing.isFirstName !== true;

/** Roles of words that are misspelled as names are: “purpel”, “sleepng”. */
const SPELLED: ReadonlySet<Role> = new Set(['colour', 'mood', 'action', 'stand', 'size', 'number', 'pattern', 'style']);

/** English words for what things are and do, and how they stand. */
function saidOf(english: Vocabulary): string[] {
  const words = [...english.entries()].flatMap(([key, senses]) =>
    senses.some(({ role }) => SPELLED.has(role)) ? key.split(' ') : [],
  );
  return [...words, ...SPELLED_BESIDE];
}

/**
 * Style and finish: an option counts over what the prompt says, but a finish is made of whatever style the prompt
 * names.
 * @param styles the bundle's
 */
function styledAs(
  said: { style: string | undefined; finish: string | undefined },
  option: string | undefined,
  styles: readonly string[],
): { style: string | undefined; finish: string | undefined } {
  if (option === undefined) return said;
  const isFinish = !styles.includes(option) && finishNamed(option) !== undefined;
  return isFinish ? { style: said.style, finish: option } : { style: option, finish: undefined };
}

/** What is said of how things stand, where anything is. */
function doing(isNested: boolean, isClose: boolean, act: PromptReading['act']) {
  return { ...(isNested ? { isNested } : {}), ...(isClose ? { isClose } : {}), ...(act === undefined ? {} : { act }) };
}

function merged(one: PromptReading['without'], other: PromptReading['without']): PromptReading['without'] {
  const both = (key: keyof PromptReading['without']) => [...new Set([...one[key], ...other[key]])];
  return { things: both('things'), colours: both('colours'), moods: both('moods') };
}

const withMoodWords = (things: PromptReading['things'], moodWords: readonly (readonly string[])[]) =>
  things.map((thing, k) => ({ ...thing, names: [thing.called ?? thing.names[0]!], moodWords: moodWords[k]! }));

/** What a caption never has. */
function hasOdd(prompt: string): boolean {
  return /[^\p{Script=Latin}\p{N}\s,.'-]/u.test(prompt) || prompt.includes('#');
}
