import type { ColourIndex } from './colours.js';

/**
 * What the latent kinds know of a bundle: the parts of its manifest (docs/bundle.md), and how it spells and colours.
 */
export interface BundleTerms {
  readonly manifest: {
    /** Side of a picture in pixels. */
    readonly image: { readonly size: number };
    /** Most pieces of a description and of a label, boxes or ellipses, and colours of a palette. */
    readonly limits: {
      readonly description: number;
      readonly label: number;
      readonly objects: number;
      readonly colours: number;
    };
    readonly vocabulary: {
      readonly specials: { readonly unk: number; readonly end: number };
      /** Ids [first, last + 1]. */
      readonly ranges: Readonly<
        Record<'text' | 'location' | 'angle' | 'colour' | 'share' | 'code', readonly [first: number, end: number]>
      >;
    };
    readonly palette: { readonly colours: readonly string[] };
    readonly codebook: { readonly grid: number };
  };
  readonly tokenizer: TextPieces;
  /** Nearest-colour look-up in the bundle's palette codebook. */
  readonly colours: ColourIndex;
  /** The piece that a blank text stands for, undefined when no piece is blank. */
  readonly blankPiece: number | undefined;
}

/** Text to and from ids of a bundle. */
export interface TextPieces {
  /** Ids of a text, without special tokens and without limit; `<unk>` for characters that the bundle lacks. */
  encode(text: string): number[];
  /** Text of ids, special tokens left out, with single spaces and none at the ends. */
  decode(ids: readonly number[]): string;
  /** Words of a text in which the bundle cannot read some character, as they were written. */
  unreadableWords(text: string): string[];
}

/** What similarities of latents know of a bundle. */
export interface SimilarityTerms {
  /** Names of its styles. */
  readonly styles: readonly string[];
  /** Mean straight colour of each visual token, `#rrggbbaa`. */
  readonly codebook: { readonly colours: readonly string[] };
}
