import type { RgbaImage } from '../basics/index.js';
import type { Evaluator } from '../evaluator/index.js';
import {
  cosineKernel,
  DENSITY_NEIGHBOURS,
  densityCoverage,
  frechetDistance,
  MANIFOLD_NEIGHBOURS,
  mean,
  meanSimilarity,
  pickVectors,
  precisionRecall,
  promptFidelity,
  type Vectors,
  vendiScore,
} from '../metrics/index.js';

/** All numbers of one way of painting; the papers behind them are named in `src/engine/metrics`. */
export interface Scores {
  frechetDistance: number;
  precision: number;
  recall: number;
  density: number;
  coverage: number;
  /**
   * Mean similarity among the pictures of a prompt, over prompts, lower is more diverse: without and with each picture
   * itself.
   */
  mss: number;
  mssWithSelf: number;
  /** Effective number of different pictures of a prompt, 1 to pictures a prompt, over prompts. */
  vendi: number;
  /** Share of pictures that the evaluator takes for their own prompt's. */
  fidelity: number;
  /** Mean cosine of pictures and their prompts. */
  promptSimilarity: number;
}

/** What pictures are held against. */
export interface Yardstick {
  evaluator: Evaluator;
  /** Unit embeddings of the prompts. */
  prompts: Vectors;
  /** Features of real canvases. */
  real: Vectors;
}

/**
 * Fewest real and fewest generated pictures that every score can be had from: a radius reaches to the k-th other one.
 */
export const FEWEST_REAL = Math.max(DENSITY_NEIGHBOURS, MANIFOLD_NEIGHBOURS) + 1;
export const FEWEST_GENERATED = MANIFOLD_NEIGHBOURS + 1;

/** Reference vectors of these concepts, at most `limit`, evenly taken. */
export function realVectors({ reference, manifest }: Evaluator, concepts: readonly string[], limit: number): Vectors {
  const wanted = new Set(concepts);
  const rows = manifest.reference.concepts.flatMap((concept, row) => (wanted.has(concept) ? [row] : []));
  const stride = Math.max(1, rows.length / limit);
  const count = Math.min(limit, rows.length);
  return pickVectors(
    reference,
    Array.from({ length: count }, (_, i) => rows[Math.floor(i * stride)]!),
  );
}

/**
 * @param pictures for each prompt of the yardstick its pictures, two at least, and `FEWEST_GENERATED` in all
 * @param yardstick with `FEWEST_REAL` real vectors at least
 */
export async function scorePictures(
  pictures: readonly (readonly RgbaImage[])[],
  { evaluator, prompts, real }: Yardstick,
): Promise<Scores> {
  const { embeddings, features } = await evaluator.embedImages(pictures.flat());
  const asked = pictures.flatMap((mine, prompt) => mine.map(() => prompt));
  const kernels = pictures.map((_, prompt) => {
    return cosineKernel(
      pickVectors(
        embeddings,
        [...asked.keys()].filter((i) => asked[i] === prompt),
      ),
    );
  });
  const similarities = kernels.map(meanSimilarity);
  const { top1, similarity } = promptFidelity(embeddings, prompts, asked);
  return {
    frechetDistance: frechetDistance(real, features),
    ...precisionRecall(real, features),
    ...densityCoverage(real, features),
    mss: mean(similarities.map(({ others }) => others)),
    mssWithSelf: mean(similarities.map(({ withSelf }) => withSelf)),
    vendi: mean(kernels.map(vendiScore)),
    fidelity: top1,
    promptSimilarity: similarity,
  };
}
