import type { z } from 'zod';
import type { BitCoding } from './bit-values.js';
import type { Pairwise } from './features.js';
import type { IdSet } from './id-set.js';
import type { Shape } from './shapes.js';
import type { BundleTerms, SimilarityTerms } from './terms.js';

/** Everything there is to know about one latent kind but what chat calls it. */
export interface LatentKindSpec<K extends string, V, N extends string = K> {
  readonly kind: K;
  /**
   * What people call it in English and write: on the command line, in pins and errors. Records, bundles and codes have
   * the kind itself.
   */
  readonly name: N;
  /** Shape and ranges of a value from outside, whatever the bundle. */
  readonly schema: z.ZodType<V>;
  /**
   * Content ids of a value, without start and end token. Numbers are rounded to the bundle's steps.
   * @throws EngineError `bad_pin` when the value does not fit the bundle's limits
   */
  encode(value: V, terms: BundleTerms): number[];
  /** The value of content ids that the grammar allows. */
  decode(ids: readonly number[], terms: BundleTerms): V;
  /** A walk through the content; `before` holds the row's latents that come earlier in the sequence. */
  grammar(terms: BundleTerms, before: Earlier): Grammar;
  /**
   * Reads what a person wrote, rounded as the bundle will see it.
   * @throws EngineError `bad_pin` whose hint shows how to write the kind
   */
  parsePin(text: string, terms: BundleTerms): V;
  /**
   * The value as people write it, to be edited: what `parsePin` reads as the same value.
   * @param side of the bundle's pictures, whose pixels lengths are written in
   */
  edit(value: V, side: number): string;
  /** Whether people are asked to edit it; not where the text means nothing to a reader. */
  readonly isEditable: boolean;
  /** The kinds whose edit has this one made anew, as it says the same in its own way. */
  readonly follows: readonly string[];
  /** One line for people. */
  format(value: V): string;
  /** Every text in it, for the blocklist. */
  texts(value: V): string[];
  /** The value drawn on its picture; empty for kinds that have no place there. */
  draw(value: V): Shape[];
  /** How alike values of n plans are: a positive semidefinite kernel with ones on the diagonal. */
  similarity(values: readonly V[], terms: SimilarityTerms): Pairwise;
  /** Of that similarity in the mean over the kinds, > 0. */
  readonly weight: number;
  /** The value in latent codes, as bits that mean the same to every bundle. */
  readonly bits: BitCoding<V>;
  /** Whether only bundles of the same visual tokenizer can use a value. */
  readonly isOfVisualTokenizer: boolean;
  /** As much of the value as the bundle may have room for; undefined where a part of it is no use. */
  shorten(value: V, terms: BundleTerms): V | undefined;
}

/** What grammars ask of a row's earlier latents. */
export interface Earlier {
  /** Each has an ellipse of its own. */
  readonly boxes?: readonly unknown[];
}

/**
 * Walks through the content of one segment, the `<end>` token included. Whatever ids are chosen from what it allows,
 * the content can be decoded; after `<end>` the walk is over.
 */
export interface Grammar {
  /** Adds the ids that may come next, in ascending order, to an empty set. Never none. */
  allowed(into: IdSet): void;
  /** Moves on by one id, which must be an allowed one. */
  accept(id: number): void;
}
