/**
 * Patterns that can be painted over the body of what a picture shows, and what all of it can look as if made of:
 * `gloss` of metal, glass or ice, `grain` of wood or stone, `galaxy` of stars.
 */
export const PATTERNS = ['stripes', 'dots', 'checks', 'rainbow', 'gloss', 'grain', 'patches', 'galaxy'] as const;

/** Name of a pattern. */
export type PatternName = (typeof PATTERNS)[number];

/** A pattern on a thing's body. */
export interface Pattern {
  kind: PatternName;
  /** One of `tables.colours`; absent for one that is seen on the body. Of a rainbow it says nothing. */
  colour?: string;
}
