import { jaccard, words } from './jaccard.js';
import type { Pairwise } from './pairwise.js';

/** Word overlap (Jaccard index of the sets of words) of descriptions. Positive semidefinite. */
export function descriptionSimilarity(descriptions: readonly string[]): Pairwise {
  const sets = descriptions.map(wordSet);
  return (i, j) => jaccard(sets[i]!, sets[j]!);
}

function wordSet(text: string): Map<string, number> {
  return new Map(words(text).map((word) => [word, 1]));
}
