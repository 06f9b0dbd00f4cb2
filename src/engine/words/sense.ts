import type { GroupWay, Pattern, PatternName } from '../memory/index.js';
import { noteBeginnings } from './beginnings.js';
import type { Greeting, Occasion, Size, Spot, Stand, Stature } from './languages/index.js';

/**
 * How sure a name is, the surest first. What looks like a thing (training/words/alike.yaml) is as sure as a name in
 * another language.
 */
export const RANK = { name: 0, synonym: 1, rareTag: 2, foreign: 3, foreignKeyword: 4, keyword: 5, kind: 6 } as const;
export type Rank = (typeof RANK)[keyof typeof RANK];

/** A thing that a word may mean. */
export interface ThingSense {
  role: 'thing';
  /** Caption names, the likeliest first. */
  names: readonly string[];
  rank: Rank;
  /** Whether it says that there are several. */
  isPlural: boolean;
  /** Whether somebody should be told as what it was read. */
  isGuess: boolean;
  /** Colours that are part of the name. */
  colours?: readonly string[];
  /** What is over its body, as the name says: “dalmatian”. */
  pattern?: Pattern;
  /** What it is for, as the name says: “Weihnachtskatze”. */
  occasion?: Occasion;
  /** Whether it is some of it one behind another: “traffic”. */
  isRow?: boolean;
  /** Whether it is several people together: “team”. */
  isGroup?: boolean;
  /** Whether it is somebody's first name. */
  isFirstName?: boolean;
}

/** A thing that is meant where its own name is not said. @param names caption names, the likeliest first */
export const meantThing = (names: readonly string[], isGuess: boolean): ThingSense => ({
  role: 'thing',
  names,
  rank: RANK.synonym,
  isPlural: false,
  isGuess,
});

/** What a word, or some, may mean. */
export type Sense =
  | ThingSense
  | { role: 'colour'; colour: string }
  /** `moods` are names of the bundle's moods and marks, none where it has none of the kind. */
  | { role: 'mood'; word: string; moods: readonly string[] }
  /** `count` may be infinite; `way` is how so many lie on each other. */
  | { role: 'number'; count: number; way?: GroupWay }
  /** Over what something is: “striped”. */
  | { role: 'pattern'; pattern: PatternName }
  | { role: 'on-spot'; spot: Spot }
  | { role: 'size'; size: Size | Stature }
  /**
   * A day, a season or a feast, or what is said to somebody (`isWish`), and caption names of what shows it where
   * nothing else is named.
   */
  | { role: 'occasion'; occasion: Occasion | Greeting; names: readonly string[]; isWish: boolean }
  /** A time that is spent with a thing, which is named before it, or else (`isBefore`) behind. */
  | { role: 'event'; isBefore: boolean }
  /** A part that things have by themselves, by its English name. */
  | { role: 'own-part'; word: string }
  /**
   * `isBehind` where it follows what somebody stands to: “tsuki no ue”, on the moon; `isAct` where more is done than
   * standing so: “hugging”.
   */
  | { role: 'stand'; stand: Stand; isBehind?: boolean; isAct?: boolean }
  /** A style of the bundle's, or none where it has not that one; `isForeign` where no English word is meant. */
  | { role: 'style'; style: string | undefined; isFinish?: boolean; isForeign?: boolean }
  | {
      role:
        | 'article'
        | 'filler'
        | 'trait'
        | 'courtesy'
        | 'definite'
        | 'and'
        | 'of'
        | 'tasting'
        | 'measure'
        | 'part'
        | 'not'
        | 'says'
        | 'sign'
        | 'style-word'
        | 'style-of'
        | 'action'
        | 'place'
        | 'aside'
        | 'row'
        | 'on-head';
    };

export type Role = Sense['role'];

/** Words in their folded form, and what they may mean. */
export class Vocabulary {
  readonly #senses = new Map<string, Sense[]>();
  readonly #beginnings = new Set<string>();
  #prefixes: Set<string> | undefined;

  constructor(readonly language: string) {}

  add(key: string, sense: Sense): void {
    this.#prefixes = undefined;
    noteBeginnings(key, this.#beginnings);
    const senses = this.#senses.get(key);
    if (senses === undefined) this.#senses.set(key, [sense]);
    else if (sense.role !== 'thing') {
      if (!senses.some((one) => isSame(one, sense))) senses.push(sense);
    } else addThing(senses, sense);
  }

  /** Whether something listed has more words, of which these are the first. */
  canBegin(words: string): boolean {
    return this.#beginnings.has(words);
  }

  /** Whether something listed begins with some letters. */
  hasBeginning(letters: string): boolean {
    if (this.#prefixes === undefined) {
      this.#prefixes = new Set();
      for (const key of this.#senses.keys())
        for (let length = 1; length <= key.length; length++) this.#prefixes.add(key.slice(0, length));
    }
    return this.#prefixes.has(letters);
  }

  get(key: string): readonly Sense[] | undefined {
    return this.#senses.get(key);
  }

  entries(): IterableIterator<[string, Sense[]]> {
    return this.#senses.entries();
  }
}

/** The surest things of a word; of several equally sure ones all. */
function addThing(senses: Sense[], sense: ThingSense): void {
  const k = senses.findIndex(({ role }) => role === 'thing');
  const old = senses[k];
  if (old?.role !== 'thing') senses.push(sense);
  else if (sense.rank < old.rank) senses[k] = sense;
  else if (sense.rank === old.rank && sense.isPlural === old.isPlural) {
    senses[k] = { ...sense, ...old, names: [...new Set([...old.names, ...sense.names])] };
  }
}

function isSame(one: Sense, other: Sense): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

export function senseOf<R extends Role>(senses: readonly Sense[], role: R): Extract<Sense, { role: R }> | undefined {
  return senses.find((sense): sense is Extract<Sense, { role: R }> => sense.role === role);
}
