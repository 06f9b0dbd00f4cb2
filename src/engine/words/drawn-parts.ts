import { ownValue } from '../basics/index.js';
import { FACE, PICTURE_KINDS } from '../memory/index.js';
import type { BundleWords } from './bundle-words.js';
import { DRAWN_WITH, LACKING } from './drawn-with.js';
import type { ThingSense } from './sense.js';
import { listed } from './vocabularies.js';
import type { WordTables } from './word-tables.js';

/** What living things are drawn with, whether or not a dictionary says it of them. */
const OF_LIVING =
  listed(`body eye face head ear nose mouth snout muzzle tongue tooth leg arm hand foot paw tail fur hair cheek belly whisker beak feather
  claw finger`);
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
  { parts }: Pick<WordTables, 'parts'>,
  isLiving: (name: string) => boolean,
): DrawnParts {
  const { things, measures, pictures } = bundle.memory;
  const byName = new Map(things.map((thing) => [thing.name, thing]));
  const listedParts = new Map(Object.entries(DRAWN_WITH).map(([name, words]) => [name, new Set(listed(words))]));
  const faces = new Set<string>();
  const icons = new Map<string, Set<string>>();
  const slugsOf = new Map<string, Set<string>>();
  for (const [picture, shown] of measures.shows.entries()) {
    if (measures.kind[picture] !== PICTURE_KINDS.thing) continue;
    const { name } = things[shown]!;
    if ((measures.flags[picture]! & FACE) !== 0) faces.add(name);
    const slug = pictures[picture]!;
    slugsOf.set(name, (slugsOf.get(name) ?? new Set()).add(slug));
    const icon = slug.slice(slug.indexOf(':') + 1).split('/')[0]!;
    icons.set(icon, (icons.get(icon) ?? new Set()).add(name));
  }

  /** What a thing is called, and the words of that: birthday cake, cake. */
  const calledAs = (name: string) => {
    const all = [name, ...(byName.get(name)?.synonyms ?? [])];
    return [...new Set(all.flatMap((one) => [one, one.slice(one.lastIndexOf(' ') + 1)]))];
  };
  const isDrawnWith = (name: string, word: string): boolean => {
    if (listedParts.has(name)) {
      if (listedParts.get(name)!.has(word)) return true;
    } else if (listedParts.get(name.slice(name.lastIndexOf(' ') + 1))?.has(word)) return true;
    if (isLiving(name) && OF_LIVING.includes(word) && !(isOnlyFace(name) && BELOW_HEAD.has(word))) return true;
    if (FACIAL.has(word) && faces.has(name)) return true;
    // “heart with arrow”
    return name.split(' ').slice(0, -1).includes(word) || (name.endsWith(` ${word}`) && name.includes(' with '));
  };
  const isOnlyFace = (name: string) => name.endsWith(' face') || name.endsWith(' head');
  const isPartOf = (name: string, word: string) =>
    calledAs(name).some((one) => parts.find(`${one}|${word}`) !== undefined);
  const has = (name: string, words: readonly string[]) =>
    words.some((word) => isDrawnWith(name, word) || (!isOnlyFace(name) && isPartOf(name, word)));

  /** Things that some of a thing's own pictures are of too: a shortcake is a cake, a cat’s face a cat. */
  const variantsOf = (name: string) => {
    const own = [...icons.values()].filter((names) => names.has(name));
    return [...new Set(own.flatMap((names) => [...names]))].filter((one) => one !== name);
  };
  const lackingOf = (name: string, words: readonly string[]): string[] =>
    Object.entries(ownValue(LACKING, name) ?? {}).flatMap(([parts, slugs]) =>
      listed(parts).some((part) => words.includes(part)) ? slugs.split(' ') : [],
    );
  return {
    apart({ names }, words) {
      const all = names.flatMap((name) => [...(slugsOf.get(name) ?? [])]);
      const unlike = new Set(names.flatMap((name) => lackingOf(name, words)));
      const [having, lacking] = [all.filter((slug) => !unlike.has(slug)), all.filter((slug) => unlike.has(slug))];
      return having.length > 0 && lacking.length > 0 ? { having, lacking } : undefined;
    },
    shows({ names: [name = ''] }, words) {
      const isLooked = listedParts.has(name) || listedParts.has(name.slice(name.lastIndexOf(' ') + 1));
      return isLooked ? words.some((word) => isDrawnWith(name, word)) : name !== '' && has(name, words);
    },
    has: ({ names }, words) => names.length > 0 && has(names[0]!, words),
    without({ names }, words) {
      const variants = names.flatMap(variantsOf);
      // Only where another variant is known to have it does the want of it say something.
      return words.some((word) => BELOW_HEAD.has(word)) || variants.some((name) => has(name, words))
        ? variants.filter((name) => !has(name, words))
        : [];
    },
  };
}
