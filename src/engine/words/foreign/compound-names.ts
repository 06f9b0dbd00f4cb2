import { ENDINGS, isOccasion } from '../languages/index.js';
import { RANK, senseOf, type ThingSense } from '../sense.js';
import type { BentNames } from './bent-names.js';
import type { ListedNames } from './listed-names.js';
import { bentWord, isPluralOf, type OwnWords, SHORTEST_PART } from './own-words.js';

/** Letters of nouns that are written together. */
export const SHORTEST_COMPOUND = 7;
const LONGEST_COMPOUND = 40;

/** By language, what may stand between nouns that are written together. */
export const LINKS: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries(ENDINGS).flatMap(([language, { links }]): [string, string[]][] =>
    links === undefined ? [] : [[language, links.split(' ').filter((link) => link !== '')]],
  ),
);

/** @returns in a language (ISO 639) the head of nouns that are written together: “Regenbogenkatze” is a cat */
export function compoundNames(
  names: ListedNames,
  ownWordsOf: (language: string) => OwnWords | undefined,
  bent: BentNames,
): (key: string, language: string) => ThingSense | undefined {
  return (key, language) => {
    const links = LINKS.get(language);
    if (!links || key.length < SHORTEST_COMPOUND || key.length > LONGEST_COMPOUND) return undefined;
    const words = ownWordsOf(language)?.words;
    const nounOf = (word: string) => senseOf(words?.get(word) ?? [], 'thing') ?? names.listed(word, language);
    const bentNoun = (word: string): ThingSense | undefined => {
      const own = ownWordsOf(language);
      const noun = own && word.length > SHORTEST_PART ? senseOf(bentWord(word, own) ?? [], 'thing') : undefined;
      return noun && { ...noun, isPlural: isPluralOf(word, language) };
    };
    const isPart = (word: string) =>
      word.length >= SHORTEST_PART && (words?.get(word) !== undefined || names.namedIn(word).has(language));
    for (let at = SHORTEST_PART; at <= key.length - SHORTEST_PART; at++) {
      const first = key.slice(0, at);
      const isLinked = links.some((link) => first.endsWith(link) && isPart(first.slice(0, -link.length)));
      // “**Kirsch**tomate”
      const isCut = language === 'de' && isPart(`${first}e`);
      if (!isLinked && !isCut && !isPart(first)) continue;
      const rest = key.slice(at);
      const told = [first, ...links.map((link) => (first.endsWith(link) ? first.slice(0, -link.length) : first))];
      const senses = told.flatMap((word) => words?.get(word) ?? []);
      // “Filmabend”
      const isSpent = senseOf(words?.get(rest) ?? [], 'event') !== undefined;
      const spent = isSpent ? told.map(nounOf).find((noun) => noun !== undefined) : undefined;
      if (spent) return { ...spent, rank: RANK.foreign, isGuess: true };
      const head = nounOf(rest) ?? bentNoun(rest) ?? bent.meantBy(rest, language);
      const occasion = senseOf(senses, 'occasion')?.occasion;
      if (head && head.rank <= RANK.foreign)
        return { ...head, isGuess: true, ...(occasion !== undefined && isOccasion(occasion) ? { occasion } : {}) };
    }
    return undefined;
  };
}
