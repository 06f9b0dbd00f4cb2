import type { Rng } from '../basics/index.js';
import type { Draft, Drafts } from '../draft/index.js';
import { LESS_PLAIN } from './asked-looks.js';
import { type Combination, type CombinationRequest, combineLooks, type Tier } from './combinations.js';
import { knownAmong } from './draft-likeness.js';
import { boxesAsAsked, resized, SIZES } from './sizes.js';
import { variations } from './variations.js';

/** A draft that would do, before the prior has said how likely it is. */
export interface Candidate extends Omit<Combination, 'misses' | 'awkward'> {
  /** Whether it looks like one that was shown. */
  wasShown: boolean;
}

export interface CandidateRequest extends CombinationRequest {
  /** At least so many that were not shown, where memory has them. */
  count: number;
  /** 0–1, how often a painted look is taken for one as drawn. */
  painted: number;
  shown: readonly Draft[];
}

/** Most candidates: as many descriptions as the prior scores in one batch. */
const MOST_CANDIDATES = 64;

/**
 * Drafts of what was read, all of which have what was asked for as far as memory can draft it: artwork in all styles
 * that have every thing, natural looks first, then paints (where few of many drawings fit, after these in another size
 * or place), then other sizes and places, and what was shown before only when nothing else is left. At most 64, spread
 * over the styles.
 */
export function draftCandidates(drafts: Drafts, request: CandidateRequest): Candidate[] {
  const { count, shown, rng, pinned } = request;
  const wasShown = knownAmong(shown, drafts);
  const isKnown = ({ draft }: Combination) => wasShown(draft);
  const fresh: Fresh = (from, tier) => from.flatMap((one) => (isKnown(one) ? [] : [candidateOf(one, tier, false)]));
  const all = combineLooks(drafts, request);
  const fewest = leastAwkward(withFewestMisses(all));
  const asked = sized(shuffled(fewest, rng), drafts, request);
  // What a style, a mood or a part that is kept out leaves of the drawings may be one: paints of it would be oddities.
  const isNarrowed =
    request.reading.style !== undefined || drawingsOf(fewest).size < Math.max(FEW_DRAWINGS, drawingsOf(all).size);
  const chosen = looksOf(asked, fresh, drafts, request, isNarrowed);
  for (const size of SIZES) {
    if (chosen.length >= count || pinned.boxes !== undefined) break;
    const placed = shuffled(inOtherPlaces(asked.slice(0, MOST_CANDIDATES), size, drafts), rng);
    chosen.push(...bySpread(fresh(placed, 2), MOST_CANDIDATES - chosen.length));
  }
  if (chosen.length < count) {
    const again = asked.filter(isKnown).map((one) => candidateOf(one, one.tier, true));
    chosen.push(...bySpread(again, MOST_CANDIDATES));
  }
  return chosen.slice(0, MOST_CANDIDATES);
}

/** Those that were not shown, as candidates of a tier. */
type Fresh = (from: readonly Combination[], tier: Tier) => Candidate[];

function candidateOf({ draft, oddity }: Combination, tier: Tier, wasShown: boolean): Candidate {
  return { draft, tier, oddity, wasShown };
}

/** Fewer drawings than this in a whole grid would be monotonous, where others do nearly as well. */
const FEW_DRAWINGS = 3;

const drawingsOf = (some: readonly Combination[]) =>
  new Set(some.map(({ draft }) => draft.things.map(({ picture }) => picture).join()));

function withFewestMisses(all: readonly Combination[]): Combination[] {
  const least = Math.min(...all.map(({ misses }) => misses));
  const best = all.filter(({ misses }) => misses === least);
  if (drawingsOf(best).size >= FEW_DRAWINGS) return best;
  return all.filter(({ misses }) => misses <= least + LESS_PLAIN);
}

/** So many drawings are enough for a grid to have different ones, and so many where others go very ill. */
const ENOUGH = 4;
const ENOUGH_OF_GOOD = 2;
/** So many drawings of what stands to the first, too, where there are as many. */
const ENOUGH_OF_OTHERS = 2;
/** What goes by more than this worse with what was asked for goes very ill: glasses on a back. */
const ILL = 0.5;

/** What goes best with what was asked for, and as much of the others as it takes for enough drawings. */
function leastAwkward(all: readonly Combination[]): Combination[] {
  const steps = [...new Set(all.map(({ awkward }) => awkward))].sort((one, other) => one - other);
  const upTo = (most: number) => all.filter(({ awkward }) => awkward <= most);
  const drawings = (some: readonly Combination[], k: number) =>
    new Set(some.map(({ draft }) => draft.things[k]!.picture)).size;
  // A cake on the one turtle that stands best would be on that in all cells.
  const others = (all[0]?.draft.things ?? []).map((_, k) => Math.min(drawings(all, k), ENOUGH_OF_OTHERS)).slice(1);
  const hasEnough = (most: number, least: number) => {
    const some = upTo(most);
    return drawings(some, 0) >= least && others.every((few, k) => drawings(some, k + 1) >= few);
  };
  const good = steps.filter((most) => most <= steps[0]! + ILL);
  const step =
    good.find((most) => hasEnough(most, ENOUGH)) ??
    [good.at(-1)!, ...steps.slice(good.length)].find((most) => hasEnough(most, ENOUGH_OF_GOOD));
  return step === undefined ? [...all] : upTo(step);
}

/**
 * Natural looks, where few are left of many also their variations and, where these are too few or colours are free,
 * painted ones in place of the last of them.
 */
function looksOf(
  asked: readonly Combination[],
  fresh: Fresh,
  drafts: Drafts,
  { count, painted, pinned, composition, tables }: CandidateRequest,
  isNarrowed: boolean,
): Candidate[] {
  const inTier = (tier: Tier) => asked.filter((one) => one.tier === tier);
  const chosen = bySpread(fresh(inTier(0), 0), MOST_CANDIDATES);
  const strange = inTier(1).filter(({ isUnnatural = false }) => isUnnatural);
  const painting = inTier(1).filter(({ isUnnatural = false }) => !isUnnatural);
  // A corgi of which there are two drawings is on a blue board before it is small, and small before it is black.
  const isPaintable = !isNarrowed || composition.objects.length > 1;
  const isKnownByColour = isPaintable && strange.length > 0 && drawingsOf(inTier(0)).size < count;
  if (chosen.length < count && isKnownByColour) chosen.push(...bySpread(fresh(painting, 1), count - chosen.length));
  if (chosen.length < count && (isNarrowed || isKnownByColour) && pinned.boxes === undefined) {
    const colours = composition.objects.flatMap((object) => object.colours);
    const varied = inTier(0).flatMap((one) =>
      variations(one.draft, colours, drafts, tables).map((draft) => ({ ...one, draft })),
    );
    chosen.push(...bySpread(fresh(varied, 1), MOST_CANDIDATES - chosen.length));
  }
  const wanted = Math.round(painted * MOST_CANDIDATES);
  if (chosen.length >= count && wanted === 0) return chosen;
  const repainted = bySpread(
    fresh(isKnownByColour ? strange : inTier(1), 1),
    Math.max(wanted, MOST_CANDIDATES - chosen.length),
  );
  const natural = chosen.slice(0, MOST_CANDIDATES - Math.min(wanted, repainted.length));
  return [...natural, ...repainted.slice(0, MOST_CANDIDATES - natural.length)];
}

function inOtherPlaces(asked: readonly Combination[], size: number, drafts: Drafts): Combination[] {
  return asked.flatMap((one) => {
    return resized(one.draft, drafts.describe(one.draft).boxes, size).map((draft) => ({ ...one, draft }));
  });
}

/**
 * In the sizes that are asked for, unless boxes or blobs say where things are: natural looks and painted ones, as many
 * as there can be candidates.
 */
function sized(asked: readonly Combination[], drafts: Drafts, request: CandidateRequest): readonly Combination[] {
  const { composition, pinned } = request;
  const isAsked = composition.objects.some(({ size, stature }) => (size ?? stature) !== undefined);
  if (!isAsked || pinned.boxes || pinned.blobs) return asked;
  const some = ([0, 1] as const).flatMap((tier) =>
    bySpread(
      asked.filter((one) => one.tier === tier),
      MOST_CANDIDATES,
    ),
  );
  return some.map((one) => {
    const boxes = boxesAsAsked(drafts.describe(one.draft).boxes, composition);
    return boxes === undefined ? one : { ...one, draft: { ...one.draft, boxes } };
  });
}

/** The first so many, taking turns between styles. */
function bySpread<T extends Pick<Candidate, 'draft'>>(candidates: readonly T[], most: number): T[] {
  const lists = [...new Set(candidates.map(({ draft }) => draft.style))].map((style) =>
    candidates.filter(({ draft }) => draft.style === style),
  );
  const longest = Math.max(0, ...lists.map(({ length }) => length));
  return Array.from({ length: longest }, (_, k) => lists.flatMap((list) => list.slice(k, k + 1)))
    .flat()
    .slice(0, Math.max(0, most));
}

function shuffled<T>(items: readonly T[], rng: Rng): T[] {
  const order = [...items];
  for (let k = order.length - 1; k > 0; k--) {
    const other = Math.floor(rng.uniform() * (k + 1));
    [order[k], order[other]] = [order[other]!, order[k]!];
  }
  return order;
}
