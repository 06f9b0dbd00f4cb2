import type { Draft, DraftedThing, Drafts } from '../draft/index.js';
import { addFeature, jaccard, words } from '../latents/index.js';
import { isStaged } from './staging.js';

/** Steps of the canvas side that places are told apart by. */
const STEPS = 8;

/**
 * Names a plan: two drafts with one key show the same. It is made of artwork, paint, colours of parts, mood, layout,
 * tilt and finish; a mirror, tokens or noise alone make nothing new, nor does where somebody stands in a place.
 */
export function draftKey({ kind, places, things, boxes, palette, tilt, finish }: Draft): string {
  const placed = (isStaged({ things }) ? undefined : boxes)?.map(({ x0, y0, x1, y1 }) =>
    [x0, y0, x1, y1].map((at) => Math.round(at * STEPS)),
  );
  const coloured = palette?.map(({ colour }) => colour);
  return JSON.stringify([kind, places, things.map(looksOf), placed, coloured, tilt, finish]);
}

function looksOf({ picture, paint, mood, mark, parts, pattern, group }: DraftedThing) {
  const coloured = parts === undefined ? [] : [parts.map(({ part, colour }) => `${part} ${colour}`)];
  const patterned = pattern === undefined ? [] : [[pattern.kind, pattern.colour]];
  const grouped = group === undefined ? [] : [[group.copies, group.way]];
  return [picture, paint ?? '', mood ?? '', mark ?? '', ...coloured, ...patterned, ...grouped];
}

/**
 * Whether a draft shows the same as one of those that were shown. Boxes or a palette that somebody pinned as they were,
 * the picture's own, make nothing new either: they are compared as seen wherever nothing else is new.
 */
export function knownAmong(
  shown: readonly Draft[],
  drafts: Pick<Drafts, 'describe' | 'has'>,
): (draft: Draft) => boolean {
  const measured = new Map<string, Pick<Draft, 'boxes' | 'palette'>>();
  const asSeen = (draft: Draft) => {
    const bare = bareOf(draft);
    const key = draftKey(bare);
    const own = measured.get(key) ?? drafts.describe(bare);
    measured.set(key, own);
    return draftKey({ ...draft, boxes: draft.boxes ?? own.boxes, palette: draft.palette ?? own.palette });
  };
  const known = new Set(shown.map(draftKey));
  const bare = new Set(shown.map((draft) => draftKey(bareOf(draft))));
  let seen: ReadonlySet<string> | undefined;
  return (draft) => {
    if (known.has(draftKey(draft))) return true;
    if (!bare.has(draftKey(bareOf(draft)))) return false;
    seen ??= new Set(shown.filter((one) => drafts.has(one)).map(asSeen));
    return seen.has(asSeen(draft));
  };
}

function bareOf({ boxes: _, palette: __, ...bare }: Draft): Draft {
  return bare;
}

/** What is compared of a draft. */
export interface DescribedDraft {
  draft: Draft;
  description: string;
  /** As `DraftMeasures` has them. */
  silhouettes: readonly (readonly number[])[];
}

/** What is seen first weighs most. Together 1. */
const WEIGHTS = { style: 0.3, silhouette: 0.4, artwork: 0.1, words: 0.1, layout: 0.1 };
/** Silhouettes this far apart are somewhat alike. */
const SOMEWHAT = 0.05;

/**
 * Similarity kernel over drafts, before there are visual tokens: the weighted mean of whether the style is the same,
 * how alike the silhouettes of their things are, one drawing in two techniques being one, how many of the pictures, and
 * of the shades given to them, are the same, the words of the descriptions, and whether the layout is the same. Each is
 * positive semidefinite with ones on the diagonal.
 *
 * @returns K [n, n], 0–1, symmetric
 */
export function draftKernel(drafts: readonly DescribedDraft[]): number[][] {
  const features = drafts.map(({ draft, description, silhouettes }) => ({
    style: draft.style,
    silhouettes,
    artwork: counted([...draft.things.map(({ picture }) => picture), ...shadesOf(draft)]),
    words: counted(words(description)),
    layout: JSON.stringify([draft.kind, draft.places, draft.boxes, draft.tilt]),
  }));
  return features.map((a) =>
    features.map((b) => {
      return (
        WEIGHTS.style * Number(a.style === b.style) +
        WEIGHTS.silhouette * alikeness(a.silhouettes, b.silhouettes) +
        WEIGHTS.artwork * jaccard(a.artwork, b.artwork) +
        WEIGHTS.words * jaccard(a.words, b.words) +
        WEIGHTS.layout * Number(a.layout === b.layout)
      );
    }),
  );
}

/** The part of the things, 0–1, that are one drawing in both, in whatever technique. */
export function sharedDrawings({ drawings }: Drawn, other: Drawn): number {
  return drawings.filter((drawing, k) => drawing === other.drawings[k]).length / drawings.length;
}

/** As `DraftMeasures` has them. */
interface Drawn {
  drawings: readonly number[];
}

const shadesOf = ({ palette = [] }: Draft) => palette.map(({ colour }) => colour);

/** Mean over the things of a Gaussian kernel, 0–1; 0 where there are not as many. */
function alikeness(a: readonly (readonly number[])[], b: readonly (readonly number[])[]): number {
  if (a.length !== b.length) return 0;
  const alike = a.map((one, k) => {
    const squared = one.reduce((sum, value, d) => sum + (value - b[k]![d]!) ** 2, 0);
    return Math.exp(-squared / (2 * SOMEWHAT ** 2));
  });
  return alike.reduce((sum, value) => sum + value, 0) / alike.length;
}

function counted(items: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const item of items) addFeature(counts, item);
  return counts;
}
