import { jaccard, type Pairwise, words } from './features.js';

/** Word overlap (Jaccard index of the sets of words) of descriptions. Positive semidefinite. */
export function descriptionSimilarity(descriptions: readonly string[]): Pairwise {
  const sets = descriptions.map(wordSet);
  return (i, j) => jaccard(sets[i]!, sets[j]!);
}

function wordSet(text: string): Map<string, number> {
  return new Map(words(text).map((word) => [word, 1]));
}

/**
 * Whether descriptions name the same style: 1 or 0. Those that name none are of one style of their own. Positive
 * semidefinite.
 * @param styles names of the bundle's styles
 */
export function styleSimilarity(descriptions: readonly string[], styles: readonly string[]): Pairwise {
  const known = new Set(styles);
  // Captions name the style last; before it, its name may be a plain word.
  const named = descriptions.map((description) => words(description).findLast((word) => known.has(word)));
  return (i, j) => (named[i] === named[j] ? 1 : 0);
}
