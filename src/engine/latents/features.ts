/** Similarity of item i and item j of a list whose features were computed once, 0–1, 1 on the diagonal. */
export type Pairwise = (i: number, j: number) => number;

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

/** How alike values are by the features of each (`jaccard`), which are found once. Positive semidefinite. */
export function alikeBy<V>(featuresOf: (value: V) => Features): (values: readonly V[]) => Pairwise {
  return (values) => {
    const all = values.map(featuresOf);
    return (i, j) => jaccard(all[i]!, all[j]!);
  };
}

/** Adds `weight` of a feature to a multiset under construction. */
export function addFeature(features: Map<string, number>, feature: string, weight = 1): void {
  features.set(feature, (features.get(feature) ?? 0) + weight);
}

/** The words of a text, lower-cased, without punctuation. */
export function words(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** Side of the grid that layouts are compared on: fine enough for every coordinate a bundle can express (1/32). */
const SIDE = 32;

/**
 * Calls `visit` with the index of every cell of a grid, row by row, whose centre (x, y), as fractions of the canvas
 * side, is `inside`.
 */
export function coveredCells(
  inside: (x: number, y: number) => boolean,
  visit: (cell: number) => void,
  side = SIDE,
): void {
  for (let row = 0; row < side; row++) {
    for (let column = 0; column < side; column++) {
      if (inside((column + 0.5) / side, (row + 0.5) / side)) visit(row * side + column);
    }
  }
}
