import type { RgbaImage } from '../basics/index.js';

/**
 * What is done to a finished picture, in place of a style that no network has learned: the picture is painted in one of
 * the bundle's styles, and then changed as a whole.
 */
export interface Finish {
  /** How people call the style, in whatever language: words with `_` for spaces, apart. */
  words: string;
  /** Styles whose pictures it becomes best, where a bundle has these and the prompt names none. */
  paintedIn: readonly string[];
  /**
   * The picture as finished, of the same size; the same pixels give the same.
   * @param image square
   */
  apply(image: RgbaImage): RgbaImage;
}
