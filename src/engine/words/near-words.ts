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
  let byDeletion: Map<string, string[]> | undefined;
  const deletions = () => {
    byDeletion ??= deletionsOf(known);
    return byDeletion;
  };
  return {
    misspelled(word) {
      if (word.length < SHORTEST || !/^[a-z]+$/.test(word)) return undefined;
      const found = new Set<string>();
      for (const part of [word, ...without(word)]) {
        if (known.has(part)) found.add(part);
        for (const candidate of deletions().get(part) ?? []) found.add(candidate);
      }
      // What begins alike is likelier meant.
      const near = [...found].filter((one) => isNear(word, one));
      return near.find((one) => one[0] === word[0]) ?? near[0];
    },
    alike: remembered((word) => {
      const pairs = pairsOf(word);
      const candidates = byFirstLetter.get(word[0] ?? '') ?? [];
      const shares = candidates.map((one): [string, number] => [one, likeness(pairs, pairsOf(one), word, one)]);
      return shares
        .filter(([, share]) => share >= ALIKE)
        .sort((a, b) => b[1] - a[1])
        .slice(0, MOST_NEAREST)
        .map(([one]) => one);
    }),
  };
}

const without = (word: string): string[] => [...word].map((_, k) => word.slice(0, k) + word.slice(k + 1));

function deletionsOf(words: Iterable<string>): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const word of words) {
    if (!/^[a-z]+$/.test(word)) continue;
    for (const part of new Set(without(word))) {
      const others = found.get(part);
      if (others) others.push(word);
      else found.set(part, [word]);
    }
  }
  return found;
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

function pairsOf(word: string): Set<string> {
  const pairs = new Set<string>();
  for (let k = 0; k + 1 < word.length; k++) pairs.add(word.slice(k, k + 2));
  return pairs;
}

function likeness(pairs: ReadonlySet<string>, others: ReadonlySet<string>, word: string, other: string): number {
  let both = 0;
  for (const pair of pairs) if (others.has(pair)) both += 1;
  const share = (2 * both) / Math.max(1, pairs.size + others.size);
  return share + (word.length > 3 && other.startsWith(word.slice(0, 4)) ? 0.2 : 0);
}
