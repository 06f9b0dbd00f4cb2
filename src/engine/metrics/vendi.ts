import { loadCommonJs } from '../basics/index.js';

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
