import type { Pairwise } from './pairwise.js';

/**
 * Agreement of grids of visual tokens: the mean over the places of how near the two codes lie in the quantiser's
 * own space. A code of finite scalar quantisation (Mentzer et al. 2309.15505) is a number with one digit for each level
 * count; each digit adds the factor 1 − |difference|/levels, a triangle kernel, so the whole is positive semidefinite.
 *
 * @param grids 0-based codes, all of one length ≥ 1
 * @param levels the codebook's level counts, first digit fastest
 */
export function tokensSimilarity(grids: readonly (readonly number[])[], levels: readonly number[]): Pairwise {
  return (i, j) => {
    const grid = grids[i]!;
    const other = grids[j]!;
    return grid.reduce((sum, code, place) => sum + codeSimilarity(code, other[place]!, levels), 0) / grid.length;
  };
}

function codeSimilarity(a: number, b: number, levels: readonly number[]): number {
  let similarity = 1;
  let restA = a;
  let restB = b;
  for (const level of levels) {
    similarity *= 1 - Math.abs((restA % level) - (restB % level)) / level;
    restA = Math.floor(restA / level);
    restB = Math.floor(restB / level);
  }
  return similarity;
}
