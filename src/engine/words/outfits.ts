import { englishForms, isPluralForm } from './english-forms.js';
import { OCCASION_WORDS, type Occasion, OUTFITS, type Outfit } from './languages/index.js';
import { sayings } from './sayings.js';
import { listed } from './vocabularies.js';

/** What somebody wears who is called by a word. */
export interface OutfitSense extends Pick<Outfit, 'isGarment' | 'isManner' | 'isNobody' | 'who'> {
  /** Caption names of the bundle's things. */
  worn: readonly string[];
  /** Whether it is put on for an occasion. */
  isOccasion: boolean;
  /** Caption names of people who are drawn in a garment. */
  drawn?: readonly string[];
}

/** Finds outfits by words and by the caption names of those who are drawn in them. */
export interface Outfits {
  called(key: string): OutfitSense | undefined;
  of(thing: string): OutfitSense | undefined;
}

/** @param has whether the bundle has a thing of a caption name */
export function createOutfits(has: (name: string) => boolean): Outfits {
  const byWord = new Map<string, OutfitSense>();
  const byThing = new Map<string, OutfitSense>();
  for (const { worn, things = [], words, isNobody, who, isManner, isGarment, occasion } of OUTFITS) {
    const known = worn.filter(has);
    if (known.length === 0) continue;
    const sense = {
      worn: known,
      isNobody: isNobody === true,
      ...(who?.some(has) === true ? { who: who.filter(has) } : {}),
      isManner: isManner === true,
      isGarment: isGarment === true,
      ...(isGarment === true ? { drawn: things.filter(has) } : {}),
      isOccasion: occasion !== undefined,
    };
    if (isGarment !== true) for (const thing of things) if (!byThing.has(thing)) byThing.set(thing, sense);
    for (const word of [...listed(words), ...wordsFor(occasion)]) if (!byWord.has(word)) byWord.set(word, sense);
  }
  // Who is called “pirates”; “feed” is no fairy.
  const byPlural = (key: string) =>
    englishForms(key).flatMap((form) => (isPluralForm(key, form) && byWord.get(form)) || [])[0];
  return {
    called: (key) => byWord.get(key) ?? byPlural(key),
    of: (thing) => byThing.get(thing),
  };
}

/** What an occasion is called, in every language, but not what is wished on it. */
function wordsFor(occasion: Occasion | undefined): string[] {
  if (occasion === undefined) return [];
  return Object.values(OCCASION_WORDS).flatMap((words) => sayings(words[occasion]?.split('|')[0]));
}
