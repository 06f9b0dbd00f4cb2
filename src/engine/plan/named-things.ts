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

/**
 * A function that finds the bundle's concepts and their colours in a prompt or a description, in order. It reads English and the languages of the
 * manifest's `names`, each text in the one that knows most of its words; of a text that it does not understand it finds nothing.
 */
export function createThingReader(manifest: NamingManifest): (text: string) => NamedThing[] {
  const languages = languagesOf(manifest);
  return (text) => {
    const words = withoutAccents(text.normalize('NFKC').toLowerCase()).match(/[\p{L}\p{N}'-]+|,/gu) ?? [];
    let best: { understood: number; things: NamedThing[] } = { understood: 0, things: [] };
    for (const language of languages) {
      const reading = read(words, language);
      if (reading.understood > best.understood) best = reading;
    }
    return best.things;
  };
}

function languagesOf({ concepts, words, names = {} }: NamingManifest): Language[] {
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
  for (let k = 0; k < words.length; k++) {
    const word = words[k]!;
    const here = thingAt(words, k, language);
    const colour = language.colourOf(word);
    // An orange is a fruit, but not before or behind a cat.
    if (colour !== undefined && (!here || current || thingAt(words, k + 1, language))) waiting.push(colour);
    else if (here) {
      current = { colours: waiting };
      found.push({ thing: here.thing, colours: current.colours });
      waiting = [];
      k += here.length - 1;
      understood += here.length - 1;
    } else if (language.beginnings.has(word)) {
      endPhrase();
      waiting = [];
    } else if (language.links.has(word) || word === ',') endPhrase();
    else understood--;
    understood++;
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
