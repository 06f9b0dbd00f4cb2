/** A multiset: how much of each feature there is, all weights > 0. */
export type Features = ReadonlyMap<string, number>;

/**
 * Generalised Jaccard similarity Σ min(a, b) / Σ max(a, b) of two multisets, 0–1; two empty ones are alike (1). As a
 * kernel it is positive semidefinite (the min–max kernel: Ralaivola et al. 2005, "Graph kernels for chemical
 * informatics").
 */
export function jaccard(a: Features, b: Features): number {
  let shared = 0;
  let total = 0;
  for (const [feature, weight] of a) {
    const other = b.get(feature) ?? 0;
    shared += Math.min(weight, other);
    total += weight;
  }
  for (const weight of b.values()) total += weight;
  return total === 0 ? 1 : shared / (total - shared);
}

/** Adds `weight` of a feature to a multiset under construction. */
export function addFeature(features: Map<string, number>, feature: string, weight = 1): void {
  features.set(feature, (features.get(feature) ?? 0) + weight);
}

/** The words of a text, lower-cased, without punctuation. */
export function words(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}
