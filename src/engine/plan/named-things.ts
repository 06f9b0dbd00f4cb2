import type { Manifest } from '../bundle/manifest.js';
import { COLOUR_NAMES } from '../latents/colour-names.js';
import { singulars, withoutAccents } from '../prompt-words.js';
import { LITTLE_WORDS } from './languages.js';

/** A thing that a text names, with its colours. */
export interface NamedThing {
  /** One of the bundle's concepts. */
  thing: string;
  /** Plain English names without “light” or “dark”. */
  colours: readonly string[];
}

/** What a manifest says of words. */
export type NamingManifest = Pick<Manifest, 'concepts' | 'words' | 'names'>;

interface Language {
  things: ReadonlyMap<string, string>;
  /** Most words of a thing's name. */
  longest: number;
  /** The English name of a colour. */
  colourOf(word: string): string | undefined;
  beginnings: ReadonlySet<string>;
  links: ReadonlySet<string>;
}

/** The bundle's concepts and their colours in an English text, such as a description, in order. */
export function thingsDescribed(description: string, manifest: NamingManifest): NamedThing[] {
  return read(wordsOf(description), languagesOf(manifest)[0]!).things;
}

/**
 * The bundle's concepts and their colours in a prompt, in order. It is read in English and the languages of the manifest's `names`, and the one that
 * knows most of its words is right; of a prompt that none understands nothing is found.
 */
export function thingsAsked(prompt: string, manifest: NamingManifest): NamedThing[] {
  const words = wordsOf(prompt);
  const readings = languagesOf(manifest).map((language) => read(words, language));
  return readings.reduce((best, reading) => (reading.understood > best.understood ? reading : best)).things;
}

function wordsOf(text: string): string[] {
  return withoutAccents(text.normalize('NFKC').toLowerCase()).match(/[\p{L}\p{N}'-]+|,/gu) ?? [];
}

const languages = new WeakMap<NamingManifest, readonly Language[]>();

/** English first. */
function languagesOf(manifest: NamingManifest): readonly Language[] {
  const known = languages.get(manifest) ?? readLanguages(manifest);
  languages.set(manifest, known);
  return known;
}

function readLanguages({ concepts, words, names = {} }: NamingManifest): Language[] {
  const familiar = words && new Set(words);
  const english = Object.keys(COLOUR_NAMES).filter((name) => familiar?.has(name) ?? true);
  return Object.entries(LITTLE_WORDS).flatMap(([code, { beginnings, links }]) => {
    const known = names[code];
    if (code !== 'en' && !known) return [];
    const own = code === 'en' ? concepts.map((concept) => [concept, concept] as const) : [];
    const things = new Map([...own, ...entriesOf(known?.things)]);
    const colours = code === 'en' ? english.map((name) => [name, name] as const) : entriesOf(known?.colours);
    return {
      things,
      longest: Math.max(0, ...[...things.keys()].map((name) => name.split(' ').length)),
      colourOf: code === 'en' ? exactly(new Map(colours)) : inflected(colours),
      beginnings: new Set(beginnings),
      links: new Set(links),
    };
  });
}

function entriesOf(names: Readonly<Record<string, string>> = {}): (readonly [string, string])[] {
  return Object.entries(names).map(([name, english]) => [withoutAccents(name), english]);
}

function exactly(colours: ReadonlyMap<string, string>): (word: string) => string | undefined {
  return (word) => colours.get(word);
}

/** Colours take endings that tell gender and number: “rojo”, “roja”, “blau”, “blaues”. */
function inflected(colours: readonly (readonly [string, string])[]): (word: string) => string | undefined {
  const stems = colours.map(([name, english]) => ({
    stem: name.replace(/[oe]$/, ''),
    longest: name.length + 2,
    english,
  }));
  return (word) => stems.find(({ stem, longest }) => word.startsWith(stem) && word.length <= longest)?.english;
}

/** The things of a text, and how many of its words the language knows. */
function read(words: readonly string[], language: Language): { understood: number; things: NamedThing[] } {
  const found: { thing: string; colours: string[] }[] = [];
  let understood = 0;
  let waiting: string[] = [];
  // The thing of the phrase that the reading is in: an adjective may follow its noun.
  let current: { colours: string[] } | undefined;
  const endPhrase = () => {
    current?.colours.push(...waiting);
    if (current) waiting = [];
    current = undefined;
  };
  for (let k = 0; k < words.length; ) {
    const word = words[k]!;
    const here = thingAt(words, k, language);
    const colour = language.colourOf(word);
    // An orange is a fruit, but not before or behind a cat.
    const isColour = colour !== undefined && (!here || current || thingAt(words, k + 1, language));
    const isBeginning = language.beginnings.has(word);
    const length = here && !isColour ? here.length : 1;
    if (isColour) waiting.push(colour);
    else if (here) {
      current = { colours: waiting };
      found.push({ thing: here.thing, colours: waiting });
      waiting = [];
    } else if (isBeginning || language.links.has(word) || word === ',') {
      endPhrase();
      if (isBeginning) waiting = [];
    }
    if (isColour || here || isBeginning || language.links.has(word)) understood += length;
    k += length;
  }
  endPhrase();
  return { understood, things: found };
}

function thingAt(
  words: readonly string[],
  start: number,
  { things, longest }: Language,
): { thing: string; length: number } | undefined {
  for (let length = Math.min(longest, words.length - start); length > 0; length--) {
    const before = words.slice(start, start + length - 1);
    for (const last of singulars(words[start + length - 1]!)) {
      const thing = things.get([...before, last].join(' '));
      if (thing !== undefined) return { thing, length };
    }
  }
  return undefined;
}
