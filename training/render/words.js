// Writes kaleido/data/words.yaml, the nouns that people type for each concept in six more languages: `node words.js`.
// Nouns are CLDR's labels of the concept's emoji; words-overrides.yaml replaces those that describe the picture instead of
// naming the thing, and adds what CLDR does not have (colours, second words).
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import yaml from 'js-yaml';

const LANGUAGES = ['de', 'fr', 'es', 'it', 'pt', 'nl'];
const HEADER = `# Nouns and colours as people type them in six more languages (ISO 639-1). Written by \`node words.js\` in render/: change
# render/words-overrides.yaml, not this file. Nouns are labels from Unicode CLDR (Unicode licence) by way of emojibase-data (MIT), corrected by
# hand where they describe the picture instead of naming the thing; second words and colours were written for this project.
`;

const require = createRequire(import.meta.url);
const dataFile = (name) => new URL(`../kaleido/data/${name}`, import.meta.url);
const readYaml = (url) => yaml.load(readFileSync(url, 'utf8'));

// Has to be render.js's: slugs in concepts.yaml are written in this form.
const normalise = (text) => text.toLowerCase().replace(/[^a-z0-9]/g, '');
// People type the straight apostrophe.
const typed = (label) => label.toLowerCase().replaceAll('’', "'");

/** Normalised English name → hexcode, of [name or names, hexcode] pairs; the first emoji of a name keeps it. */
function byName(pairs) {
  const found = new Map();
  for (const [names, hexcode] of pairs) {
    for (const name of [names].flat().map(normalise)) if (!found.has(name)) found.set(name, hexcode);
  }
  return found;
}

const byLabel = byName(require('emojibase-data/en/compact.json').map(({ label, hexcode }) => [label, hexcode]));
const byShortcode = byName(
  Object.entries(require('emojibase-data/en/shortcodes/emojibase.json')).map(([hexcode, codes]) => [codes, hexcode]),
);
const labels = Object.fromEntries(
  LANGUAGES.map((language) => [
    language,
    new Map(require(`emojibase-data/${language}/compact.json`).map(({ hexcode, label }) => [hexcode, label])),
  ]),
);
const concepts = readYaml(dataFile('concepts.yaml'));
const overrides = readYaml(new URL('words-overrides.yaml', import.meta.url));

for (const concept of Object.keys(overrides.concepts)) {
  if (!(concept in concepts)) throw new Error(`words-overrides.yaml: no concept "${concept}" in concepts.yaml`);
}

function nouns(concept, slugs) {
  // The concept's own name comes first: the plain emoji has a simpler label than its variants (Katze, not Katzengesicht).
  const names = [normalise(concept), ...slugs];
  const of = (emoji) => names.map((name) => emoji.get(name)).find(Boolean);
  // All labels go before any shortcode, as a shortcode can mean another thing (`wave` is a waving hand).
  const hexcode = of(byLabel) ?? of(byShortcode);
  return Object.fromEntries(
    LANGUAGES.map((language) => {
      const label = labels[language].get(hexcode);
      const words = overrides.concepts[concept]?.[language] ?? (label && [typed(label)]);
      if (!words) throw new Error(`no word for "${concept}" in ${language}: add one to words-overrides.yaml`);
      return [language, words];
    }),
  );
}

const inline = (value) => yaml.dump(value, { flowLevel: 0, lineWidth: -1 }).trim();
const section = (title, entries) =>
  `\n${title}:\n${Object.entries(entries)
    .map(([name, words]) => `  ${name}: ${inline(words)}\n`)
    .join('')}`;

const translated = Object.fromEntries(Object.entries(concepts).map(([concept, [slugs]]) => [concept, nouns(concept, slugs)]));
writeFileSync(
  dataFile('words.yaml'),
  HEADER + section('colours', overrides.colours) + section('concepts', translated),
);
