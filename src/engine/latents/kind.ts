import type { z } from 'zod';
import type { Grammar, LatentContext } from './context.js';
import type { LatentKind, Latents } from './latents.js';
import type { Shape } from './shapes.js';

/** The value of a kind when it is there. */
export type LatentValue<K extends LatentKind> = NonNullable<Latents[K]>;

/** Everything there is to know about one latent kind. */
export interface LatentKindSpec<K extends LatentKind> {
  readonly kind: K;
  /** Shape and ranges of a value from outside, whatever the bundle. */
  readonly schema: z.ZodType<LatentValue<K>>;
  /**
   * Content ids of a value, without start and end token. Numbers are rounded to the bundle's steps.
   * @throws EngineError `bad_pin` when the value does not fit the bundle's limits
   */
  encode(value: LatentValue<K>, context: LatentContext): number[];
  /** The value of content ids that the grammar allows. */
  decode(ids: readonly number[], context: LatentContext): LatentValue<K>;
  /** A walk through the content; `before` holds the row's latents that come earlier in the sequence. */
  grammar(context: LatentContext, before: Latents): Grammar;
  /**
   * Reads what a person wrote, rounded as the bundle will see it.
   * @throws EngineError `bad_pin` whose hint shows how to write the kind
   */
  parsePin(text: string, context: LatentContext): LatentValue<K>;
  /** One line for people. */
  format(value: LatentValue<K>): string;
  /** The value drawn on its picture; empty for kinds that have no place there. */
  draw(value: LatentValue<K>): Shape[];
}
