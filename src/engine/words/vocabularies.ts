import { ownValue } from '../basics/index.js';
import { alikeOf } from './alike.js';
import { asKey } from './as-key.js';
import { type BundleWords, moodsByWord } from './bundle-words.js';
import {
  CHAT_WORDS,
  COLOURED_KINDS,
  ENGLISH,
  EVERYDAY,
  type LanguageTable,
  MANNER,
  MEASURES,
  OTHER_STYLES,
  OWN_PARTS,
  PARTS,
  PLAIN_STANDS,
  type Size,
  STYLES,
  type Stand,
} from './languages/index.js';

import { plural } from './plurals.js';
import { RANK, type Rank, type Role, type Sense, senseOf, Vocabulary } from './sense.js';
import type { WordTables } from './word-tables.js';

/** A tag that so few things have is as good as a name. */
const MOST_OF_RARE_TAG = 2;
/** Letters of a part of a name that stands for the whole: “chess”, and not the last of a last quarter moon. */
const SHORTEST_OF_NAME = 5;
/** A tag of so many says at least of what kind a thing is. */
const MOST_OF_TAG = 4;

/** The words of a list, folded. */
export function listed(words: string | undefined): string[] {
  return (words ?? '')
    .split(/\s+/)
    .filter((word) => word !== '')
    .map((word) => asKey(word.replaceAll('_', ' ')));
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

/** What a language has words for besides names of things. */
export function languageVocabulary(language: string, table: LanguageTable, bundle: BundleWords): Vocabulary {
  const vocabulary = new Vocabulary(language);
  const { tables } = bundle.manifest;
  const moods = moodsByWord(bundle.manifest);
  const all = (words: string | undefined, sense: Sense) => {
    for (const word of listed(words)) vocabulary.add(word, sense);
  };
  const plain = (
    words: string | undefined,
    role: Extract<
      Sense,
      { role: Exclude<Role, 'thing' | 'colour' | 'mood' | 'number' | 'size' | 'own-part' | 'stand' | 'style'> }
    >['role'],
  ) => all(words, { role });
  plain(table.articles, 'article');
  plain(table.and, 'and');
  plain(table.of, 'of');
  plain(table.tasting, 'tasting');
  plain(table.negations, 'not');
  plain(table.says, 'says');
  plain(table.signs, 'sign');
  plain(table.style, 'style-word');
  for (const [count, words] of Object.entries(table.numbers)) all(words, { role: 'number', count: Number(count) });
  all(table.many, { role: 'number', count: Number.POSITIVE_INFINITY });
  for (const [colour, words] of Object.entries(table.colours)) {
    if (Object.hasOwn(tables.colours, colour)) all(words, { role: 'colour', colour });
  }
  for (const [word, words] of Object.entries(table.moods))
    all(words, { role: 'mood', word, moods: moods.get(word) ?? [] });
  for (const [size, words] of Object.entries(table.sizes ?? {}) as [Size, string][]) all(words, { role: 'size', size });
  for (const [word, words] of Object.entries(ownValue(OWN_PARTS, language) ?? {}))
    all(words, { role: 'own-part', word });
  const addStands = (stands: LanguageTable['stands'], isBehind: boolean) => {
    for (const [stand, words] of Object.entries(stands) as [Stand, string][]) {
      const isPlain = new Set(listed(PLAIN_STANDS[stand] ?? words));
      for (const word of listed(words)) {
        const sense: Sense = { role: 'stand', stand, ...(isBehind ? { isBehind } : {}) };
        vocabulary.add(word, isPlain.has(word) ? sense : { ...sense, isAct: true });
      }
    }
  };
  addStands(table.stands, table.isHeadLast === true);
  addStands(table.standsBehind ?? {}, true);
  plain(table.actions, 'action');
  plain(table.places, 'place');
  plain(table.asides, 'aside');
  plain(table.courtesies, 'courtesy');
  plain(table.traits, 'trait');
  plain(table.fillers, 'filler');
  plain(ownValue(MANNER, language), 'filler');
  plain(table.definites, 'definite');
  return vocabulary;
}

/** English, with all that the bundle's memory and tables call things, and what looks like them. */
export function englishVocabulary(bundle: BundleWords, { alike }: Pick<WordTables, 'alike'>): Vocabulary {
  const { manifest, memory } = bundle;
  const vocabulary = languageVocabulary('en', ENGLISH, bundle);
  const add = (name: string, caption: string, rank: Rank, isGuess: boolean) => {
    const [one, several] = [asKey(name), asKey(plural(name.toLowerCase()))];
    vocabulary.add(one, { role: 'thing', names: [caption], rank, isPlural: false, isGuess });
    if (several !== one) vocabulary.add(several, { role: 'thing', names: [caption], rank, isPlural: true, isGuess });
  };
  const tags = new Map<string, number>();
  for (const thing of memory.things) for (const tag of thing.tags) tags.set(tag, (tags.get(tag) ?? 0) + 1);
  const byName = captionNames(bundle);
  const shown = new Set(memory.things.map(({ name }) => name));
  const { isUnlike } = alikeOf(alike, shown);
  for (const { name, display, synonyms, tags: own } of memory.things) {
    add(name, name, RANK.name, false);
    if (display !== undefined) add(display, name, RANK.name, false);
    // “Bamboo” is what a pine decoration is called, and is told.
    for (const synonym of synonyms) {
      const shownBy = alike.as.get(synonym);
      // A duckling is a chick before it is a drake.
      if (shownBy !== undefined && shownBy !== name && shown.has(shownBy)) continue;
      add(synonym, name, RANK.synonym, shownBy === name);
    }
    for (const tag of own) {
      const uses = tags.get(tag)!;
      if (tag.length < 3 || uses > MOST_OF_TAG || alike.as.has(tag) || isUnlike(asKey(tag), name)) continue;
      // “Chess” is of a chess pawn before it is the grass that dictionaries know.
      const isOfName = name.split(' ').includes(tag);
      if (
        isOfName &&
        (tag.length < SHORTEST_OF_NAME || uses > MOST_OF_RARE_TAG || vocabulary.get(asKey(tag)) !== undefined)
      )
        continue;
      add(tag, name, isOfName ? RANK.kind : uses <= MOST_OF_RARE_TAG ? RANK.rareTag : RANK.keyword, true);
    }
  }
  const lists = [
    [alike.same, RANK.synonym, false],
    [alike.as, RANK.foreign, true],
    [alike.hints, RANK.rareTag, true],
  ] as const;
  for (const [words, rank, isGuess] of lists)
    for (const [word, name] of words) if (shown.has(name)) add(word, name, rank, isGuess);
  for (const [name, words] of Object.entries(CHAT_WORDS)) {
    const caption = byName.get(name);
    if (caption === undefined) continue;
    for (const word of listed(words)) add(word, caption, RANK.synonym, true);
  }
  for (const [word, [colour, name]] of Object.entries(COLOURED_KINDS)) {
    if (!shown.has(name) || !Object.hasOwn(manifest.tables.colours, colour)) continue;
    const sense = { role: 'thing', names: [name], rank: RANK.synonym, isGuess: true, colours: [colour] } as const;
    vocabulary.add(asKey(word), { ...sense, isPlural: false });
    if (plural(word) !== word) vocabulary.add(asKey(plural(word)), { ...sense, isPlural: true });
  }
  for (const [name, words] of Object.entries(EVERYDAY)) {
    const caption = byName.get(name);
    if (caption !== undefined) for (const word of listed(words)) add(word, caption, RANK.name, false);
  }
  for (const [word, moods] of moodsByWord(manifest))
    if (word !== 'cute') vocabulary.add(asKey(word), { role: 'mood', word, moods });
  for (const colour of Object.keys(manifest.tables.colours)) vocabulary.add(asKey(colour), { role: 'colour', colour });
  for (const [relation, words] of Object.entries(manifest.tables.relations)) {
    const stand = STANDS.find((one) => one === relation);
    for (const word of words) {
      if (stand !== undefined && vocabulary.get(asKey(word)) === undefined)
        vocabulary.add(asKey(word), { role: 'stand', stand });
    }
  }
  addJoinedMoods(vocabulary);
  for (const word of listed(MEASURES)) {
    for (const form of new Set([word, plural(word)])) vocabulary.add(form, { role: 'measure' });
  }
  for (const word of listed(PARTS)) vocabulary.add(word, { role: 'part' });
  for (const style of manifest.styles)
    for (const word of [style, ...listed(ownValue(STYLES, style))])
      vocabulary.add(asKey(word), { role: 'style', style });
  for (const [style, words] of Object.entries(STYLES))
    if (!manifest.styles.includes(style))
      for (const word of listed(words)) vocabulary.add(word, { role: 'style', style: undefined });
  for (const word of listed(OTHER_STYLES)) vocabulary.add(word, { role: 'style', style: undefined });
  for (const word of listed('in_the_style_of in_style_of style_of in_the_aesthetic_of'))
    vocabulary.add(word, { role: 'style-of' });
  return vocabulary;
}

/** “**Crying laughing** potato”: what is called by moods, as a smiley is, is in these moods before a noun. */
function addJoinedMoods(vocabulary: Vocabulary): void {
  for (const [key] of [...vocabulary.entries()].filter(([one]) => one.includes(' '))) {
    const words = key.split(' ').map((word) => senseOf(vocabulary.get(word) ?? [], 'mood'));
    const moods = words.flatMap((mood) => mood?.moods ?? []);
    const first = words[0];
    if (first && words.every((mood) => mood !== undefined && mood.moods.length > 0))
      vocabulary.add(key, { role: 'mood', word: first.word, moods: [...new Set(moods)] });
  }
}

const STANDS: readonly Stand[] = ['beside', 'on', 'above', 'in front of', 'behind', 'holding', 'below', 'wearing'];
