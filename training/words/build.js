// Builds models/words from CLDR, emojibase and WordNet: `npm ci && node build.js`. docs/words.md says what is in it.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { load } from 'js-yaml';
import { fold } from './fold.js';
import { varint, writeTable } from './table.js';
import { readWordNet } from './wordnet.js';

const require = createRequire(import.meta.url);
const OUT = new URL('../../models/words/', import.meta.url);
const DATA = new URL('../kaleido/data/', import.meta.url);
const SHORTCODES = ['emojibase', 'cldr', 'github', 'iamcal', 'joypixels'];
const SKIN_AND_HAIR = 2;
const COUNTRY_FLAGS = [98, 99];
/** A keyword of one word says what is meant as long as two emoji of its language have it. */
const MOST_BY_WORDS = [0, 2, 0];
const MOST_WORDS = 3;
const MOST_LETTERS = 24;

const bare = (emoji) => emoji.replaceAll('\ufe0f', '');
const asChar = (hexcode) => bare(String.fromCodePoint(...hexcode.split('-').map((point) => Number.parseInt(point, 16))));

/**
 * Every emoji but the letters, hair and flags of countries: its characters, its English label, its shortcodes, its
 * keywords.
 */
function readEmoji() {
  const tables = SHORTCODES.map((name) => require(`emojibase-data/en/shortcodes/${name}.json`));
  return require('emojibase-data/en/data.json')
    .filter(({ group, subgroup }) => group !== undefined && group !== SKIN_AND_HAIR && !COUNTRY_FLAGS.includes(subgroup))
    .map(({ hexcode, label, tags = [] }) => ({
      emoji: asChar(hexcode),
      label: label.toLowerCase().replace(/[’‘]/g, "'").replace(/[“”]/g, ''),
      tags,
      codes: [...new Set(tables.flatMap((table) => table[hexcode] ?? []))],
    }));
}

/** “Künstler(in)” is two nouns, “Person: Glatze” none; what is in brackets or quotes is no part of a name. */
function namesOf(label) {
  const bent = /^(\S+)\((in|e|r|a)\)$/.exec(label);
  const names = bent ? [bent[1], bent[1] + bent[2]] : [label.replace(/ ?\(.*?\)/g, '')];
  return names.map((name) => fold(name).replace(/[“”"«»„]/g, '').replaceAll(/\s+/g, ' ').trim()).filter(isName);
}

const wordsOf = (name) => name.split(' ').length;
const isName = (name) =>
  name.length <= MOST_LETTERS && wordsOf(name) <= MOST_WORDS && !/[:,\t]/.test(name) && /^\p{L}/u.test(name);

/** String → emoji → `name` or `keyword` → languages. */
class Names {
  strings = new Map();
  add(text, emoji, kind, language) {
    const uses = this.strings.get(text) ?? new Map();
    this.strings.set(text, uses);
    const key = `${emoji} ${kind}`;
    uses.set(key, (uses.get(key) ?? new Set()).add(language));
  }
}

/**
 * English name → its emoji → how much of a keyword's emoji and of the name's are the same. A language's word for “cat”
 * is a keyword of just the emoji that “cat” is one of in English.
 */
function englishUses(known) {
  const { annotations } = require('cldr-annotations-full/annotations/en/annotations.json').annotations;
  const uses = new Map();
  for (const [emoji, { default: keywords = [] }] of Object.entries(annotations)) {
    if (!known.has(emoji)) continue;
    for (const word of new Set(keywords.flatMap(namesOf))) uses.set(word, (uses.get(word) ?? new Set()).add(known.get(emoji)));
  }
  return uses;
}

/** The emoji that a keyword of many is the name of, if one is. */
function alignedTo(ids, english, namesByEmoji) {
  let best = { share: 0.4, id: undefined };
  for (const id of ids) {
    for (const name of namesByEmoji[id]) {
      const same = english.get(name);
      if (!same) continue;
      const both = ids.filter((one) => same.has(one)).length;
      const share = both / (ids.length + same.size - both);
      if (share > best.share) best = { share, id };
    }
  }
  return best.id;
}

/** Man and woman of what is also a person: they show the same thing, and would only repeat its names. */
const isGendered = (emoji, known) =>
  /[♂♀]/u.test(emoji) || (/^[👨👩]\u200d/u.test(emoji) && known.has(emoji.replace(/^[👨👩]/u, '🧑')));
const neutral = (emoji) => emoji.replace(/\u200d[♂♀]/u, '').replace(/^[👨👩](?=\u200d)/u, '🧑');

function readCldr(known, emoji) {
  const names = new Names();
  const english = englishUses(known);
  const namesByEmoji = emoji.map(({ label, codes }) => [label, label.replace(/ face$/, ''), ...codes.map((code) => code.replaceAll('_', ' '))]);
  const base = require.resolve('cldr-annotations-full/package.json').replace('package.json', 'annotations/');
  for (const locale of readdirSync(base)) {
    const [language] = locale.split('-');
    if (language === 'en' || language === 'und') continue;
    const { annotations = {} } = require(`${base}${locale}/annotations.json`).annotations;
    const uses = new Map();
    for (const [emoji, { default: keywords = [] }] of Object.entries(annotations)) {
      if (!known.has(emoji) || isGendered(emoji, known)) continue;
      for (const word of new Set(keywords.flatMap(namesOf))) uses.set(word, [...(uses.get(word) ?? []), known.get(emoji)]);
    }
    for (const [word, ids] of uses) {
      if (ids.length <= (MOST_BY_WORDS[wordsOf(word)] ?? 0)) for (const id of ids) names.add(word, id, 'keyword', language);
      if (ids.length > 1 && wordsOf(word) < 3) {
        const id = alignedTo(ids, english, namesByEmoji);
        if (id !== undefined) names.add(word, id, 'name', language);
      }
    }
    for (const [emoji, { tts = [] }] of Object.entries(annotations)) {
      const gendered = isGendered(emoji, known);
      const to = gendered ? neutral(emoji) : emoji;
      const id = known.get(to);
      if (id === undefined) continue;
      for (const name of tts.flatMap(namesOf)) names.add(name, id, gendered ? 'keyword' : 'name', language);
    }
  }
  return names;
}

/**
 * Everyday nouns that were written down by hand for the bundle's things, under the emoji that the things are named by.
 */
function addByHand(names, emoji) {
  const byName = new Map();
  for (const [id, { label, codes }] of emoji.entries()) for (const code of codes) if (!byName.has(code.replaceAll('_', ' '))) byName.set(code.replaceAll('_', ' '), id);
  for (const [id, { label }] of [...emoji.entries()].reverse()) byName.set(label, id).set(label.replace(/ face$/, ''), byName.get(label.replace(/ face$/, '')) ?? id);
  const yaml = (file) => load(readFileSync(new URL(file, DATA), 'utf8'));
  const { things } = yaml('things.yaml');
  const ids = new Map(emoji.map(({ emoji: characters }, id) => [characters, id]));
  for (const [name, words] of Object.entries(yaml('names.yaml').things)) {
    const listed = things[name]?.emoji?.[0];
    const id = listed === undefined ? byName.get(name) : ids.get(bare(listed));
    if (id === undefined) {
      console.warn(`names.yaml: no emoji for ${name}`);
      continue;
    }
    for (const [language, nouns] of Object.entries(words)) for (const noun of nouns) names.add(fold(noun), id, 'name', language);
  }
}

function namesTable(names) {
  const languages = new Set();
  const counts = new Map();
  const uses = new Map();
  for (const [text, use] of names.strings) {
    const kept = [];
    for (const [key, set] of use) {
      const [id, kind] = key.split(' ');
      const named = use.get(`${id} name`);
      const spoken = [...set].filter((language) => kind === 'name' || !named?.has(language)).sort();
      if (spoken.length === 0) continue;
      for (const language of spoken) languages.add(language);
      const group = spoken.join(' ');
      counts.set(group, (counts.get(group) ?? 0) + 1);
      kept.push([Number(id), kind, group]);
    }
    uses.set(text, kept.sort(([a], [b]) => a - b));
  }
  const groups = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).map(([group]) => group);
  const numbers = new Map(groups.map((group, k) => [group, k]));
  const entries = new Map(
    [...uses].map(([text, kept]) => [
      text,
      kept.flatMap(([id, kind, group], k) => [
        ...varint((id << 2) | (kind === 'name' ? 2 : 0) | (k === kept.length - 1 ? 1 : 0)),
        ...varint(numbers.get(group)),
      ]),
    ]),
  );
  return writeTable(entries, { languages: groups });
}

const emoji = readEmoji();
const known = new Map(emoji.map(({ emoji: characters }, id) => [characters, id]));
const names = readCldr(known, emoji);
addByHand(names, emoji);
const alike = load(readFileSync(new URL('alike.yaml', import.meta.url), 'utf8'));
const { kinds, near, words, parts, enclosing, ingredients } = readWordNet(emoji, load(readFileSync(new URL('things.yaml', DATA), 'utf8')).things, alike);
const lists = [...new Set([...near.values()].map((names) => names.join('|')))].sort();
const listNumbers = new Map(lists.map((list, k) => [list, k]));
const parents = [...new Set([...kinds.values()].map(({ parent }) => parent))].sort();
const numbers = new Map(parents.map((parent, k) => [parent, k]));
const files = {
  'names.bin': namesTable(names),
  'kinds.bin': writeTable(new Map([...kinds].map(([kind, { parent, depth }]) => [kind, [...varint(numbers.get(parent)), depth]])), { parents, ...enclosing, ingredients }),
  'near.bin': writeTable(new Map([...near].map(([noun, names]) => [noun, varint(listNumbers.get(names.join('|')))])), { lists }),
  'parts.bin': writeTable(new Map(parts.map((part) => [part, []]))),
  'english.bin': writeTable(new Map(words.map((word) => [word, []]))),
  'alike.json': Buffer.from(`${JSON.stringify(alike, null, 0).replaceAll('],', '],\n').replaceAll('},', '},\n')}\n`),
  'emoji.json': Buffer.from(`[\n${emoji.map(({ emoji: characters, label, codes }) => JSON.stringify([characters, label, ...codes])).join(',\n')}\n]\n`),
};
for (const [name, content] of Object.entries(files)) {
  writeFileSync(new URL(name, OUT), content);
  console.log(name, content.length);
}
console.log(names.strings.size, 'names', kinds.size, 'kinds', words.length, 'words', parts.length, 'parts');
