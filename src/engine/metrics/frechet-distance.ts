import type { EigenvalueDecomposition as Eigen, Matrix as Rows } from 'ml-matrix';
import { loadCommonJs } from '../basics/index.js';
import { type Vectors, vectorAt } from './vectors.js';

const { EigenvalueDecomposition, Matrix } = loadCommonJs('ml-matrix') as typeof import('ml-matrix');

/**
 * ‖μr − μg‖² + Tr(Σr + Σg − 2(Σr Σg)^½), the squared Fréchet distance between normal distributions fitted to two sets
 * of features (Heusel et al. 1706.08500, Equation 6), with unbiased covariances.
 *
 * @param real and generated of one width, at least two vectors each
 */
export function frechetDistance(real: Vectors, generated: Vectors): number {
  const [r, g] = [gaussianOf(real), gaussianOf(generated)];
  const gap = r.mean.reduce((sum, value, i) => sum + (value - g.mean[i]!) ** 2, 0);
  return gap + r.covariance.trace() + g.covariance.trace() - 2 * traceOfRoot(r.covariance, g.covariance);
}

function gaussianOf(vectors: Vectors): { mean: number[]; covariance: Rows } {
  const rows = Matrix.from1DArray(vectors.count, vectors.width, flat(vectors));
  const mean = rows.mean('column');
  const centred = rows.subRowVector(mean);
  return {
    mean,
    covariance: centred
      .transpose()
      .mmul(centred)
      .div(vectors.count - 1),
  };
}

function flat(vectors: Vectors): number[] {
  return Array.from({ length: vectors.count }, (_, i) => [...vectorAt(vectors, i)]).flat();
}

/** Tr((AB)^½) = Tr((A^½ B A^½)^½), whose matrix is symmetric, so that its eigenvalues are real and no less than 0. */
function traceOfRoot(a: Rows, b: Rows): number {
  const { realEigenvalues, eigenvectorMatrix } = symmetric(a);
  const roots = Matrix.diag(realEigenvalues.map(root));
  const rootOfA = eigenvectorMatrix.mmul(roots).mmul(eigenvectorMatrix.transpose());
  return symmetric(rootOfA.mmul(b).mmul(rootOfA)).realEigenvalues.reduce((sum, value) => sum + root(value), 0);
}

function symmetric(matrix: Rows): Eigen {
  return new EigenvalueDecomposition(matrix, { assumeSymmetric: true });
}

/** Rounding may leave eigenvalues slightly below 0. */
function root(value: number): number {
  return Math.sqrt(Math.max(0, value));
}
