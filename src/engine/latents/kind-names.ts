import { LATENT_KINDS, type LatentKind } from './latents.js';

/**
 * What people call each kind, and write: on cards, in commands and pins, in reports and errors. Records, bundles and codes keep the kinds'
 * own names, which are those of the papers.
 */
export const KIND_NAMES: Readonly<Record<LatentKind, string>> = {
  description: 'description',
  boxes: 'boxes',
  blobs: 'shapes',
  palette: 'palette',
  tokens: 'texture',
};

/** Names that people may write: those that are shown, and the kinds' own, which earlier versions showed. */
export const WRITTEN_KINDS: ReadonlyMap<string, LatentKind> = new Map(
  LATENT_KINDS.flatMap((kind) => [[KIND_NAMES[kind], kind] as const, [kind, kind] as const]),
);

/** The names of kinds in a list, as people read it. */
export function kindList(kinds: readonly LatentKind[]): string {
  return kinds.map((kind) => KIND_NAMES[kind]).join(', ');
}

/** The kind that a word names, in any case; undefined for none. */
export function kindNamed(word: string): LatentKind | undefined {
  return WRITTEN_KINDS.get(word.trim().toLowerCase());
}
