import { ownValue } from '../basics/index.js';
import { finishesBeside } from '../finishes/index.js';
import type { GroupWay, PatternName } from '../memory/index.js';
import { asKey } from './as-key.js';
import { type BundleWords, moodsByWord } from './bundle-words.js';
import {
  ACTIVITIES,
  AIR_WORDS,
  DOINGS,
  DRESSED_AS,
  EVENT_WORDS,
  EVERYDAY_VERBS,
  GREETING_WORDS,
  GREETINGS,
  GROWN_ADJECTIVES,
  GROWN_PARTS,
  type Greeting,
  HEAP_WORDS,
  type LanguageTable,
  LEAPS,
  MANNER,
  OCCASION_WORDS,
  OCCASIONS,
  type Occasion,
  ON_HEAD_WORDS,
  OWN_PARTS,
  PATTERN_WORDS,
  PEOPLE_GROUPS,
  PLAIN_STANDS,
  ROW_WORDS,
  SCENE_PHRASES,
  type Size,
  SPOT_PHRASES,
  type Spot,
  STATURE_WORDS,
  type Stand,
  type Stature,
} from './languages/index.js';
import { sayings } from './sayings.js';
import { RANK, type Role, type Sense, Vocabulary } from './sense.js';

/** The words of a list, folded. */
export function listed(words: string | undefined): string[] {
  return (words ?? '')
    .split(/\s+/)
    .filter((word) => word !== '')
    .map((word) => asKey(word.replaceAll('_', ' ')));
}

/** What lists of words stand for, by each of their words; of a word in several the last. */
export function byListed<T>(lists: readonly (readonly [words: string, value: T])[]): ReadonlyMap<string, T> {
  return new Map(lists.flatMap(([words, value]) => listed(words).map((word): [string, T] => [word, value])));
}

const captions = new WeakMap<BundleWords['memory'], ReadonlyMap<string, string>>();

/** The caption names of a bundle's things by all that they are called, names before synonyms. */
export function captionNames({ memory }: BundleWords): ReadonlyMap<string, string> {
  const known = captions.get(memory);
  if (known) return known;
  const byName = new Map<string, string>();
  for (const { name, synonyms } of memory.things)
    for (const word of synonyms) if (!byName.has(word)) byName.set(word, name);
  for (const { name, display } of memory.things) if (display !== undefined) byName.set(display, name);
  for (const { name } of memory.things) byName.set(name, name);
  captions.set(memory, byName);
  return byName;
}

/** What is said by a word's role alone. */
type PlainRole = Exclude<
  Role,
  | 'thing'
  | 'colour'
  | 'mood'
  | 'number'
  | 'size'
  | 'own-part'
  | 'on-spot'
  | 'pattern'
  | 'stand'
  | 'style'
  | 'occasion'
  | 'event'
>;

/** Entries of a language's table whose words have a role alone: those that come before what has a value, and behind. */
const PLAIN_BEFORE = {
  articles: 'article',
  and: 'and',
  of: 'of',
  tasting: 'tasting',
  negations: 'not',
  says: 'says',
  signs: 'sign',
  style: 'style-word',
} as const satisfies Partial<Record<keyof LanguageTable, PlainRole>>;
const PLAIN_BEHIND = {
  actions: 'action',
  places: 'place',
  asides: 'aside',
  courtesies: 'courtesy',
  traits: 'trait',
  fillers: 'filler',
} as const satisfies Partial<Record<keyof LanguageTable, PlainRole>>;

type Add = (words: string | undefined, sense: Sense) => void;

/** What a language has words for besides names of things. */
export function languageVocabulary(language: string, table: LanguageTable, bundle: BundleWords): Vocabulary {
  const vocabulary = new Vocabulary(language);
  const add: Add = (words, sense) => {
    for (const word of listed(words)) vocabulary.add(word, sense);
  };
  const addPlain = (roles: Partial<Record<keyof LanguageTable, PlainRole>>) => {
    const entries = Object.entries(roles) as [keyof typeof PLAIN_BEFORE | keyof typeof PLAIN_BEHIND, PlainRole][];
    for (const [entry, role] of entries) add(table[entry], { role });
  };
  addPlain(PLAIN_BEFORE);
  addValued(language, table, bundle, add);
  addStands(table.stands, table.isHeadLast === true, vocabulary);
  addStands(table.standsBehind ?? {}, true, vocabulary);
  for (const { stand, words } of Object.values(EVERYDAY_VERBS))
    addStands({ [stand]: ownValue(words, language) }, table.isHeadLast === true, vocabulary);
  addPlain(PLAIN_BEHIND);
  for (const words of Object.values(ownValue(SCENE_PHRASES, language) ?? {})) add(words, { role: 'place' });
  for (const words of Object.values(ownValue(AIR_WORDS, language) ?? {})) add(words, { role: 'place' });
  for (const [style, { words }] of finishesBeside(bundle.manifest.styles))
    add(ownValue(words, language), { role: 'style', style, isFinish: true });
  add(ownValue(MANNER, language), { role: 'filler' });
  add(table.definites, { role: 'definite' });
  add(ownValue(ROW_WORDS, language), { role: 'row' });
  add(ownValue(ON_HEAD_WORDS, language), { role: 'on-head' });
  for (const [spot, words] of Object.entries(ownValue(SPOT_PHRASES, language) ?? {}) as [Spot, string][])
    add(words, { role: 'on-spot', spot });
  const isBehind = table.isHeadLast === true ? { isBehind: true } : {};
  add(ownValue(LEAPS, language), { role: 'stand', stand: 'above', ...isBehind, isAct: true });
  add(ownValue(DRESSED_AS, language), { role: 'stand', stand: 'wearing', ...isBehind });
  for (const { stand, words } of Object.values(DOINGS))
    add(ownValue(words, language), { role: 'stand', stand, ...isBehind, isAct: true });
  for (const { words } of ACTIVITIES) add(ownValue(words, language), { role: 'action' });
  for (const lists of [GROWN_PARTS, GROWN_ADJECTIVES])
    for (const [part, words] of Object.entries(lists)) add(ownValue(words, language), { role: 'own-part', word: part });
  addOccasions(vocabulary, language, bundle);
  addGroups(vocabulary, ownValue(PEOPLE_GROUPS, language), bundle);
  return vocabulary;
}

/** Several people, whoever they are. */
function addGroups(vocabulary: Vocabulary, words: string | undefined, bundle: BundleWords): void {
  const names = ['person', 'woman', 'man'].filter((name) => bundle.memory.things.some((thing) => thing.name === name));
  if (names.length === 0) return;
  for (const word of listed(words))
    vocabulary.add(word, {
      role: 'thing',
      names,
      rank: RANK.synonym,
      isPlural: true,
      isGuess: true,
      isGroup: true,
    });
}

/** Words that stand for a number, a pattern, a colour, a mood, a size, or something's own part. */
function addValued(language: string, table: LanguageTable, { manifest }: BundleWords, add: Add): void {
  const moods = moodsByWord(manifest);
  for (const [count, words] of Object.entries(table.numbers)) add(words, { role: 'number', count: Number(count) });
  for (const [way, words] of Object.entries(ownValue(HEAP_WORDS, language) ?? {}) as [GroupWay, string][])
    add(words, { role: 'number', count: Number.POSITIVE_INFINITY, way });
  for (const [pattern, words] of Object.entries(ownValue(PATTERN_WORDS, language) ?? {}) as [PatternName, string][])
    add(words, { role: 'pattern', pattern });
  add(table.many, { role: 'number', count: Number.POSITIVE_INFINITY });
  for (const [colour, words] of Object.entries(table.colours)) {
    if (Object.hasOwn(manifest.tables.colours, colour)) add(words, { role: 'colour', colour });
  }
  for (const [word, words] of Object.entries(table.moods))
    add(words, { role: 'mood', word, moods: moods.get(word) ?? [] });
  for (const [size, words] of Object.entries(table.sizes ?? {}) as [Size, string][]) add(words, { role: 'size', size });
  for (const [size, words] of Object.entries(ownValue(STATURE_WORDS, language) ?? {}) as [Stature, string][])
    add(words, { role: 'size', size });
  for (const [word, words] of Object.entries(ownValue(OWN_PARTS, language) ?? {}))
    add(words, { role: 'own-part', word });
}

function addStands(stands: LanguageTable['stands'], isBehind: boolean, vocabulary: Vocabulary): void {
  for (const [stand, words] of Object.entries(stands) as [Stand, string][]) {
    const isPlain = new Set(listed(PLAIN_STANDS[stand] ?? words));
    for (const word of listed(words)) {
      const sense: Sense = { role: 'stand', stand, ...(isBehind ? { isBehind } : {}) };
      vocabulary.add(word, isPlain.has(word) ? sense : { ...sense, isAct: true });
    }
  }
}

/** Days, seasons, feasts, greetings, and times that are spent with something. */
function addOccasions(vocabulary: Vocabulary, language: string, bundle: BundleWords): void {
  const captions = captionNames(bundle);
  const add = (occasion: Occasion | Greeting, words: string | undefined, alone: string, isWish: boolean) => {
    const name = alone.split(' ').find((one) => captions.has(one.replaceAll('_', ' ')));
    const names = name === undefined ? [] : [captions.get(name.replaceAll('_', ' '))!];
    for (const key of sayings(words)) vocabulary.add(key, { role: 'occasion', occasion, names, isWish });
  };
  for (const [occasion, words] of Object.entries(ownValue(OCCASION_WORDS, language) ?? {}) as [Occasion, string][]) {
    const [called, wished] = words.split('|');
    add(occasion, called, OCCASIONS[occasion].alone, false);
    add(occasion, wished, OCCASIONS[occasion].alone, true);
  }
  for (const [greeting, words] of Object.entries(ownValue(GREETING_WORDS, language) ?? {}) as [Greeting, string][])
    add(greeting, words, GREETINGS[greeting].alone, true);
  const { behind, before } = ownValue(EVENT_WORDS, language) ?? {};
  for (const word of listed(behind)) vocabulary.add(word, { role: 'event', isBefore: false });
  for (const word of listed(before)) vocabulary.add(word, { role: 'event', isBefore: true });
}
