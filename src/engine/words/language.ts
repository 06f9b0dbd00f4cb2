import type { Manifest } from '../bundle/manifest.js';
import { type Entries, type Entry, type Finder, finder, forms } from './finder.js';
import { LANGUAGES } from './languages/languages.js';
import type { Wording } from './languages/wording.js';
import { plural } from './plurals.js';
import { withoutAccents, wordsOf } from './spelling.js';

/** What a manifest says of words. */
export type NamingManifest = Pick<Manifest, 'concepts' | 'styles' | 'words' | 'names'> & {
  readonly limits: Pick<Manifest['limits'], 'objects'>;
  readonly tables: Pick<Manifest['tables'], 'colours' | 'moods' | 'relations'> & {
    readonly marks: Readonly<Record<string, { readonly words: readonly string[] }>>;
  };
};

/** A word or some, found in a text. */
export interface Found {
  /** What the bundle's captions call it. */
  english: string;
  /** How many words. */
  length: number;
  /** Whether they stand as they are listed. */
  isExact: boolean;
}

/** A thing found in a text. */
export interface FoundThing extends Found {
  /** Whether it is called by its own name and not by a synonym. */
  isName: boolean;
  isPlural: boolean;
}

/** A language in which a bundle can be asked. Words are in lower case and have no accents. */
export interface Language {
  readonly isEnglish: boolean;
  readonly wording: Wording;
  /** In one picture. */
  readonly mostThings: number;
  /** What is named from a word on, by as many words as name something. */
  thingAt(words: readonly string[], start: number): FoundThing | undefined;
  colourAt(words: readonly string[], start: number): Found | undefined;
  /** The English word for a mood, which may be the word for several of the bundle's. */
  moodAt(words: readonly string[], start: number): Found | undefined;
  /** The English words for how the thing that follows stands to the one before. */
  linkAt(words: readonly string[], start: number): Found | undefined;
  isStyle(word: string): boolean;
  /** Whether a word with a hyphen is one of those of a thing's name: “pick-up”. */
  isHyphenated(word: string): boolean;
  /** Whether the bundle's prompts have had a word in whatever form, or it says nothing of the picture. */
  isFamiliar(word: string): boolean;
}

const known = new WeakMap<NamingManifest, readonly Language[]>();

/** The languages that a bundle can be asked in, English first. */
export function languagesOf(manifest: NamingManifest): readonly Language[] {
  const languages = known.get(manifest) ?? readLanguages(manifest);
  known.set(manifest, languages);
  return languages;
}

function readLanguages(manifest: NamingManifest): Language[] {
  const { concepts, names = {}, styles, limits, tables } = manifest;
  const ownMoods = moodWords(tables);
  const english = familiarWords(manifest, ownMoods);
  return Object.entries(LANGUAGES).flatMap(([code, wording]) => {
    const isEnglish = code === 'en';
    const own = names[code];
    if (!isEnglish && !own) return [];
    const named = isEnglish ? concepts : [];
    const colours = entries(own?.colours, isEnglish ? Object.keys(tables.colours) : []);
    const links = { ...wording.links, ...(isEnglish && relationWords(tables)) };
    const moods = isEnglish
      ? entries({}, ownMoods)
      : entries(Object.fromEntries(Object.entries(wording.moods).filter(([, mood]) => ownMoods.includes(mood))));
    const idle = new Set(wording.idle);
    const things = new Map([...entries(own?.things), ...plurals(named), ...entries({}, named)]);
    const findThing = finder(things, wording.nouns);
    const hyphenated = new Set(
      [...things.keys()].flatMap((name) => name.split(' ').filter((word) => word.includes('-'))),
    );
    return {
      isEnglish,
      wording,
      mostThings: limits.objects,
      thingAt(words, start) {
        const found = findThing(words, start);
        if (!found) return undefined;
        const { asked, form, entry, ...rest } = found;
        // A plural is longer than its singular.
        const isPlural = entry.isPlural ?? (asked !== form && asked.length >= form.length);
        return { ...rest, english: entry.english, isName: entry.isName, isPlural };
      },
      colourAt: simple(finder(withOthers(colours, wording), wording.adjectives)),
      moodAt: simple(finder(moods, wording.adjectives)),
      linkAt: simple(finder(entries(links), [])),
      isHyphenated: (word) => hyphenated.has(word),
      isStyle: (word) => styles.includes(word),
      isFamiliar: (word) => idle.has(word) || english === undefined || english(word),
    };
  });
}

function moodWords({ moods, marks }: NamingManifest['tables']): string[] {
  const signs = Object.values(marks).flatMap(({ words }) => words);
  return [...new Set([...Object.keys(moods), ...Object.values(moods).flat(), ...Object.keys(marks), ...signs])];
}

/** Every word that stands for a relation, once as itself: what it is called in English prompts is what they say. */
function relationWords({ relations }: NamingManifest['tables']): Record<string, string> {
  return Object.fromEntries(
    Object.entries(relations).flatMap(([name, words]) => [name, ...words].map((word) => [word, word])),
  );
}

/** Whether English prompts of the bundle have a word in some form; undefined where the bundle does not list their words. */
function familiarWords(manifest: NamingManifest, moods: readonly string[]): ((word: string) => boolean) | undefined {
  const { words, concepts, names, styles, tables } = manifest;
  if (words === undefined) return undefined;
  const listed = [
    words,
    concepts,
    Object.keys(names?.en?.things ?? {}),
    styles,
    moods,
    Object.keys(tables.colours),
    Object.keys(relationWords(tables)),
  ];
  const used = new Set(listed.flat().flatMap((name) => withoutAccents(name).split(' ')));
  return (word) => forms(word, LANGUAGES.en.nouns).some((form) => used.has(form));
}

/** @param names those that stand for themselves */
function entries(others: Readonly<Record<string, string>> = {}, names: readonly string[] = []): Map<string, Entry> {
  return new Map([
    ...Object.entries(others).map(([name, english]): [string, Entry] => [asRead(name), { english, isName: false }]),
    ...names.map((name): [string, Entry] => [asRead(name), { english: name, isName: true }]),
  ]);
}

/** “Hearts” are more than one heart before they are a suit of cards, and “mice” have no ending to take off. */
function plurals(names: readonly string[]): [string, Entry][] {
  return names.map((name) => [asRead(plural(name)), { english: name, isName: true, isPlural: true }]);
}

/** The colours and, under names that the bundle has not, the nearest of them. */
function withOthers(colours: Entries, { otherColours }: Wording): Entries {
  const others = Object.entries(otherColours).flatMap(([name, nearest]): [string, Entry][] => {
    const entry = colours.get(nearest);
    return entry ? [[name, entry]] : [];
  });
  return new Map([...others, ...colours]);
}

function simple(find: Finder): (words: readonly string[], start: number) => Found | undefined {
  return (words, start) => {
    const found = find(words, start);
    return found && { english: found.entry.english, length: found.length, isExact: found.isExact };
  };
}

/** A name as it stands in a text that is read. */
function asRead(name: string): string {
  return wordsOf(name).map(withoutAccents).join(' ');
}
