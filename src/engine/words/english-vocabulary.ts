import { ownValue } from '../basics/index.js';
import { finishesBeside } from '../finishes/index.js';
import { plainName } from '../memory/index.js';
import { alikeOf } from './alike.js';
import { asKey } from './as-key.js';
import { type BundleWords, moodsByWord } from './bundle-words.js';
import {
  CHAT_WORDS,
  COLOURED_KINDS,
  ENGLISH,
  EVERYDAY,
  FIRST_NAMES,
  MEASURES,
  OTHER_STYLES,
  PARTS,
  ROLES,
  ROWS_OF,
  STATES,
  STYLES,
  type Stand,
} from './languages/index.js';
import { plural } from './plurals.js';
import { RANK, type Rank, type Sense, senseOf, type Vocabulary } from './sense.js';
import { captionNames, languageVocabulary, listed } from './vocabularies.js';
import type { WordTables } from './word-tables.js';

/** A tag that so few things have is as good as a name. */
const MOST_OF_RARE_TAG = 2;
/** Letters of a tag that says something. */
const SHORTEST_TAG = 3;
/** Letters of a part of a name that stands for the whole: “chess”, and not the last of a last quarter moon. */
const SHORTEST_OF_NAME = 5;
/** A tag of so many says at least of what kind a thing is. */
const MOST_OF_TAG = 4;

/** English, with all that the bundle's memory and tables call things, and what looks like them. */
export function englishVocabulary(bundle: BundleWords, { alike }: Pick<WordTables, 'alike'>): Vocabulary {
  const vocabulary = languageVocabulary('en', ENGLISH, bundle);
  addThings(vocabulary, bundle, alike);
  addListedThings(vocabulary, bundle, alike);
  addTableWords(vocabulary, bundle.manifest);
  addJoinedMoods(vocabulary);
  for (const word of listed(MEASURES)) {
    for (const form of new Set([word, plural(word)])) vocabulary.add(form, { role: 'measure' });
  }
  for (const word of listed(PARTS)) vocabulary.add(word, { role: 'part' });
  addStyles(vocabulary, bundle.manifest.styles);
  // “Brand new” is one word for how a thing is, “fortune teller” for who somebody is, in whatever language.
  for (const word of [...STATES, ...ROLES].flatMap(({ words }) => listed(words)))
    if (word.includes(' ') && vocabulary.get(word) === undefined) vocabulary.add(word, { role: 'filler' });
  return vocabulary;
}

/** A name of a thing, by its caption name, with its plural. */
function addName(vocabulary: Vocabulary, name: string, caption: string, rank: Rank, isGuess: boolean): void {
  const [one, several] = [asKey(name), asKey(plural(name.toLowerCase()))];
  // Tags are also smileys of signs (“:/”).
  if (one === '') return;
  vocabulary.add(one, { role: 'thing', names: [caption], rank, isPlural: false, isGuess });
  // “His” is no second greeting.
  const isWord = senseOf(vocabulary.get(several) ?? [], 'definite') !== undefined;
  if (several !== one && !isWord)
    vocabulary.add(several, { role: 'thing', names: [caption], rank, isPlural: true, isGuess });
}

/** What the bundle calls its things, and what they are tagged by. */
function addThings(vocabulary: Vocabulary, { memory }: BundleWords, alike: WordTables['alike']): void {
  const shown = new Set(memory.things.map(({ name }) => name));
  const { isUnlike } = alikeOf(alike, shown);
  const uses = new Map<string, number>();
  for (const { tags } of memory.things) for (const tag of tags) uses.set(tag, (uses.get(tag) ?? 0) + 1);
  // What another is shown as means that one: a goblin is green, and no mask of a tengu.
  const displayed = new Set(
    memory.things.flatMap(({ name, display }) => (display === plainName(name) ? [] : [display])),
  );
  for (const { name, display, synonyms, tags } of memory.things) {
    if (!displayed.has(name)) addName(vocabulary, name, name, RANK.name, false);
    // A beach is one before it has an umbrella.
    if (display !== undefined && !isEveryday(display, name)) addName(vocabulary, display, name, RANK.name, false);
    // “Bamboo” is what a pine decoration is called, and is told.
    for (const synonym of synonyms) {
      const shownBy = alike.as.get(synonym);
      // A duckling is a chick before it is a drake.
      if (shownBy !== undefined && shownBy !== name && shown.has(shownBy)) continue;
      addName(vocabulary, synonym, name, RANK.synonym, shownBy === name);
    }
    for (const tag of tags) {
      if (alike.as.has(tag) || isUnlike(asKey(tag), name)) continue;
      const rank = rankOfTag(tag, name, uses.get(tag)!, vocabulary);
      if (rank !== undefined) addName(vocabulary, tag, name, rank, true);
    }
  }
}

const EVERYDAY_WORDS = new Map<string, string[]>();
for (const [meant, words] of Object.entries(EVERYDAY))
  for (const word of listed(words)) EVERYDAY_WORDS.set(word, [...(EVERYDAY_WORDS.get(word) ?? []), meant]);

/** Whether what a thing is shown as means others before it. */
const isEveryday = (display: string, name: string): boolean =>
  EVERYDAY_WORDS.get(asKey(display))?.some((meant) => meant !== name) === true;

/** How surely a tag that so many things have means one of them; undefined where it does not. */
function rankOfTag(tag: string, name: string, uses: number, vocabulary: Vocabulary): Rank | undefined {
  if (tag.length < SHORTEST_TAG || uses > MOST_OF_TAG) return undefined;
  const isRare = uses <= MOST_OF_RARE_TAG;
  if (!name.split(' ').includes(tag)) return isRare ? RANK.rareTag : RANK.keyword;
  // “Chess” is of a chess pawn before it is the grass that dictionaries know.
  const isName = tag.length >= SHORTEST_OF_NAME && isRare && vocabulary.get(asKey(tag)) === undefined;
  return isName ? RANK.kind : undefined;
}

/** What was listed by hand for things: what looks like them, and what chats and everyday English call them. */
function addListedThings(vocabulary: Vocabulary, bundle: BundleWords, alike: WordTables['alike']): void {
  const shown = new Set(bundle.memory.things.map(({ name }) => name));
  const captions = captionNames(bundle);
  const lists = [
    [alike.same, RANK.synonym, false],
    [alike.as, RANK.foreign, true],
    [alike.hints, RANK.rareTag, true],
  ] as const;
  for (const [words, rank, isGuess] of lists)
    for (const [word, name] of words) if (shown.has(name)) addName(vocabulary, word, name, rank, isGuess);
  const addCalled = (calls: Readonly<Record<string, string>>, rank: Rank, isGuess: boolean) => {
    for (const [name, words] of Object.entries(calls)) {
      const caption = captions.get(name);
      if (caption === undefined) continue;
      for (const word of listed(words)) addName(vocabulary, word, caption, rank, isGuess);
    }
  };
  for (const [word, [colour, name, pattern]] of Object.entries(COLOURED_KINDS)) {
    const isPainted = colour === undefined || Object.hasOwn(bundle.manifest.tables.colours, colour);
    if (!shown.has(name) || !isPainted) continue;
    const colours = colour === undefined ? {} : { colours: [colour] };
    const sense = {
      role: 'thing',
      names: [name],
      rank: RANK.synonym,
      isGuess: true,
      ...colours,
      ...(pattern === undefined ? {} : { pattern }),
    } as const;
    vocabulary.add(asKey(word), { ...sense, isPlural: false });
    if (plural(word) !== word) vocabulary.add(asKey(plural(word)), { ...sense, isPlural: true });
  }
  for (const [name, words] of Object.entries(FIRST_NAMES))
    for (const word of listed(words))
      if (shown.has(name) && vocabulary.get(word) === undefined)
        vocabulary.add(word, {
          role: 'thing',
          names: [name],
          rank: RANK.synonym,
          isPlural: false,
          isGuess: true,
          isFirstName: true,
        });
  addRows(vocabulary, shown);
  addCalled(CHAT_WORDS, RANK.synonym, true);
  addCalled(EVERYDAY, RANK.name, false);
}

/** What is some of a thing one behind another: “traffic”. */
function addRows(vocabulary: Vocabulary, shown: ReadonlySet<string>): void {
  for (const [name, words] of Object.entries(ROWS_OF))
    for (const word of shown.has(name) ? listed(words) : [])
      vocabulary.add(word, {
        role: 'thing',
        names: [name],
        rank: RANK.synonym,
        isPlural: true,
        isGuess: true,
        isRow: true,
      });
}

/** The words of the bundle's tables: moods, colours, and relations that mean nothing else. */
function addTableWords(vocabulary: Vocabulary, manifest: BundleWords['manifest']): void {
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
}

/** The bundle's styles, and those that it has not. */
function addStyles(vocabulary: Vocabulary, styles: readonly string[]): void {
  const add = (words: readonly string[], sense: Sense) => {
    for (const word of words) vocabulary.add(asKey(word), sense);
  };
  for (const style of styles) add([style, ...listed(ownValue(STYLES, style))], { role: 'style', style });
  const others = Object.entries(STYLES).filter(([style]) => !styles.includes(style));
  for (const [, words] of others) add(listed(words), { role: 'style', style: undefined });
  for (const [style, { words }] of finishesBeside(styles)) {
    for (const [language, said] of Object.entries(words)) {
      const isForeign = language === 'en' ? {} : { isForeign: true };
      add(listed(said), { role: 'style', style, isFinish: true, ...isForeign });
    }
  }
  add(listed(OTHER_STYLES), { role: 'style', style: undefined });
  add(listed('in_the_style_of in_style_of style_of in_the_aesthetic_of'), { role: 'style-of' });
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
