import { encodeContent, type LatentContext, type LatentKind, type Latents, presentKinds } from '../latents/index.js';

import type { Manifest } from '../manifest/index.js';
import { cellPlaces } from './cell-places.js';

/** What the prior reads: four numbers a token (docs/bundle.md, "Latents and their tokens"), all of one length. */
export interface TokenSequence {
  /** Vocabulary ids. */
  ids: number[];
  /** 0 for `<bos>`, else the kind's place in the manifest's `kinds` plus 1. */
  kindIds: number[];
  /** 0 for `<bos>` and start tokens, then 1, 2, … up to the segment's `<end>`. */
  positions: number[];
  /** Where in the boxes the visual token behind this one lies (`cellPlaces`); 0 for all others. */
  places: number[];
}

/**
 * The tokens of latents: `<bos>` and then each present kind's start token, content and `<end>`.
 * @param order kinds in the order wanted; default: canonical. Kinds without a value are skipped.
 * @throws KaleidoError `bad_pin` when a value does not fit the bundle's limits
 */
export function encodeSequence(
  latents: Latents,
  context: LatentContext,
  order: readonly LatentKind[] = presentKinds(latents),
): TokenSequence {
  const { vocabulary } = context.manifest;
  const sequence: TokenSequence = { ids: [vocabulary.specials.bos], kindIds: [0], positions: [0], places: [0] };
  for (const kind of order) {
    if (latents[kind] === undefined) continue;
    const kindId = kindIdOf(kind, context.manifest);
    const places = segmentPlaces(kind, sequence, context.manifest);
    const ids = [startOf(kind, context.manifest), ...encodeContent(kind, latents, context), vocabulary.specials.end];
    ids.forEach((id, position) => {
      sequence.ids.push(id);
      sequence.kindIds.push(kindId);
      sequence.positions.push(position);
      sequence.places.push(places[position] ?? 0);
    });
  }
  return sequence;
}

/** Tokens `from` … `to` − 1, copied. */
export function sliceSequence(
  { ids, kindIds, positions, places }: TokenSequence,
  from: number,
  to: number,
): TokenSequence {
  return {
    ids: ids.slice(from, to),
    kindIds: kindIds.slice(from, to),
    positions: positions.slice(from, to),
    places: places.slice(from, to),
  };
}

/**
 * The places that go with the positions of a segment of this kind behind a sequence; beyond the list's end they are 0.
 */
export function segmentPlaces(kind: LatentKind, { ids, kindIds }: TokenSequence, manifest: Manifest): number[] {
  if (kind !== 'tokens') return [];
  const [first, end] = manifest.vocabulary.ranges.location;
  const boxes = kindIdOf('boxes', manifest);
  const corners = ids.filter((id, at) => kindIds[at] === boxes && id >= first && id < end).map((id) => id - first);
  return cellPlaces(corners, manifest.codebook.grid);
}

/** The prior's number for a kind, 1–5. */
export function kindIdOf(kind: LatentKind, manifest: Manifest): number {
  return manifest.kinds.indexOf(kind) + 1;
}

/**
 * Vocabulary id of a kind's start token.
 * @throws RangeError when the bundle does not have the kind: callers check that at the edge
 */
export function startOf(kind: LatentKind, manifest: Manifest): number {
  const start = manifest.vocabulary.starts[kind];
  if (start === undefined) throw new RangeError(`The bundle ${manifest.name} has no ${kind}.`);
  return start;
}
