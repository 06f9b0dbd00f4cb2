/** Similarity of item i and item j of a list whose features were computed once, 0–1, 1 on the diagonal. */
export type Pairwise = (i: number, j: number) => number;
