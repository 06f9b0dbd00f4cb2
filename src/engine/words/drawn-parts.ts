import { ownValue } from '../basics/index.js';
import { FACE, PICTURE_KINDS } from '../memory/index.js';
import type { BundleWords } from './bundle-words.js';
import { DRAWN_WITH, LACKING, PLAINER } from './drawn-with.js';
import type { ThingSense } from './sense.js';
import { listed } from './vocabularies.js';
import type { WordTables } from './word-tables.js';

/** What living things are drawn with, whether or not a dictionary says it of them. */
const OF_LIVING: ReadonlySet<string> = new Set(
  listed(`body eye face head ear nose mouth snout muzzle tongue tooth leg arm hand foot paw tail fur hair cheek belly whisker beak claw
  finger`),
);
/** What every face has. */
const FACIAL: ReadonlySet<string> = new Set(['eye', 'eyes', 'mouth', 'face']);
/** What pictures of a face alone do not show. */
const BELOW_HEAD: ReadonlySet<string> = new Set(listed('body tail leg paw foot arm hand belly claw hoof'));

/** What a bundle's drawings have by themselves. */
export interface DrawnParts {
  /** @param words names of a part, in English or of things */
  has(thing: ThingSense, words: readonly string[]): boolean;
  /**
   * As `has`, but where somebody looked at the drawings not by the dictionary: ships have anchors, and no picture shows
   * one.
   */
  shows(thing: ThingSense, words: readonly string[]): boolean;
  /** Caption names of what shows the same thing without a part; none where nothing is known to do so. */
  without(thing: ThingSense, words: readonly string[]): readonly string[];
  /**
   * Slugs of the thing's pictures that have a part, and of those that lack it; undefined where all are alike in that.
   */
  apart(thing: ThingSense, words: readonly string[]): PicturesApart | undefined;
}

/** Slugs of pictures. */
export interface PicturesApart {
  having: readonly string[];
  lacking: readonly string[];
}

/** @param isLiving whether a thing is an animal or a person */
export function drawnParts(
  bundle: BundleWords,
  tables: Pick<WordTables, 'parts'>,
  isLiving: (name: string) => boolean,
): DrawnParts {
  return new BundleParts(bundle, tables, isLiving);
}

/** What things have that somebody looked at. */
const LOOKED_AT: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries(DRAWN_WITH).map(([name, words]) => [name, new Set(listed(words))]),
);
/** By caption name and words for parts, slugs of the thing's pictures that lack them. */
const WITHOUT: ReadonlyMap<string, readonly { parts: readonly string[]; slugs: readonly string[] }[]> = new Map(
  Object.entries(LACKING).map(([name, lists]) => [
    name,
    Object.entries(lists).map(([parts, slugs]) => ({ parts: listed(parts), slugs: slugs.split(' ') })),
  ]),
);

/** By caption names of things, what their pictures are. */
interface Pictured {
  /** Things of which there is a picture with a face. */
  faces: ReadonlySet<string>;
  /** The things that pictures of one icon are of, by the icon; it has one in each set. */
  ofIcon: ReadonlyMap<string, ReadonlySet<string>>;
  slugsOf: ReadonlyMap<string, ReadonlySet<string>>;
}

class BundleParts implements DrawnParts {
  readonly #table: WordTables['parts'];
  #owners: ReadonlyMap<string, ReadonlySet<string>> | undefined;
  readonly #isLiving: (name: string) => boolean;
  readonly #synonyms: ReadonlyMap<string, readonly string[]>;
  readonly #pictured: Pictured;

  constructor({ memory }: BundleWords, { parts }: Pick<WordTables, 'parts'>, isLiving: (name: string) => boolean) {
    this.#table = parts;
    this.#isLiving = isLiving;
    this.#synonyms = new Map(memory.things.map(({ name, synonyms }) => [name, synonyms]));
    this.#pictured = picturedBy(memory);
  }

  has({ names: [name] }: ThingSense, words: readonly string[]): boolean {
    return name !== undefined && this.#has(name, words);
  }

  shows(thing: ThingSense, words: readonly string[]): boolean {
    const [name = ''] = thing.names;
    const isLooked = LOOKED_AT.has(name) || LOOKED_AT.has(headOf(name));
    return isLooked ? words.some((word) => this.#isDrawnWith(name, word)) : this.has(thing, words);
  }

  without({ names }: ThingSense, words: readonly string[]): readonly string[] {
    const variants = names.flatMap((name) => this.#variantsOf(name));
    // Only where another variant is known to have it does the want of it say something.
    const isTelling = words.some((word) => BELOW_HEAD.has(word)) || variants.some((name) => this.#has(name, words));
    return isTelling ? variants.filter((name) => !this.#has(name, words)) : [];
  }

  apart({ names }: ThingSense, words: readonly string[]): PicturesApart | undefined {
    const all = names.flatMap((name) => [...(this.#pictured.slugsOf.get(name) ?? [])]);
    const unlike = new Set(names.flatMap((name) => slugsWithout(name, words)));
    const [having, lacking] = [all.filter((slug) => !unlike.has(slug)), all.filter((slug) => unlike.has(slug))];
    return having.length > 0 && lacking.length > 0 ? { having, lacking } : undefined;
  }

  #has(name: string, words: readonly string[]): boolean {
    return words.some((word) => this.#isDrawnWith(name, word) || (!isOnlyFace(name) && this.#isPartOf(name, word)));
  }

  #isDrawnWith(name: string, word: string): boolean {
    if ((LOOKED_AT.get(name) ?? LOOKED_AT.get(headOf(name)))?.has(word)) return true;
    if (this.#isLiving(name) && OF_LIVING.has(word) && !(isOnlyFace(name) && BELOW_HEAD.has(word))) return true;
    if (FACIAL.has(word) && this.#pictured.faces.has(name)) return true;
    // “heart with arrow”
    return name.split(' ').slice(0, -1).includes(word) || (name.endsWith(` ${word}`) && name.includes(' with '));
  }

  /** Whether a dictionary says so, of what a thing is called or of the last word of that: birthday cake, cake. */
  #isPartOf(name: string, word: string): boolean {
    this.#owners ??= ownersOfParts(this.#table);
    const owners = this.#owners.get(word);
    // Most words are no part of anything.
    if (owners === undefined) return false;
    const called = [name, ...(this.#synonyms.get(name) ?? [])];
    return called.some((one) => owners.has(one) || owners.has(headOf(one)));
  }

  /**
   * What is drawn of a thing without what it has, and things that some of its own pictures are of too: a shortcake is a
   * cake, a cat’s face a cat.
   */
  #variantsOf(name: string): string[] {
    const own = [...this.#pictured.ofIcon.values()].filter((names) => names.has(name));
    const plainer = ownValue(PLAINER, name);
    const drawn = plainer !== undefined && this.#synonyms.has(plainer) ? [plainer] : [];
    return [...new Set([...drawn, ...own.flatMap((names) => [...names])])].filter((one) => one !== name);
  }
}

/** Nouns by their parts. */
function ownersOfParts(table: WordTables['parts']): ReadonlyMap<string, ReadonlySet<string>> {
  const owners = new Map<string, Set<string>>();
  for (const { text } of table.startingWith('', table.count)) {
    const [noun = '', part = ''] = text.split('|');
    owners.set(part, (owners.get(part) ?? new Set()).add(noun));
  }
  return owners;
}

const headOf = (name: string) => name.slice(name.lastIndexOf(' ') + 1);
const isOnlyFace = (name: string) => name.endsWith(' face') || name.endsWith(' head');

const slugsWithout = (name: string, words: readonly string[]): readonly string[] =>
  (WITHOUT.get(name) ?? []).flatMap(({ parts, slugs }) => (parts.some((part) => words.includes(part)) ? slugs : []));

function picturedBy({ things, measures, pictures }: BundleWords['memory']): Pictured {
  const faces = new Set<string>();
  const ofIcon = new Map<string, Set<string>>();
  const slugsOf = new Map<string, Set<string>>();
  for (const [picture, shown] of measures.shows.entries()) {
    if (measures.kind[picture] !== PICTURE_KINDS.thing) continue;
    const { name } = things[shown]!;
    if ((measures.flags[picture]! & FACE) !== 0) faces.add(name);
    const slug = pictures[picture]!;
    slugsOf.set(name, (slugsOf.get(name) ?? new Set()).add(slug));
    const icon = slug.slice(slug.indexOf(':') + 1).split('/')[0]!;
    ofIcon.set(icon, (ofIcon.get(icon) ?? new Set()).add(name));
  }
  return { faces, ofIcon, slugsOf };
}
