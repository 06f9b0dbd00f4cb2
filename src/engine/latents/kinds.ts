import { namesOf } from '../basics/index.js';
import { blobs } from './blobs.js';
import { boxes } from './boxes.js';
import { description } from './description.js';
import type { LatentKindSpec } from './kind.js';
import { palette } from './palette.js';
import { tokens } from './tokens.js';

/**
 * Every latent kind, in canonical order: that of sequences and cards. A line here is all that a new one needs beside
 * its file, and its names in chat. It stands where training has it, before `tokens`, which end every sequence
 * (training/kaleido/latents/kinds.py).
 */
const SPECS = {
  description,
  boxes,
  blobs,
  palette,
  tokens,
} as const;

/** What a bundle and its records call a latent kind. */
export type LatentKind = keyof typeof SPECS;
export const LATENT_KINDS = namesOf(SPECS);

/** What people call the kinds in English, and write. */
export type LatentName = (typeof SPECS)[LatentKind]['name'];

type ValueOf<S> = S extends LatentKindSpec<string, infer V, string> ? V : never;

/** One value per latent kind; a kind that was neither sampled nor given is absent. */
export type Latents = { [K in LatentKind]?: ValueOf<(typeof SPECS)[K]> };

/** The value of a kind when it is there. */
export type LatentValue<K extends LatentKind> = NonNullable<Latents[K]>;

const BY_KIND: { readonly [K in LatentKind]: LatentKindSpec<K, LatentValue<K>, LatentName> } = SPECS;

/** The specification of a kind. */
export function latentKind<K extends LatentKind>(kind: K): LatentKindSpec<K, LatentValue<K>, LatentName> {
  return BY_KIND[kind];
}
