import { ownValue } from '../basics/index.js';
import { wornAt } from '../manifest/index.js';
import { type BundleWords, moodsByWord } from './bundle-words.js';
import { drawnParts } from './drawn-parts.js';
import { englishForms } from './english-forms.js';
import type { Company } from './gather/index.js';
import { knownTo } from './known-words.js';
import { ENGLISH } from './languages/index.js';
import { createOutfits } from './outfits.js';
import { RANK, type ThingSense } from './sense.js';
import type { EnclosingOf } from './stand-between.js';
import { captionNames, listed } from './vocabularies.js';
import type { Enclosing, WordTables } from './word-tables.js';

/** Groups of which two things that are named one after the other are two. */
const LISTED: ReadonlySet<string> = new Set(['food-drink', 'objects', 'travel-places', 'activities']);

/** Groups of what can be dressed, for fun, and toys and others with a body. */
const DRESSED: ReadonlySet<string> = new Set(['animals-nature', 'food-drink', 'smileys-emotion']);
const TOYS: ReadonlySet<string> = new Set([
  ...['teddy bear', 'robot', 'snowman', 'ghost', 'alien', 'skeleton', 'mummy', 'werewolf', 'slime', 'cyclops'],
  ...['garden gnome', 'green goblin', 'goblin', 'ogre', 'clown', 'mimic', 'gingerbread man'],
]);

/** Hands that say something. */
const GESTURES: ReadonlySet<string> = new Set([
  'waving hand',
  'raised back of hand',
  'hand with fingers splayed',
  'raised hand',
  'vulcan salute',
  'ok hand',
  'pinched fingers',
  'pinching hand',
  'victory hand',
  'crossed fingers',
  'hand with index finger and thumb crossed',
  'love-you gesture',
  'sign of the horns',
  'call me hand',
  'backhand index pointing left',
  'backhand index pointing right',
  'backhand index pointing up',
  'backhand index pointing down',
  'index pointing up',
  'index pointing at the viewer',
  'thumbs up',
  'thumbs down',
  'raised fist',
  'oncoming fist',
  'left-facing fist',
  'right-facing fist',
  'clapping hands',
  'raising hands',
  'heart hands',
  'open hands',
  'palms up together',
  'handshake',
  'folded hands',
  'flexed biceps',
]);

/** Animals that no tag says are any. */
const ANIMALS_TOO: ReadonlySet<string> = new Set(
  listed('unicorn turkey crab shrimp butterfly scorpion sloth dove phoenix sauropod t-rex orca mosquito'),
);

/** Tags of what grows, and of what is made of that. */
const [GROWN, PREPARED] = [
  ['fruit', 'vegetable', 'nut'],
  ['pastry', 'drink', 'dessert', 'sweet'],
];

/** Fruit, vegetables and nuts as they are picked. */
function grownIn({ memory }: BundleWords): ReadonlySet<string> {
  const has = (tags: readonly string[], some: readonly string[]) => some.some((tag) => tags.includes(tag));
  return new Set(memory.things.filter(({ tags }) => has(tags, GROWN) && !has(tags, PREPARED)).map(({ name }) => name));
}

/** What a bundle and the tables know of things beside their names. */
export function companyOf(bundle: BundleWords, tables: WordTables): Company {
  const groups = new Map(bundle.memory.things.map(({ name, group }) => [name, group]));
  const living = new Map(
    bundle.memory.things.flatMap(({ name, tags, group }): [string, string][] => {
      if (tags.includes('animal') || ANIMALS_TOO.has(name)) return [[name, 'animal']];
      return group === 'people-body' && !GESTURES.has(name) ? [[name, group]] : [];
    }),
  );
  const parts = drawnParts(bundle, tables, (name) => living.has(name));
  const grown = grownIn(bundle);
  const isIngredient = ({ names }: ThingSense) => names[0]!.split(' ').some((word) => tables.ingredients.has(word));
  const isFood = ({ names }: ThingSense) => groups.get(names[0]!) === 'food-drink';
  const outfits = createOutfits((name) => groups.has(name));
  return {
    colouredThing: (key) => colouredThing(key, bundle),
    areListed(modifier, head) {
      const [one, other] = [modifier.names[0]!, head.names[0]!];
      if (Math.max(modifier.rank, head.rank) > RANK.foreign) return false;
      // A mango smoothie is what looks like a smoothie.
      if (head.isGuess && head.rank === RANK.foreign && modifier.rank < RANK.foreign) return false;
      if (living.has(one)) return living.get(one) === living.get(other);
      const group = groups.get(one)!;
      // “Cheese pizza” and “mango pie” are one thing, “burger fries” two; “christmas gift” says what gift.
      const isMadeOf = isIngredient(modifier) || (grown.has(one) && !grown.has(other));
      const isSaidOf = group === 'food-drink' ? isMadeOf : modifier.isGuess;
      return LISTED.has(group) && group === groups.get(other) && one !== other && !isSaidOf;
    },
    areFood: (one, other) => isFood(other) && (isFood(one) || isIngredient(one)),
    isDone: (word) => isDone(word, tables),
    isGesture: ({ names: [name = ''] }) => GESTURES.has(name),
    has: (name) => groups.has(name),
    isLiving: ({ names: [name = ''] }) => living.has(name),
    moodCalled: moodWords(bundle),
    isSomebody: ({ names: [name = ''] }) => living.has(name) || TOYS.has(name),
    isPerson: ({ names: [name = ''] }) => living.get(name) === 'people-body',
    isWorn: ({ names }) => wornAt(bundle.manifest.tables, names) !== undefined,
    outfitOf: (key, thing) => outfits.called(key) ?? (thing && outfits.of(thing.names[0]!)),
    isDressable({ names: [name = ''] }, { isOccasion, isManner }) {
      if (isManner) return living.has(name) && living.get(name) !== 'people-body';
      if (living.has(name) || TOYS.has(name)) return true;
      return !isOccasion && DRESSED.has(groups.get(name)!);
    },
    hasByItself: (thing, words) => parts.has(thing, words),
    showsByItself: (thing, words) => parts.shows(thing, words),
    without: (thing, words) => parts.without(thing, words),
    partedBy: (thing, words) => parts.apart(thing, words),
  };
}

/** By English words for moods, what these are called here, and the bundle's moods and marks of the kind. */
function moodWords({ manifest }: BundleWords): Company['moodCalled'] {
  const moods = moodsByWord(manifest);
  const byWord = new Map([...moods.keys()].map((word): [string, string] => [word, word]));
  for (const [word, others] of Object.entries(ENGLISH.moods))
    for (const other of listed(others)) byWord.set(other, word);
  return (said) => {
    const word = byWord.get(said);
    return word === undefined ? undefined : { word, moods: moods.get(word) ?? [] };
  };
}

/** “Pooping” is done, a viking is somebody. */
function isDone(word: string, tables: WordTables): boolean {
  const last = word.slice(word.lastIndexOf(' ') + 1);
  const isForm = /^[a-z]{3,}ing$/.test(last);
  const isListed = tables.english.find(last) !== undefined;
  return isForm && (!isListed || englishForms(last).some((form) => form !== last && knownTo(tables).isEnglish(form)));
}

/** A colour that a name begins with, and the thing that the rest of it is of a bundle's. */
function colouredThing(key: string, bundle: BundleWords): ReturnType<Company['colouredThing']> {
  const gap = key.indexOf(' ');
  const colour = key.slice(0, gap);
  if (gap < 0 || !Object.hasOwn(bundle.manifest.tables.colours, colour)) return undefined;
  const captions = captionNames(bundle);
  const rest = key.slice(gap + 1);
  const forms = [...englishForms(rest)].reverse().filter((one) => captions.has(one));
  const form = forms.find((one) => captions.get(one) === one) ?? forms[0];
  if (form === undefined) return undefined;
  const names = [captions.get(form)!];
  return { colour, thing: { role: 'thing', names, rank: RANK.name, isPlural: form !== rest, isGuess: false } };
}

/** How something can be in what we have drawn, of which the dictionary's lists do not know: the hollow have a rim. */
const DRAWN: Readonly<Record<string, Enclosing>> = {
  'one-piece swimsuit': 'garments',
  gloves: 'garments',
  'running shirt': 'garments',
  'martial arts uniform': 'garments',
  car: 'hollow',
  taxi: 'hollow',
  'racing car': 'hollow',
  'pickup truck': 'hollow',
  vase: 'hollow',
  mug: 'hollow',
  'glass of water': 'hollow',
  cauldron: 'hollow',
  'open pot': 'hollow',
  fire: 'hollow',
  campfire: 'hollow',
  'washing machine': 'hollow',
  'trash can': 'hollow',
  'snow globe': 'hollow',
  'christmas stocking': 'hollow',
  'hot air balloon': 'hollow',
  submarine: 'hollow',
  tank: 'hollow',
  stroller: 'hollow',
  sink: 'hollow',
  wheelbarrow: 'hollow',
  hammock: 'hollow',
  window: 'hollow',
  'sleeping bag': 'hollow',
  igloo: 'buildings',
  'dog house': 'buildings',
  treehouse: 'buildings',
  lighthouse: 'buildings',
  windmill: 'buildings',
  sandcastle: 'buildings',
};

/** How something can be in a bundle's things, by what they are called. */
export function enclosingThings({ memory }: BundleWords, { enclosing }: Pick<WordTables, 'enclosing'>): EnclosingOf {
  const called = new Map(
    memory.things.map(({ name, synonyms }) => [name, [name, name.slice(name.lastIndexOf(' ') + 1), ...synonyms]]),
  );
  const sorts = Object.entries(enclosing) as [Enclosing, ReadonlySet<string>][];
  return (name) => {
    const drawn = ownValue(DRAWN, name);
    if (drawn !== undefined) return drawn;
    for (const word of called.get(name) ?? []) for (const [sort, nouns] of sorts) if (nouns.has(word)) return sort;
    return undefined;
  };
}
