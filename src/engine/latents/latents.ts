import { z } from 'zod';
import type { LatentKindSpec } from './kind.js';
import { LATENT_KINDS, type LatentKind, type LatentName, type Latents, type LatentValue, latentKind } from './kinds.js';
import type { Shape } from './shapes.js';
import type { BundleTerms } from './terms.js';

/** Latents from outside (a request, a stored record), whatever the bundle. */
export const latentsSchema: z.ZodType<Latents> = z.strictObject(
  Object.fromEntries(LATENT_KINDS.map((kind) => [kind, latentKind(kind).schema.optional()])),
);

/** Kinds that have a value, in canonical order. */
export function presentKinds(latents: Latents): LatentKind[] {
  return LATENT_KINDS.filter((kind) => latents[kind] !== undefined);
}

/** The latents of some kinds, those that are there. */
export function pickKinds(latents: Latents, kinds: readonly LatentKind[]): Latents {
  return Object.fromEntries(kinds.filter((kind) => latents[kind] !== undefined).map((kind) => [kind, latents[kind]]));
}

/** Content ids of one kind of the latents, which must have it. */
export function encodeContent(kind: LatentKind, latents: Latents, terms: BundleTerms): number[] {
  return withValue(kind, latents, (spec, value) => spec.encode(value, terms));
}

/** One line for people about one kind of the latents, which must have it. */
export function formatLatent(kind: LatentKind, latents: Latents): string {
  return withValue(kind, latents, (spec, value) => spec.format(value));
}

/**
 * One kind of the latents as people write it: what `parsePin` reads as the same value. Empty when there is none.
 * @param side of the bundle's pictures, whose pixels lengths are written in
 */
export function editableText(kind: LatentKind, latents: Latents, side: number): string {
  return latents[kind] === undefined ? '' : withValue(kind, latents, (spec, value) => spec.edit(value, side));
}

/** Each text that latents hold, kind by kind. */
export function latentTexts(latents: Latents): { kind: LatentKind; text: string }[] {
  return presentKinds(latents).flatMap((kind) =>
    withValue(kind, latents, (spec, value) => spec.texts(value)).map((text) => ({ kind, text })),
  );
}

/** All of the latents that have a place on the picture, as shapes, kind by kind. */
export function drawLatents(latents: Latents): Shape[] {
  return presentKinds(latents).flatMap((kind) => withValue(kind, latents, (spec, value) => spec.draw(value)));
}

/**
 * One kind of the latents, which must have it, with as much of its value as the bundle may have room for; empty where a
 * part is no use.
 */
export function shortenLatent(kind: LatentKind, latents: Latents, terms: BundleTerms): Latents {
  const value = withValue(kind, latents, (spec, whole) => spec.shorten(whole, terms));
  return value === undefined ? {} : { [kind]: value };
}

/** What an edit of a kind leaves as it was, in canonical order; the others follow from what was written. */
export function leftByEdit(kind: LatentKind): LatentKind[] {
  return LATENT_KINDS.filter((one) => one !== kind && !latentKind(one).follows.includes(kind));
}

/** Kinds that people are asked to edit, in canonical order. */
export const EDITABLE_KINDS: readonly LatentKind[] = LATENT_KINDS.filter((kind) => latentKind(kind).isEditable);

function withValue<K extends LatentKind, R>(
  kind: K,
  latents: Latents,
  use: (spec: LatentKindSpec<K, LatentValue<K>, LatentName>, value: LatentValue<K>) => R,
): R {
  const value = latents[kind];
  if (value === undefined || value === null) throw new TypeError(`The latents have no ${kind}.`);
  return use(latentKind(kind), value);
}
