import { RANK, type ThingSense } from '../sense.js';
import { stemsOf } from '../stems.js';
import type { WordTables } from '../word-tables.js';
import type { ListedNames } from './listed-names.js';
import { isPluralOf, MOST_BENDING, SHORTEST_PART } from './own-words.js';

/** Names that are looked at for one that bends to the same stem. */
export const MOST_BENT = 60;
/**
 * Languages in which a form may be shorter than what is listed: “sobak” are “sobaka”. In others a badger is no form of
 * a roof.
 */
const HAS_LONGER: ReadonlySet<string> = new Set('pl cs sk hr sl sr ru uk be bg el ro ar he fa hi'.split(' '));

/** @returns what a name of a language (ISO 639) means that is a form of a listed one */
export function bentNames(
  { names }: Pick<WordTables, 'names'>,
  listedNames: ListedNames,
): (key: string, language: string) => ThingSense | undefined {
  return (key, language) => {
    const { stem, forms } = stemsOf(language);
    const stemmed = stem(key);
    if (stemmed.length < 3) return undefined;
    const words = key.split(' ').length;
    let best: ThingSense | undefined;
    for (const { text, payload } of names.startingWith(
      stemmed.slice(0, Math.max(3, stemmed.split(' ')[0]!.length)),
      MOST_BENT,
      (letters, ofWords) => ofWords === words && Math.abs(letters - key.length) <= MOST_BENDING,
    )) {
      if (text !== key && stemmed === key && !HAS_LONGER.has(language)) continue;
      if (stem(text) !== stemmed) continue;
      const uses = listedNames.usesOf(payload).filter(({ languages }) => languages.includes(language));
      const thing = listedNames.thingOf(uses, false);
      if (thing && (best === undefined || thing.rank < best.rank)) best = thing;
    }
    if (best) return { ...best, isPlural: isPluralOf(key, language) };
    for (const form of key.includes(' ') ? [] : forms(key)) {
      const thing =
        form.length >= SHORTEST_PART && form.length >= key.length - MOST_BENDING && listedNames.listed(form, language);
      if (thing && thing.rank === RANK.foreign) return { ...thing, isPlural: isPluralOf(key, language) };
    }
    return undefined;
  };
}
