import type { Expression, Eye } from '../../memory/index.js';

/** What is drawn into a face of its own. */
export interface Face {
  expression: Expression;
  /** One, or two from left to right. */
  eyes: readonly Eye[];
  /** Where one that is seen from the side looks: −1 to the left, 1 to the right. */
  facing: -1 | 1;
  /** An animal's nose is no mouth, and its fur never flushes. */
  isAnimal: boolean;
  /** Least width of a line, in pixels of the picture. */
  line: number;
}
