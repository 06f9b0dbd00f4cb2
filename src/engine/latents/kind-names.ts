import { LATENT_KINDS, type LatentKind, type LatentName, latentKind } from './kinds.js';

/**
 * What people call each kind in English, and write; records, bundles and codes keep the kinds' own names, which are
 * those of the papers.
 */
export const KIND_NAMES = Object.fromEntries(LATENT_KINDS.map((kind) => [kind, latentKind(kind).name])) as Readonly<
  Record<LatentKind, LatentName>
>;

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
