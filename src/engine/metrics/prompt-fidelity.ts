import { dot, type Vectors, vectorAt } from './vectors.js';

/**
 * How well pictures show what was asked for, by an image–text network's unit embeddings.
 *
 * @param images one vector a picture
 * @param prompts one vector a prompt
 * @param asked for each picture the index of its prompt
 * @returns `top1`: share of pictures nearer to their own prompt than to any other; `similarity`: mean cosine to their
 *   own
 */
export function promptFidelity(
  images: Vectors,
  prompts: Vectors,
  asked: readonly number[],
): { top1: number; similarity: number } {
  let named = 0;
  let similarity = 0;
  for (let i = 0; i < images.count; i++) {
    const scores = Array.from({ length: prompts.count }, (_, p) => dot(vectorAt(images, i), vectorAt(prompts, p)));
    const own = scores[asked[i]!]!;
    similarity += own;
    if (scores.every((score, p) => p === asked[i] || score < own)) named++;
  }
  return { top1: named / images.count, similarity: similarity / images.count };
}
