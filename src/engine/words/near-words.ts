import { remembered } from './remembered.js';

/** Letters that a misspelled word has at least: of shorter ones another is meant as often. */
const SHORTEST = 5;
const MOST_NEAREST = 3;
/** Pairs of letters that two words share, of all that they have. */
const ALIKE = 0.5;

/** Finds words that are nearly others. */
export interface NearWords {
  /** A word that differs by one letter, or by two that changed their places (Damerau-Levenshtein distance 1). */
  misspelled(word: string): string | undefined;
  /** At most three words that begin with the same letter and look alike, the likest first. */
  alike(word: string): string[];
}

/** @param words the likelier before the others */
export function nearWords(words: readonly string[]): NearWords {
  const known = new Set(words.filter((word) => word.length >= SHORTEST - 1));
  const byFirstLetter = new Map<string, string[]>();
  for (const word of words) {
    const others = byFirstLetter.get(word[0]!);
    if (others) others.push(word);
    else byFirstLetter.set(word[0]!, [word]);
  }
  return {
    misspelled(word) {
      if (word.length < SHORTEST || !/^[a-z]+$/.test(word)) return undefined;
      // What begins alike is likelier meant.
      return (
        byFirstLetter.get(word[0]!)?.find((one) => isNear(word, one) && known.has(one) && ONE_WORD.test(one)) ??
        otherwiseBegun(word).find((one) => known.has(one))
      );
    },
    alike: remembered((word) => {
      const candidates = byFirstLetter.get(word[0] ?? '') ?? [];
      const likenessTo = likenessOf(word);
      return candidates
        .map((one): [string, number] => [one, likenessTo(one)])
        .filter(([one, share]) => share >= ALIKE && isAlike(word, one))
        .sort((a, b) => b[1] - a[1])
        .slice(0, MOST_NEAREST)
        .map(([one]) => one);
    }),
  };
}

/** Letters of a word that another begins with, or has among its own. */
const SHORTEST_SHARED = 5;
/** Letters of a word of which two may differ, and not one. */
const LONG = 8;

/** Whether somebody may have meant a word that looks like another, or a name that has it: “pot” is no potato. */
function isAlike(word: string, other: string): boolean {
  const [shorter, longer] = word.length < other.length ? [word, other] : [other, word];
  if (shorter.length >= SHORTEST_SHARED && longer.startsWith(shorter)) return true;
  // Of the shortest a letter was forgotten: a hart is a heart, and no harp.
  if (word.length < SHORTEST) return word.length === SHORTEST - 1 && other.length === SHORTEST && isNear(word, other);
  return distance(word, other) <= (word.length < LONG ? 1 : 2);
}

/** How many letters are to be put in, left out or changed (Levenshtein distance). */
function distance(one: string, other: string): number {
  let above = Array.from({ length: other.length + 1 }, (_, k) => k);
  for (let k = 1; k <= one.length; k++) {
    const row = [k];
    for (let at = 1; at <= other.length; at++) {
      const changed = above[at - 1]! + (one[k - 1] === other[at - 1] ? 0 : 1);
      row.push(Math.min(changed, above[at]! + 1, row[at - 1]! + 1));
    }
    above = row;
  }
  return above[other.length]!;
}

const ONE_WORD = /^[a-z]+$/;
const ALPHABET = [...'abcdefghijklmnopqrstuvwxyz'];

/** All words that an edit of the first letter makes. */
function otherwiseBegun(word: string): string[] {
  const rest = word.slice(1);
  return [
    word[1]! + word[0]! + word.slice(2),
    rest,
    ...ALPHABET.flatMap((letter) => (letter === word[0] ? [] : [letter + rest, letter + word])),
  ];
}

/** Whether two different words are one edit apart. */
export function isNear(one: string, other: string): boolean {
  if (Math.abs(one.length - other.length) > 1 || one === other) return false;
  let k = 0;
  while (k < one.length && one[k] === other[k]) k += 1;
  const [a, b] = [one.slice(k), other.slice(k)];
  if (a.slice(1) === b.slice(1) || a === b.slice(1) || a.slice(1) === b) return true;
  return a.length > 1 && a[0] === b[1] && a[1] === b[0] && a.slice(2) === b.slice(2);
}

/** Where a pair of letters is marked; letters beyond ASCII share the places of others. */
const placeOf = (word: string, k: number) => ((word.charCodeAt(k) & 127) << 7) | (word.charCodeAt(k + 1) & 127);

/**
 * How alike a word is to others: the share of their pairs of letters that both have, and more where they begin alike.
 */
function likenessOf(word: string): (other: string) => number {
  const marks = new Uint16Array(128 * 128);
  let pairs = 0;
  for (let k = 0; k + 1 < word.length; k++) {
    const place = placeOf(word, k);
    if (marks[place] === 0) pairs += 1;
    marks[place] = 1;
  }
  let round = 1;
  return (other) => {
    round += 1;
    let [both, others] = [0, 0];
    for (let k = 0; k + 1 < other.length; k++) {
      const place = placeOf(other, k);
      others += 1;
      if (marks[place] === 0 || marks[place] === round) continue;
      marks[place] = round;
      both += 1;
    }
    const share = (2 * both) / Math.max(1, pairs + others);
    return share + (word.length > 3 && other.startsWith(word.slice(0, 4)) ? 0.2 : 0);
  };
}
