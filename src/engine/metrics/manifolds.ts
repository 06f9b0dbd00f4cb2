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

/** Neighbours that the paper recommends. */
export const DENSITY_NEIGHBOURS = 5;

/**
 * Density and coverage (Naeem et al. 2002.09797): how many real vectors' balls a generated vector lies in, divided by
 * k, and the share of real vectors whose ball holds a generated one. Radii as in the authors' `prdc`: the (k + 1)-th
 * smallest distance, the vector itself counted, and strictly inside.
 *
 * @param k at least 1 and below the number of real vectors
 * @returns density ≥ 0 (may exceed 1), coverage 0–1
 */
export function densityCoverage(
  real: Vectors,
  generated: Vectors,
  k = DENSITY_NEIGHBOURS,
): { density: number; coverage: number } {
  const between = distances(real, generated);
  const radii = neighbourRadii(real, k);
  let inside = 0;
  let covered = 0;
  for (let r = 0; r < real.count; r++) {
    const row = between.subarray(r * generated.count, (r + 1) * generated.count);
    const held = row.filter((distance) => distance < radii[r]!).length;
    inside += held;
    if (held > 0) covered++;
  }
  return { density: inside / (k * generated.count), coverage: covered / real.count };
}
