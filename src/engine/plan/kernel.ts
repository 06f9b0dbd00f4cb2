import {
  LATENT_KINDS,
  type LatentKind,
  type Latents,
  type LatentValue,
  latentKind,
  type Pairwise,
  type SimilarityTerms,
} from '../latents/index.js';

/**
 * Similarity kernel over plans: the weighted mean over the kinds that all of them have of the kind's similarity. Each
 * of those is a positive semidefinite kernel with ones on the diagonal, and so is the mean. Plans without a common kind
 * are all alike.
 *
 * @param latents n plans of one prompt
 * @returns K [n, n], 0–1, symmetric
 */
export function latentKernel(latents: readonly Latents[], terms: SimilarityTerms): number[][] {
  const similarities = LATENT_KINDS.flatMap((kind) => {
    const similarity = similarityOf(kind, latents, terms);
    return similarity ? [{ similarity, weight: latentKind(kind).weight }] : [];
  });
  const total = similarities.reduce((sum, { weight }) => sum + weight, 0);
  const kernel = latents.map(() => new Array<number>(latents.length).fill(1));
  if (similarities.length === 0) return kernel;
  for (let i = 0; i < latents.length; i++) {
    for (let j = 0; j < i; j++) {
      const mean = similarities.reduce((sum, { similarity, weight }) => sum + weight * similarity(i, j), 0) / total;
      kernel[i]![j] = mean;
      kernel[j]![i] = mean;
    }
  }
  return kernel;
}

function similarityOf<K extends LatentKind>(
  kind: K,
  latents: readonly Latents[],
  terms: SimilarityTerms,
): Pairwise | undefined {
  const values: LatentValue<K>[] = [];
  for (const one of latents) {
    const value = one[kind];
    if (value === undefined || value === null) return undefined;
    values.push(value);
  }
  return latentKind(kind).similarity(values, terms);
}
