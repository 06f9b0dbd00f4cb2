import { type FloatTensor, type IntTensor, intTensor, LOCATION_STEPS } from '../basics/index.js';
import type { LatentContext } from '../context/index.js';
import { encodeContent, type LatentKind, type Latents, presentKinds } from '../latents/index.js';
import type { Manifest } from '../manifest/index.js';
import { inOrder } from './ahead-input.js';

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
 * @throws EngineError `bad_pin` when a value does not fit the bundle's limits
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

/** Parts that a box's side is told apart in. */
const PARTS = 8;

/**
 * The places of the cells of the visual tokens' grid, row by row (docs/bundle.md, "Places"): which box each lies in,
 * and where in it.
 * @param corners x0, y0, x1, y1 of every box from back to front, in steps of 1/32 of the canvas side
 * @param grid cells along a side of that grid, which divide those steps
 */
export function cellPlaces(corners: readonly number[], grid: number): number[] {
  const side = LOCATION_STEPS / grid;
  return Array.from({ length: grid ** 2 }, (_, cell) => {
    return placeOf((cell % grid) * side, Math.floor(cell / grid) * side, side, corners);
  });
}

/** Place of the cell whose upper left corner is x, y. */
function placeOf(x: number, y: number, side: number, corners: readonly number[]): number {
  let place = 0;
  let most = 1;
  for (let box = 0; box * 4 < corners.length; box++) {
    const [x0, y0, x1, y1] = corners.slice(box * 4, box * 4 + 4) as [number, number, number, number];
    const covered = overlap(x, side, x0, x1) * overlap(y, side, y0, y1);
    if (covered < most) continue;
    most = covered;
    place = 1 + (box * PARTS + part(y + side / 2, y0, y1)) * PARTS + part(x + side / 2, x0, x1);
  }
  return place;
}

/** Steps from `start` to `start + side` that the interval covers. */
function overlap(start: number, side: number, low: number, high: number): number {
  return Math.max(0, Math.min(high, start + side) - Math.max(low, start));
}

/** The eighth of the interval that holds the centre of a cell, or the one next to it. */
function part(centre: number, low: number, high: number): number {
  const eighth = Math.floor((PARTS * (centre - low)) / (high - low));
  return Math.min(PARTS - 1, Math.max(0, eighth));
}

/**
 * Inputs of `prior.onnx` that describe the new tokens: four numbers of each, [B, N], and which are hidden from which,
 * [N, N].
 */
export type TokenInputs = Readonly<Record<'tokens' | 'kind_ids' | 'positions' | 'places', IntTensor>> & {
  readonly ahead: FloatTensor;
};

/** Sequences of different lengths as one batch, padded on the right to `width` = N. */
export function padSequences(
  sequences: readonly TokenSequence[],
  manifest: Manifest,
): { inputs: TokenInputs; lengths: number[]; width: number } {
  const lengths = sequences.map((sequence) => sequence.ids.length);
  const width = Math.max(...lengths);
  const grid = (key: keyof TokenSequence, padding: number) => {
    const values = new Float64Array(sequences.length * width).fill(padding);
    sequences.forEach((sequence, row) => {
      values.set(sequence[key], row * width);
    });
    return intTensor([sequences.length, width], values);
  };
  return {
    inputs: {
      tokens: grid('ids', manifest.vocabulary.specials.pad),
      kind_ids: grid('kindIds', 0),
      positions: grid('positions', 0),
      places: grid('places', 0),
      ahead: inOrder(width),
    },
    lengths,
    width,
  };
}
