import type { RgbaImage } from '../basics/index.js';

/**
 * What is done to a finished picture, in place of a style that no network has learned: the picture is painted in one of
 * the bundle's styles, and then changed as a whole.
 */
export interface Finish {
  /** How people call the style, by language (ISO 639): words with `_` for spaces, apart. */
  words: Readonly<Record<string, string>>;
  /** Styles whose pictures it becomes best, where a bundle has these and the prompt names none; absent for all. */
  paintedIn?: readonly string[];
  /** What of the colours asked for is gone: all, or all but black, white and grey; absent where they stay. */
  lacks?: 'colours' | 'hues';
  /**
   * The picture as finished, of the same size; the same pixels give the same.
   * @param image square
   */
  apply(image: RgbaImage): RgbaImage;
}
