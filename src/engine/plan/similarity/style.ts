import { words } from './jaccard.js';
import type { Pairwise } from './pairwise.js';

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
