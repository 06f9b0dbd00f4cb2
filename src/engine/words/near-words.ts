import { remembered } from './remembered.js';

/** Letters that a misspelled word has at least: of shorter ones another is meant as often. */
const SHORTEST = 5;
const MOST_NEAREST = 3;
/** Pairs of letters that two words share, of all that they have. */
const ALIKE = 0.5;

/** Finds words that are nearly others. */
export interface NearWords {
  /**
   * A word that differs by one letter, or by two that changed their places (Damerau-Levenshtein distance 1), or sounds
   * alike.
   */
  misspelled(word: string): string | undefined;
  /** A word of another spelling that sounds alike: “capivara”, “spagetti”. */
  sounding(word: string): string | undefined;
  /** At most three words that begin with the same letter and look alike, the likest first. */
  alike(word: string): string[];
}

/** @param words the likelier before the others, each once */
export function nearWords(words: readonly string[]): NearWords {
  const index = new WordIndex(words);
  return {
    misspelled(word) {
      if (word.length < SHORTEST || !ONE_WORD.test(word)) return undefined;
      // What begins alike is likelier meant.
      return index.oneEditFrom(word) ?? index.otherwiseBegun(word) ?? index.sounding(word);
    },
    sounding: (word) => (ONE_WORD.test(word) ? index.sounding(word) : undefined),
    alike: remembered((word) => index.alike(word)),
  };
}

/** And one that is known by its sound: “pils” are no pills. */
const SHORTEST_SOUNDING = 6;

const ONE_WORD = /^[a-z]+$/;

/** Words by what those keep that are nearly the same; lists are in the order of the words. */
class WordIndex {
  readonly #words: readonly string[];
  /** All of {@link SHORTEST} − 1 letters and more, by their first two, and by their first and last two. */
  readonly #byEnds = new Map<string, number[]>();
  /** First letters of those that are single words, by what follows them. */
  readonly #begun = new Map<string, string>();
  /** The first single word of each sound. */
  readonly #bySound = new Map<string, string>();
  /** All, by their first letter and length. */
  readonly #byLength = new Map<string, number[]>();
  /** All of so many letters, by the first {@link SHORTEST_SHARED}. */
  readonly #byBeginning = new Map<string, number[]>();

  constructor(words: readonly string[]) {
    this.#words = words;
    for (const [k, word] of words.entries()) {
      note(this.#byLength, lengthKey(word, word.length), k);
      if (word.length >= SHORTEST_SHARED) note(this.#byBeginning, word.slice(0, SHORTEST_SHARED), k);
      if (word.length < SHORTEST - 1) continue;
      note(this.#byEnds, firstTwo(word), k);
      note(this.#byEnds, firstAndLast(word), k);
      if (ONE_WORD.test(word) && !this.#bySound.has(soundOf(word))) this.#bySound.set(soundOf(word), word);
      if (ONE_WORD.test(word)) this.#begun.set(word.slice(1), (this.#begun.get(word.slice(1)) ?? '') + word[0]!);
    }
  }

  /** The first single word that an edit of another letter than the first makes. */
  oneEditFrom(word: string): string | undefined {
    let first: number | undefined;
    for (const list of this.#nearIn(word))
      for (const k of list ?? []) {
        if (first !== undefined && k >= first) break;
        const one = this.#words[k]!;
        if (isNear(word, one) && ONE_WORD.test(one)) first = k;
      }
    return first === undefined ? undefined : this.#words[first];
  }

  /** All words that one edit of another letter than the first makes are in one of these. */
  #nearIn(word: string): (readonly number[] | undefined)[] {
    // One that changes the second letter leaves the last two as they are.
    return [this.#byEnds.get(firstTwo(word)), this.#byEnds.get(firstAndLast(word))];
  }

  /** The first word that an edit of the first letter makes. */
  otherwiseBegun(word: string): string | undefined {
    const rest = word.slice(1);
    const turned = word[1]! + word[0]! + word.slice(2);
    for (const one of [turned, rest]) if (this.#begun.get(one.slice(1))?.includes(one[0]!)) return one;
    const [changed = '', added = ''] = [this.#begun.get(rest), this.#begun.get(word)];
    const first = [...changed, ...added].filter((letter) => letter !== word[0]).sort()[0];
    if (first === undefined) return undefined;
    return first + (changed.includes(first) ? rest : word);
  }

  /** The first single word of the same sound. */
  sounding(word: string): string | undefined {
    if (word.length < SHORTEST_SOUNDING) return undefined;
    const sounding = this.#bySound.get(soundOf(word));
    return sounding === word ? undefined : sounding;
  }

  /** As {@link NearWords.alike}. */
  alike(word: string): string[] {
    const found = new Map<number, number>();
    let likenessTo: ((other: string) => number) | undefined;
    for (const list of this.#alikeIn(word))
      for (const k of list ?? []) {
        const one = this.#words[k]!;
        if (found.has(k) || !isAlike(word, one)) continue;
        likenessTo ??= likenessOf(word);
        const share = likenessTo(one);
        if (share >= ALIKE) found.set(k, share);
      }
    return [...found]
      .sort(([a, share], [b, other]) => other - share || a - b)
      .slice(0, MOST_NEAREST)
      .map(([k]) => this.#words[k]!);
  }

  /** All words that `isAlike` holds of and that begin with the same letter are in one of these. */
  #alikeIn(word: string): (readonly number[] | undefined)[] {
    if (word.length < SHORTEST - 1) return [];
    if (word.length < SHORTEST) return [this.#byLength.get(lengthKey(word, SHORTEST))];
    const lists = [this.#byBeginning.get(word.slice(0, SHORTEST_SHARED))];
    const most = mostApart(word);
    if (most === 1) return [...lists, ...this.#nearIn(word)];
    for (let length = word.length - most; length <= word.length + most; length++)
      lists.push(this.#byLength.get(lengthKey(word, length)));
    return lists;
  }
}

/** Letters that sound alike in one language or another, as one; of doubled ones one. */
function soundOf(word: string): string {
  let sound = word;
  for (const [letters, one] of SOUNDS) sound = sound.replaceAll(letters, one);
  return sound.replaceAll(/(.)\1+/g, '$1');
}
const SOUNDS: readonly (readonly [RegExp, string])[] = [
  [/ph/g, 'f'],
  [/ck|qu|[cqx]/g, 'k'],
  [/(?<=[gkrt])h/g, ''],
  [/y/g, 'i'],
  [/[vw]/g, 'b'],
  [/z/g, 's'],
  [/(?<=.)e$/g, ''],
];

const firstTwo = (word: string) => word.slice(0, 2);
const firstAndLast = (word: string) => `${word[0]}…${word.slice(-2)}`;
const lengthKey = (word: string, length: number) => `${word[0]}${length}`;

function note(lists: Map<string, number[]>, key: string, k: number): void {
  const known = lists.get(key);
  if (known) known.push(k);
  else lists.set(key, [k]);
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
  return isWithin(word, other, mostApart(word));
}

const mostApart = (word: string) => (word.length < LONG ? 1 : 2);

/**
 * Whether no more than so many letters are to be put in, left out or changed (Levenshtein distance).
 * @param from where the words begin, of each
 */
function isWithin(one: string, other: string, most: number, from = 0, fromOther = 0): boolean {
  let [k, at] = [from, fromOther];
  while (k < one.length && one[k] === other[at]) {
    k += 1;
    at += 1;
  }
  const [left, leftOther] = [one.length - k, other.length - at];
  if (left === 0 || leftOther === 0) return left + leftOther <= most;
  if (most === 0 || Math.abs(left - leftOther) > most) return false;
  return (
    isWithin(one, other, most - 1, k + 1, at + 1) ||
    isWithin(one, other, most - 1, k, at + 1) ||
    isWithin(one, other, most - 1, k + 1, at)
  );
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

/** The pairs of the word that is compared, one at a time. */
const MARKS = new Uint16Array(128 * 128);

/**
 * How alike a word is to others, until another word is asked for: the share of their pairs of letters that both have,
 * and more where they begin alike.
 */
function likenessOf(word: string): (other: string) => number {
  const marks = MARKS.fill(0);
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
