import { LATENT_KINDS, type LatentKind, type Latents, type LatentValue } from '../latents/index.js';

import type { Manifest } from '../manifest/index.js';
import {
  blobsSimilarity,
  boxesSimilarity,
  descriptionSimilarity,
  type Pairwise,
  paletteSimilarity,
  styleSimilarity,
  tokensSimilarity,
} from './similarity/index.js';

/** What similarities know of a bundle. */
export type KernelManifest = Pick<Manifest, 'codebook' | 'styles'>;

type Similarities = {
  readonly [K in LatentKind]: (values: readonly LatentValue<K>[], manifest: KernelManifest) => Pairwise;
};

const SIMILARITIES: Similarities = {
  description: describedSimilarity,
  boxes: boxesSimilarity,
  blobs: blobsSimilarity,
  palette: paletteSimilarity,
  tokens: (grids, { codebook }) => tokensSimilarity(grids, codebook.colours),
};

/**
 * The visual tokens are most of what is seen; the style, which the description names, is what tells cells apart at
 * first sight.
 */
const WEIGHTS: Readonly<Record<LatentKind, number>> = { description: 3, boxes: 1, blobs: 1, palette: 1, tokens: 4 };
/** Of a description's similarity: that of its style, the rest being that of its words. */
const STYLE_SHARE = 2 / 3;

/**
 * Similarity kernel over plans: the weighted mean over the kinds that all of them have of the kind's similarity. Each
 * of those is a positive semidefinite kernel with ones on the diagonal, and so is the mean. Plans without a common kind
 * are all alike.
 *
 * @param latents n plans of one prompt
 * @returns K [n, n], 0–1, symmetric
 */
export function latentKernel(latents: readonly Latents[], manifest: KernelManifest): number[][] {
  const similarities = LATENT_KINDS.flatMap((kind) => {
    const similarity = similarityOf(kind, latents, manifest);
    return similarity ? [{ similarity, weight: WEIGHTS[kind] }] : [];
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

function describedSimilarity(descriptions: readonly string[], { styles }: KernelManifest): Pairwise {
  const ofStyle = styleSimilarity(descriptions, styles);
  const ofWords = descriptionSimilarity(descriptions);
  return (i, j) => STYLE_SHARE * ofStyle(i, j) + (1 - STYLE_SHARE) * ofWords(i, j);
}

function similarityOf<K extends LatentKind>(
  kind: K,
  latents: readonly Latents[],
  manifest: KernelManifest,
): Pairwise | undefined {
  const values: LatentValue<K>[] = [];
  for (const one of latents) {
    const value = one[kind];
    if (value === undefined || value === null) return undefined;
    values.push(value);
  }
  return SIMILARITIES[kind](values, manifest);
}
