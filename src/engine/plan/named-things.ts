import type { Manifest } from '../bundle/manifest.js';
import { COLOUR_NAMES } from '../latents/colour-names.js';
import { singulars } from '../prompt-words.js';

/** A thing that a text names, with the colours that stand before it. */
export interface NamedThing {
  /** One of the bundle's concepts. */
  thing: string;
  /** Plain English names without “light” or “dark”. */
  colours: readonly string[];
}

/** Words that begin another thing, so that colours before them belong to something that was not understood. */
const BEGINNINGS = new Set(['a', 'an', 'the', 'one', 'two', 'three', '1', '2', '3']);

/**
 * A function that finds the bundle's concepts and their colours in a prompt or a description, in order. It reads English, and adjectives
 * before their noun; of a text that it does not understand it finds nothing.
 */
export function createThingReader({
  concepts,
  words,
}: Pick<Manifest, 'concepts' | 'words'>): (text: string) => NamedThing[] {
  const things = new Set(concepts);
  const longest = Math.max(0, ...concepts.map((concept) => concept.split(' ').length));
  const familiar = words && new Set(words);
  const colours = new Set(Object.keys(COLOUR_NAMES).filter((name) => familiar?.has(name) ?? true));

  const thingAt = (text: readonly string[], start: number): { thing: string; length: number } | undefined => {
    for (let length = longest; length > 0; length--) {
      const end = start + length;
      if (end > text.length) continue;
      const before = text.slice(start, end - 1);
      const thing = singulars(text[end - 1]!)
        .map((last) => [...before, last].join(' '))
        .find((name) => things.has(name));
      if (thing !== undefined) return { thing, length };
    }
    return undefined;
  };

  return (text) => {
    const asked = text.toLowerCase().match(/[\p{L}\p{N}'-]+/gu) ?? [];
    const found: NamedThing[] = [];
    let before: string[] = [];
    for (let k = 0; k < asked.length; k++) {
      const word = asked[k]!;
      const here = thingAt(asked, k);
      // An orange is a fruit, but not before a cat.
      const isColour = colours.has(word) && !(here && !thingAt(asked, k + 1));
      if (isColour) before.push(word);
      else if (here) {
        found.push({ thing: here.thing, colours: before });
        before = [];
        k += here.length - 1;
      } else if (BEGINNINGS.has(word)) before = [];
    }
    return found;
  };
}
