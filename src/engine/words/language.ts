import type { Manifest } from '../bundle/manifest.js';
import { COLOUR_NAMES } from '../latents/colour-names.js';
import { type Inflection, LANGUAGES, type Wording } from './languages.js';
import { withoutAccents } from './spelling.js';

/** What a manifest says of words. */
export type NamingManifest = Pick<Manifest, 'concepts' | 'words' | 'names'> & {
  readonly limits: Pick<Manifest['limits'], 'objects'>;
};

/** Whether the bundle's captions consist of names, of which it has a list. */
export function hasNames({ names }: NamingManifest): boolean {
  return names?.en !== undefined;
}

/** A word or some, found in a text. */
export interface Found {
  /** Its English name. */
  english: string;
  /** As the bundle's captions write it, without accents. */
  captioned: string;
}

/** A language in which a bundle can be asked. Words are in lower case and have no accents. */
export interface Language {
  readonly isEnglish: boolean;
  readonly wording: Wording;
  /** In one picture. */
  readonly mostThings: number;
  /** The thing that is named from a word on, by as many words as name one, and how many these are. */
  thingAt(words: readonly string[], start: number): (Found & { length: number }) | undefined;
  colourOf(word: string): Found | undefined;
  /** Whether captions have a word that names no thing, in whatever language: “sticker”, “style”, “violet”. */
  isFamiliar(word: string): boolean;
}

const known = new WeakMap<NamingManifest, readonly Language[]>();

/** The languages that a bundle's captions use, English first. */
export function languagesOf(manifest: NamingManifest): readonly Language[] {
  const languages = known.get(manifest) ?? readLanguages(manifest);
  known.set(manifest, languages);
  return languages;
}

function readLanguages(manifest: NamingManifest): Language[] {
  const { concepts, words, names = {}, limits } = manifest;
  const used = words && new Set(words);
  const isFamiliar = familiarIn(names, used);
  return Object.entries(LANGUAGES).flatMap(([code, wording]) => {
    const isEnglish = code === 'en';
    const own = names[code];
    if (!isEnglish && !own) return [];
    const things = new Map([...(isEnglish ? alike(concepts) : []), ...entriesOf(own?.things)]);
    const colours = new Map(isEnglish ? alike(englishColours(names, used)) : entriesOf(own?.colours));
    const allColours = withOthers(colours, wording);
    return {
      isEnglish,
      wording,
      mostThings: limits.objects,
      isFamiliar,
      thingAt: thingFinder(things, wording),
      colourOf: (word) => firstOf(allColours, forms(word, wording.colours)),
    };
  });
}

type Names = NonNullable<NamingManifest['names']>;

function familiarIn(names: Names, used: ReadonlySet<string> | undefined): Language['isFamiliar'] {
  const inThings = Object.values(names).flatMap(({ things }) => entriesOf(things).flatMap(([name]) => name.split(' ')));
  const naming = new Set(inThings);
  return (word) =>
    used === undefined || forms(word, LANGUAGES.en!.nouns).some((form) => used.has(form) && !naming.has(form));
}

function thingFinder(things: ReadonlyMap<string, Found>, { nouns }: Wording): Language['thingAt'] {
  const longest = Math.max(0, ...[...things.keys()].map((name) => name.split(' ').length));
  return (words, start) => {
    for (let length = Math.min(longest, words.length - start); length > 0; length--) {
      const found = firstOf(things, phrases(words.slice(start, start + length), nouns));
      if (found) return { ...found, length };
    }
    return undefined;
  };
}

/** The colours and, under names that captions lack, the nearest of them. */
function withOthers(colours: ReadonlyMap<string, Found>, { otherColours }: Wording): Map<string, Found> {
  const others = Object.entries(otherColours).flatMap(([name, captioned]): [string, Found][] => {
    const nearest = colours.get(captioned);
    return nearest ? [[name, nearest]] : [];
  });
  return new Map([...others, ...colours]);
}

/** Those that other languages have names for, or else those among the words of captions. */
function englishColours(names: Names, used: ReadonlySet<string> | undefined): string[] {
  const translated = new Set(Object.values(names).flatMap(({ colours }) => Object.values(colours)));
  return translated.size > 0 ? [...translated] : Object.keys(COLOUR_NAMES).filter((name) => used?.has(name) ?? true);
}

function alike(names: readonly string[]): [string, Found][] {
  return names.map((name) => [name, { english: name, captioned: name }]);
}

function entriesOf(names: Readonly<Record<string, string>> = {}): [string, Found][] {
  return Object.entries(names).map(([name, english]) => {
    const captioned = withoutAccents(name);
    return [captioned, { english, captioned }];
  });
}

function firstOf(names: ReadonlyMap<string, Found>, asked: readonly string[]): Found | undefined {
  const name = asked.find((one) => names.has(one));
  return name === undefined ? undefined : names.get(name);
}

/** What captions may have for a word, itself first. */
function forms(word: string, inflections: readonly Inflection[]): string[] {
  const bent = inflections.filter(([ending]) => ending.test(word));
  return [word, ...bent.map(([ending, captioned]) => word.replace(ending, captioned))];
}

/** What captions may have for a name, of which each word may be bent: “perritos calientes”. */
function phrases(words: readonly string[], inflections: readonly Inflection[]): string[] {
  return words
    .map((word) => forms(word, inflections))
    .reduce((starts, ends) => starts.flatMap((start) => ends.map((end) => `${start} ${end}`)));
}
