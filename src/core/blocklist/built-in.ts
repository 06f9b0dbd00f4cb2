import { englishDataset, englishRecommendedTransformers, RegExpMatcher } from 'obscenity';
import { ORDINARY_WORDS } from './ordinary-words.js';
import { plainWords, undisguise } from './plain-text.js';

const dataset = englishDataset.build();
const matcher = new RegExpMatcher({
  ...dataset,
  ...englishRecommendedTransformers,
  whitelistedTerms: [...(dataset.whitelistedTerms ?? []), ...ORDINARY_WORDS],
});

/**
 * The first profane English word of a text, by the list of the `obscenity` library; null when there is none. Seen through
 * look-alike letters, digits for letters and repeated letters.
 *
 * @param allowed words that are let through: one of the list, or a word or phrase as it stands in the text
 * @returns the word as the list has it
 */
export function findProfanity(text: string, allowed: readonly string[]): string | null {
  const plain = without(undisguise(text), allowed);
  const allowedWords = new Set(allowed.map((term) => plainWords(term).join(' ')));
  for (const match of matcher.getAllMatches(plain, true)) {
    const found = plain.slice(match.startIndex, match.endIndex + 1);
    // The list reads digits as letters, but a number by itself is a number.
    if (!/\p{L}/u.test(found)) continue;
    const word = englishDataset.getPayloadWithPhraseMetadata(match).phraseMetadata?.originalWord ?? found;
    if (!allowedWords.has(word)) return word;
  }
  return null;
}

/** The text less the terms where they stand in it as whole words, plural or not. */
function without(text: string, terms: readonly string[]): string {
  return terms
    .map(plainWords)
    .filter((words) => words.length > 0)
    .reduce((rest, words) => {
      // Plain words are letters and digits: nothing in them needs escaping.
      const phrase = new RegExp(
        `(?<![\\p{L}\\p{N}])${words.join('[^\\p{L}\\p{N}]+')}(?:e?s)?(?![\\p{L}\\p{N}])`,
        'giu',
      );
      return rest.replace(phrase, '\n');
    }, text);
}
