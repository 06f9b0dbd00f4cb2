import { englishDataset, englishRecommendedTransformers, RegExpMatcher } from 'obscenity';
import { ownValue } from '../../../engine/basics/index.js';
import { LEET } from './leet.js';
import { isOrdinary } from './ordinary.js';
import { ORDINARY_WORDS } from './ordinary-words.js';
import { plainWords } from './plain-text.js';
import { glyphOf, READING_KINDS } from './readings.js';
import { searchTerm } from './search.js';
import { type TermTree, termTree } from './term-tree.js';

const dataset = englishDataset.build();
const matcher = new RegExpMatcher({
  ...dataset,
  ...englishRecommendedTransformers,
  whitelistedTerms: [...(dataset.whitelistedTerms ?? []), ...ORDINARY_WORDS],
});

const BLANKS = /[\u200b\u2800\u3164\uffa0\u115f\u1160]/gu;
/** Three or more single letters set apart, as in `f u c k` or `f.u.c.k`. */
const SPACED_OUT = /(?<![\p{L}\p{N}])\p{L}(?:[\s._*-]+\p{L}(?![\p{L}\p{N}])){2,}/gu;
/** Endings that words of the list have in English, besides plurals. */
const ENDINGS = ['ed', 'er', 'ers', 'ing', 'in', 'y'];
/** Words of the list that are words of other meaning when bent: “rapped”, “sexed”, “titer”. */
const SHORTEST_BENT = 4;

/** Those and others, as they stand behind a word within a longer one. */
const BOUND_ENDINGS = new Set([
  ...ENDINGS,
  ...'s es z able ably ah ally est ez f ful ie ied ier iest ies ings ish it k ked ker kers king kin less let ling ly n na ness o or ous t tard te ted ter tery ting ty um ytail'.split(
    ' ',
  ),
]);
/** Endings of Latin and Spanish names. */
const AT_THE_END_OF_NAMES = /.an(?:us|al)$/i;
const SHORTEST_PART = 3;
const LONGEST_PART = 30;

const trees = new Map<string, TermTree>();
const MOST_TREES = 16;

/**
 * The first profane English word of a text, by the list of the `obscenity` library; null when there is none. Within
 * longer words it is found as the library finds it, as a word by itself in every disguise that `searchTerm` sees
 * through.
 *
 * @param allowed words that are let through: one of the list, or a word or phrase as it stands in the text
 * @returns the word as the list has it
 */
export function findProfanity(text: string, allowed: readonly string[]): string | null {
  const allowedWords = new Set(allowed.map((term) => plainWords(term).join(' ')));
  const word =
    inside(text, '', allowed, allowedWords) ??
    (text.search(BLANKS) >= 0 ? inside(text, ' ', allowed, allowedWords) : null);
  return word ?? searchTerm(without(text, allowed), treeWithout(allowedWords), true);
}

/** The first word of the list that the library finds in a text whose blanks are read as nothing or as spaces. */
function inside(
  text: string,
  blank: string,
  allowed: readonly string[],
  allowedWords: ReadonlySet<string>,
): string | null {
  const plain = without(inLatin(text.replaceAll(BLANKS, blank)), allowed);
  for (const match of matcher.getAllMatches(plain, true)) {
    const found = plain.slice(match.startIndex, match.endIndex + 1);
    // The list reads digits as letters, but a number by itself is a number.
    if (!/\p{L}/u.test(found) || !isOwnWord(plain, match.startIndex, match.endIndex + 1)) continue;
    const word = englishDataset.getPayloadWithPhraseMetadata(match).phraseMetadata?.originalWord ?? found;
    if (!allowedWords.has(word)) return word;
  }
  return null;
}

/**
 * Whether what is found in a longer word is a word in it: before it stands nothing or another word, behind it that or
 * an ending.
 */
function isOwnWord(text: string, from: number, to: number): boolean {
  const head = /[\p{L}\p{M}\p{N}]{0,30}$/u.exec(text.slice(Math.max(0, from - LONGEST_PART), from))![0];
  const tail = /^[\p{L}\p{M}\p{N}]{0,30}/u.exec(text.slice(to, to + LONGEST_PART))![0];
  if (AT_THE_END_OF_NAMES.test(head + text.slice(from, to))) return false;
  const isWord = (part: string) => part.length >= SHORTEST_PART && isOrdinary(part);
  const [before, behind] = [head, tail].map((part) =>
    part.toLowerCase().replace(/\d/g, (digit) => ownValue(LEET, digit)![0] ?? digit),
  ) as [string, string];
  return (before === '' || isWord(before)) && (behind === '' || BOUND_ENDINGS.has(behind) || isWord(behind));
}

/** The words of the list that are long enough to be found by themselves, less those allowed. */
function treeWithout(allowed: ReadonlySet<string>): TermTree {
  const key = [...allowed].sort().join('\n');
  const kept = trees.get(key);
  if (kept !== undefined) return kept;
  if (trees.size >= MOST_TREES) trees.clear();
  const words = englishDataset.build().blacklistedTerms.flatMap(({ id }) => {
    const word = englishDataset.getPayloadWithPhraseMetadata({ termId: id, matchLength: 0, startIndex: 0, endIndex: 0 })
      .phraseMetadata?.originalWord;
    return word === undefined || allowed.has(word) ? [] : [word];
  });
  const tree = termTree([...new Set(words)].flatMap((term) => bent(term).map((words) => ({ term, words }))));
  trees.set(key, tree);
  return tree;
}

function bent(word: string): string[] {
  if (word.length < SHORTEST_BENT || word.includes(' ')) return [word];
  const stem = word.replace(/e$/, '');
  const isDoubled = /[aeiou][bdgnpt]$/.test(stem) && stem === word;
  return [word, ...ENDINGS.map((ending) => (isDoubled ? stem + stem.at(-1) : stem) + ending)];
}

/**
 * The text less what nobody sees, its look-alikes as the Latin letters that they look like most, letters set apart
 * brought together.
 */
function inLatin(text: string): string {
  return text
    .normalize('NFC')
    .split(/([\s\p{P}]+)/u)
    .map((word) => {
      const characters = [...word].map((one) => [one, glyphOf(one.codePointAt(0)!)] as const);
      // A word of another script is none of English, if not disguised as a whole, which is looked for by itself.
      const isForeign = characters.some(([, { shape, script }]) => shape === 'letter' && script !== 'latin');
      const hasLatin = characters.some(([, { script }]) => script === 'latin');
      if (isForeign && !hasLatin) return ' ';
      return characters
        .map(([one, { shape, isWordy, script, readings }]) => {
          if (shape === 'hidden' || shape === 'mark') return '';
          if (!isWordy || one < '\u0080') return one;
          const latin = readings.find(
            ({ letters, kind }) =>
              (script === 'latin' || kind !== READING_KINDS.plain) && /^[a-z0-9]+$/.test(letters.join('')),
          );
          return latin?.letters.join('') ?? one;
        })
        .join('');
    })
    .join('')
    .replace(SPACED_OUT, (letters) => letters.replace(/[^\p{L}]/gu, ''));
}

const phrases = new Map<string, RegExp | undefined>();

/** The text less the terms where they stand in it as whole words, plural or not. */
function without(text: string, terms: readonly string[]): string {
  const key = terms.join('\n');
  if (!phrases.has(key)) {
    if (phrases.size >= MOST_TREES) phrases.clear();
    phrases.set(key, phraseOf(terms));
  }
  const phrase = phrases.get(key);
  return phrase === undefined ? text : text.replace(phrase, '\n');
}

function phraseOf(terms: readonly string[]): RegExp | undefined {
  const all = terms.map(plainWords).filter((words) => words.length > 0);
  if (all.length === 0) return undefined;
  // Plain words are letters and digits: nothing in them needs escaping. The longest first, as the first that fits is
  // taken.
  const any = all
    .map((words) => words.join('[^\\p{L}\\p{N}]+'))
    .sort((a, b) => b.length - a.length)
    .join('|');
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${any})(?:e?s)?(?![\\p{L}\\p{N}])`, 'giu');
}
