import { loadCommonJs } from '../basics/index.js';
import { dot, type Vectors, vectorAt } from './vectors.js';

const { EigenvalueDecomposition, Matrix } = loadCommonJs('ml-matrix') as typeof import('ml-matrix');

/**
 * The Vendi score exp(−Σ λ ln λ), λ the eigenvalues of K/n (Friedman & Dieng 2210.02410, Definition 3.1): the effective
 * number of different items, 1 (all alike) to n (nothing in common).
 *
 * @param kernel K [n, n], n ≥ 1, symmetric, positive semidefinite, ones on the diagonal
 */
export function vendiScore(kernel: readonly (readonly number[])[]): number {
  const n = kernel.length;
  const scaled = new Matrix(kernel.map((row) => row.map((value) => value / n)));
  const { realEigenvalues } = new EigenvalueDecomposition(scaled, { assumeSymmetric: true });
  // Rounding may leave eigenvalues slightly below 0, where λ ln λ has its limit 0.
  const entropy = realEigenvalues.reduce((sum, value) => (value > 0 ? sum - value * Math.log(value) : sum), 0);
  return Math.exp(entropy);
}

/** Cosine similarities [n][n] of the vectors, ones on the diagonal. */
export function cosineKernel(vectors: Vectors): number[][] {
  const lengths = Array.from({ length: vectors.count }, (_, i) => {
    return Math.sqrt(dot(vectorAt(vectors, i), vectorAt(vectors, i)));
  });
  return lengths.map((a, i) =>
    lengths.map((b, j) => (i === j ? 1 : dot(vectorAt(vectors, i), vectorAt(vectors, j)) / (a * b))),
  );
}

/**
 * MSS of one condition: the mean cosine similarity among its pictures (Sadat et al. 2310.17347, Section 5), lower is
 * more diverse. Published numbers differ in whether a picture is compared with itself, so both are given.
 *
 * @param kernel cosine similarities [n][n], n ≥ 2
 */
export function meanSimilarity(kernel: readonly (readonly number[])[]): { others: number; withSelf: number } {
  const n = kernel.length;
  const total = kernel.flat().reduce((sum, value) => sum + value, 0);
  const diagonal = kernel.reduce((sum, row, i) => sum + row[i]!, 0);
  return { others: (total - diagonal) / (n * (n - 1)), withSelf: total / (n * n) };
}
