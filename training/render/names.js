// Writes kaleido/data/names.json, what CLDR calls every emoji in English and in six more languages: `node names.js`.
// kaleido/data/names.py looks a model's things up in it; kaleido/data/names.yaml, written by hand, goes before it.
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const LANGUAGES = ['de', 'fr', 'es', 'it', 'pt', 'nl'];
const SHORTCODES = ['emojibase', 'cldr', 'github', 'iamcal', 'joypixels'];
const COUNTRY_FLAGS = [98, 99];
const require = createRequire(import.meta.url);

const plain = (text) =>
  text
    .toLowerCase()
    .replaceAll('’', "'")
    .replaceAll(/[“”"«»]/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim();

/**
 * What people may type of a label: “Künstler(in)” is two nouns, “tête de lion” a lion. None of a list (“Person:
 * Glatze”) or a sentence.
 */
function nouns(label) {
  const text = plain(label).replace(' (tous genres)', '');
  if (/[:,]/.test(text)) return [];
  const bent = /^(\S+)\((in|e|r)\)$/.exec(text);
  if (bent) return [bent[1], bent[1] + bent[2]];
  const whole = text.replace(/ \(.*\)$/, '').replace(/^(rosto|tête) d[e'] ?(?=\p{L}+$)/u, '');
  return whole.split('/').filter((noun) => /^\p{L}/u.test(noun));
}

const labels = Object.fromEntries(
  LANGUAGES.map((language) => [
    language,
    new Map(require(`emojibase-data/${language}/compact.json`).map(({ hexcode, label }) => [hexcode, label])),
  ]),
);
const shortcodes = SHORTCODES.map((set) => require(`emojibase-data/en/shortcodes/${set}.json`));

const lines = require('emojibase-data/en/data.json')
  .filter(({ group, subgroup }) => group !== undefined && !COUNTRY_FLAGS.includes(subgroup))
  .map(({ hexcode, label }) => {
    const name = plain(label);
    const codes = shortcodes.flatMap((set) => set[hexcode] ?? []).map((code) => code.replaceAll(/[_-]/g, ' '));
    const others = [...new Set(codes)].filter((code) => code !== name && !/\d/.test(code));
    const spoken = LANGUAGES.map((language) => [language, nouns(labels[language].get(hexcode) ?? '')]);
    return JSON.stringify({ label: name, codes: others, ...Object.fromEntries(spoken.filter(([, own]) => own.length > 0)) });
  });
writeFileSync(new URL('../kaleido/data/names.json', import.meta.url), `[\n${lines.join(',\n')}\n]\n`);
