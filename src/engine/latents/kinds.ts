import { z } from 'zod';
import { EngineError } from '../basics/index.js';
import type { Manifest } from '../manifest/index.js';
import { blobs } from './blobs.js';
import { boxes } from './boxes.js';
import type { LatentContext } from './context.js';
import { description } from './description.js';
import type { LatentKindSpec } from './kind.js';
import { kindNamed } from './kind-names.js';
import { LATENT_KINDS, type LatentKind, type Latents } from './latents.js';
import { palette } from './palette.js';
import type { Shape } from './shapes.js';
import { tokens } from './tokens.js';

const SPECS: { readonly [K in LatentKind]: LatentKindSpec<K> } = {
  description,
  boxes,
  blobs,
  palette,
  tokens,
};

/** Characters of a pin: the most visual tokens that a grid has, written out, are fewer. */
const LONGEST_PIN = 8192;

/** Latents from outside (a request, a stored record), whatever the bundle. */
export const latentsSchema: z.ZodType<Latents> = z.strictObject({
  description: description.schema.optional(),
  boxes: boxes.schema.optional(),
  blobs: blobs.schema.optional(),
  palette: palette.schema.optional(),
  tokens: tokens.schema.optional(),
});

/** The specification of a kind. */
export function latentKind<K extends LatentKind>(kind: K): LatentKindSpec<K> {
  return SPECS[kind];
}

/** Kinds that have a value, in canonical order. */
export function presentKinds(latents: Latents): LatentKind[] {
  return LATENT_KINDS.filter((kind) => latents[kind] !== undefined);
}

/** The latents of some kinds, those that are there. */
export function pickKinds(latents: Latents, kinds: readonly LatentKind[]): Latents {
  return Object.fromEntries(kinds.filter((kind) => latents[kind] !== undefined).map((kind) => [kind, latents[kind]]));
}

/**
 * A kind by the name that a person wrote, in any case.
 * @throws EngineError `unknown_kind` naming those that the bundle has
 */
export function findKind(name: string, manifest: Manifest): LatentKind {
  const found = kindNamed(name);
  if (found !== undefined && manifest.kinds.includes(found)) return found;
  throw new EngineError('unknown_kind', { name: name.trim(), kinds: manifest.kinds });
}

/**
 * Reads `kind=value` as a person wrote it, such as `palette=red,#ffcc00`, rounded as the bundle will see it.
 * @throws EngineError `unknown_kind` or `bad_pin`
 */
export function parsePin(text: string, context: LatentContext): Latents {
  const equals = text.indexOf('=');
  const [name, value] = equals < 0 ? [text] : [text.slice(0, equals), text.slice(equals + 1)];
  const kind = findKind(name, context.manifest);
  if (text.length > LONGEST_PIN) {
    throw new EngineError('bad_pin', { why: 'long_pin', kind, most: LONGEST_PIN });
  }
  if (value === undefined) {
    throw new EngineError('bad_pin', { why: 'no_value', kind, text });
  }
  return { [kind]: latentKind(kind).parsePin(value, context) };
}

/** Content ids of one kind of the latents, which must have it. */
export function encodeContent(kind: LatentKind, latents: Latents, context: LatentContext): number[] {
  return withValue(kind, latents, (spec, value) => spec.encode(value, context));
}

/** One line for people about one kind of the latents, which must have it. */
export function formatLatent(kind: LatentKind, latents: Latents): string {
  return withValue(kind, latents, (spec, value) => spec.format(value));
}

/** All of the latents that have a place on the picture, as shapes, kind by kind. */
export function drawLatents(latents: Latents): Shape[] {
  return presentKinds(latents).flatMap((kind) => withValue(kind, latents, (spec, value) => spec.draw(value)));
}

function withValue<K extends LatentKind, R>(
  kind: K,
  latents: Latents,
  use: (spec: LatentKindSpec<K>, value: NonNullable<Latents[K]>) => R,
): R {
  const value = latents[kind];
  if (value === undefined || value === null) throw new TypeError(`The latents have no ${kind}.`);
  return use(SPECS[kind], value);
}
