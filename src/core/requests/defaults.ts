/** Cells of a grid where nobody says how many. */
export const DEFAULT_COUNT = 4;
