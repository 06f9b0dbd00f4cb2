import { distances, neighbourRadii, type Vectors } from './vectors.js';

/** Neighbours that the paper uses. */
export const MANIFOLD_NEIGHBOURS = 3;

/**
 * Improved precision and recall (Kynkäänniemi et al. 1904.06991): the share of generated vectors inside the manifold of
 * the real ones, and of real ones inside that of the generated. A manifold is the union of balls around its vectors
 * that reach to the k-th nearest neighbour.
 *
 * @param k at least 1 and below either count
 * @returns both 0–1
 */
export function precisionRecall(
  real: Vectors,
  generated: Vectors,
  k = MANIFOLD_NEIGHBOURS,
): { precision: number; recall: number } {
  const between = distances(real, generated);
  const [realRadii, generatedRadii] = [neighbourRadii(real, k), neighbourRadii(generated, k)];
  const at = (r: number, g: number) => between[r * generated.count + g]!;
  const reals = [...realRadii.keys()];
  const generateds = [...generatedRadii.keys()];
  const precise = generateds.filter((g) => reals.some((r) => at(r, g) <= realRadii[r]!)).length;
  const recalled = reals.filter((r) => generateds.some((g) => at(r, g) <= generatedRadii[g]!)).length;
  return { precision: precise / generated.count, recall: recalled / real.count };
}
