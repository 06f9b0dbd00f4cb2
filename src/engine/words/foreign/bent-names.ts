import { createRecent } from '../../basics/index.js';
import { RANK, type ThingSense } from '../sense.js';
import { stemsOf } from '../stems.js';
import type { Listed } from '../word-table.js';
import type { WordTables } from '../word-tables.js';
import type { ListedNames, Use } from './listed-names.js';
import { isPluralOf, MOST_BENDING, SHORTEST_PART } from './own-words.js';

/** Names that are looked at for one that bends to the same stem. */
const MOST_BENT = 60;
/** Beginnings whose names are kept: a word is asked for in one language after the other. */
const MOST_KEPT = 128;
/**
 * Languages in which a form may be shorter than what is listed: “sobak” are “sobaka”. In others a badger is no form of
 * a roof.
 */
const HAS_LONGER: ReadonlySet<string> = new Set('pl cs sk hr sl sr ru uk be bg el ro ar he fa hi'.split(' '));

/** The names of the tables as forms of each other, by language (ISO 639). */
export class BentNames {
  readonly #tables: Pick<WordTables, 'names'>;
  readonly #listed: ListedNames;
  readonly #kept = createRecent<string, BentName[]>(MOST_KEPT);

  constructor(tables: Pick<WordTables, 'names'>, listed: ListedNames) {
    this.#tables = tables;
    this.#listed = listed;
  }

  /** What a name means that is a form of a listed one. */
  meantBy(key: string, language: string): ThingSense | undefined {
    const { stem, forms, mayEnd, hasPrefixes } = stemsOf(language);
    const stemmed = stem(key);
    if (stemmed.length < 3) return undefined;
    const words = wordsIn(key);
    const isWhole = stemmed === key && !HAS_LONGER.has(language);
    let best: ThingSense | undefined;
    const beginning = stemmed.slice(0, Math.max(3, words === 1 ? stemmed.length : stemmed.indexOf(' ')));
    for (const name of this.#beginning(beginning, words, key.length)) {
      if (isWhole && name.text !== key) continue;
      // The quicker questions first: few names are forms of the same.
      if (words === 1 && !hasPrefixes && !mayEnd(name.text.slice(stemmed.length))) continue;
      name.uses ??= this.#listed.usesIn(name.payload());
      const uses = name.uses.filter(({ languages }) => languages.includes(language));
      if (uses.length === 0 || stem(name.text) !== stemmed) continue;
      const thing = this.#listed.thingOf(uses, false);
      if (thing && (best === undefined || thing.rank < best.rank)) best = thing;
    }
    if (best) return { ...best, isPlural: isPluralOf(key, language) };
    for (const form of words > 1 ? [] : forms(key)) {
      const thing =
        form.length >= SHORTEST_PART && form.length >= key.length - MOST_BENDING && this.#listed.listed(form, language);
      if (thing && thing.rank === RANK.foreign) return { ...thing, isPlural: isPluralOf(key, language) };
    }
    return undefined;
  }

  /** Whether a name of several words may begin with a form of a word. */
  canBegin(word: string, language: string): boolean {
    const several = this.#tables.names.startingWith(stemsOf(language).stem(word), MOST_BENT, (_, words) => words > 1);
    return several.length > 0;
  }

  /** Names that begin with a text, of so many words, and of about as many letters. */
  #beginning(text: string, words: number, letters: number): BentName[] {
    const isNear = (others: number, ofWords: number) => ofWords === words && Math.abs(others - letters) <= MOST_BENDING;
    return this.#kept.get(`${words} ${letters} ${text}`, () =>
      this.#tables.names.startingWith(text, MOST_BENT, isNear),
    );
  }
}

interface BentName extends Listed {
  /** In whatever language. */
  uses?: readonly Use[];
}

function wordsIn(key: string): number {
  let words = 1;
  for (let gap = key.indexOf(' '); gap >= 0; gap = key.indexOf(' ', gap + 1)) words += 1;
  return words;
}
