import type { PartColour } from '../memory/index.js';

/** What a prompt says of a part of a thing. */
export interface PartPhrase extends PartColour {
  /** As the prompt says it: “pink hair”. */
  readonly said: string;
  /** Further colours, which nothing has beside that one: “and blue”. */
  readonly others: string;
  /** The noun itself, folded: what is worn may be drawn by other things. */
  readonly noun: string;
  /**
   * Whether it is a colour of hair that is said without a word for hair, and of a cat is the colour of all of it:
   * “ginger”.
   */
  readonly isColourAlone: boolean;
  /** Whether the thing comes behind it. */
  readonly thingFollows: boolean;
  /** The word at the beginning that joins it to the thing: how many tokens it has. */
  readonly joint: number;
  /** Tokens, from the word that joins it to the thing to the last that belongs to it. */
  readonly from: number;
  readonly to: number;
}
