import type { Manifest } from '../bundle/manifest.js';
import { COLOUR_NAMES } from '../latents/colour-names.js';
import { type Inflection, LANGUAGES, type Wording } from './languages.js';
import { withoutAccents } from './spelling.js';

/** What a manifest says of words. */
export type NamingManifest = Pick<Manifest, 'concepts' | 'words' | 'names'> & {
  readonly limits: Pick<Manifest['limits'], 'objects'>;
};

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

function readLanguages({ concepts, words, names = {}, limits }: NamingManifest): Language[] {
  const used = words && new Set(words);
  const naming = new Set(
    Object.values(names).flatMap(({ things }) => entriesOf(things).flatMap(([name]) => name.split(' '))),
  );
  const isFamiliar = (word: string) =>
    used === undefined || forms(word, LANGUAGES.en!.nouns).some((form) => used.has(form) && !naming.has(form));
  const englishColours = Object.keys(COLOUR_NAMES).filter((name) => used?.has(name) ?? true);
  return Object.entries(LANGUAGES).flatMap(([code, wording]) => {
    const isEnglish = code === 'en';
    const own = names[code];
    if (!isEnglish && !own) return [];
    const things = [...(isEnglish ? alike(concepts) : []), ...entriesOf(own?.things)];
    const colours = isEnglish ? alike(englishColours) : entriesOf(own?.colours);
    return {
      isEnglish,
      wording,
      mostThings: limits.objects,
      isFamiliar,
      ...lookUps(new Map(things), new Map(colours), wording),
    };
  });
}

function alike(names: readonly string[]): (readonly [string, string])[] {
  return names.map((name) => [name, name]);
}

function entriesOf(names: Readonly<Record<string, string>> = {}): (readonly [string, string])[] {
  return Object.entries(names).map(([name, english]) => [withoutAccents(name), english]);
}

function lookUps(
  things: ReadonlyMap<string, string>,
  colours: ReadonlyMap<string, string>,
  wording: Wording,
): Pick<Language, 'thingAt' | 'colourOf'> {
  const longest = Math.max(0, ...[...things.keys()].map((name) => name.split(' ').length));
  return {
    thingAt(words, start) {
      for (let length = Math.min(longest, words.length - start); length > 0; length--) {
        const found = firstOf(things, phrases(words.slice(start, start + length), wording.nouns));
        if (found) return { ...found, length };
      }
      return undefined;
    },
    colourOf: (word) => firstOf(colours, forms(word, wording.colours)),
  };
}

function firstOf(names: ReadonlyMap<string, string>, asked: readonly string[]): Found | undefined {
  const captioned = asked.find((name) => names.has(name));
  return captioned === undefined ? undefined : { english: names.get(captioned)!, captioned };
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
