import { ownValue, type Rng } from '../basics/index.js';
import { type Draft, type DraftedThing, type Drafts, wornIn } from '../draft/index.js';
import type { Latents } from '../latents/index.js';
import { type Tables, type WornAt, wornAt } from '../manifest/index.js';
import type { AskedThing, PromptReading } from '../words/index.js';
import { type AskedLook, drawnThings, looksFor } from './asked-looks.js';
import type { Composition } from './composition.js';
import { draftKey } from './draft-likeness.js';
import { boxesAsAsked, resized, SIZES } from './sizes.js';

/** A draft that would do, before the prior has said how likely it is. */
export interface Candidate {
  draft: Draft;
  /**
   * How far from the commonest look: 0 as drawn or as asked for, 1 painted though nobody asked, 2 of another size or
   * place.
   */
  tier: Tier;
  /** Whether it looks like one that was shown. */
  wasShown: boolean;
  /** How uncommon its pictures are among those of their things, ≥ 0. */
  oddity: number;
}

type Tier = 0 | 1 | 2;

export interface CandidateRequest {
  composition: Composition;
  reading: Pick<PromptReading, 'style' | 'without' | 'isNested' | 'isClose'>;
  /** Chosen boxes, blobs and palette. */
  pinned: Latents;
  /** 1 and more, in `RANGES.recall`. */
  recall: number;
  /** At least so many that were not shown, where memory has them. */
  count: number;
  /** 0–1, how often a painted look is taken for one as drawn. */
  painted: number;
  shown: readonly Draft[];
  /** The bundle's. */
  styles: readonly string[];
  tables: Pick<Tables, 'wearables' | 'colours'>;
  rng: Rng;
}

/** Most candidates: as many descriptions as the prior scores in one batch. */
export const MOST_CANDIDATES = 64;
/** Combinations of a style that are gone through one by one; of more, as many are drawn. */
const MOST_COMBINATIONS = 512;
/** Chance of a mirrored picture: what training draws. */
const MIRRORED = 0.25;

/**
 * Drafts of what was read, all of which have what was asked for as far as memory can draft it: artwork in all styles
 * that have every thing, natural looks first, then paints, then other sizes and places, and what was shown before only
 * when nothing else is left. At most 64, spread over the styles.
 */
export function draftCandidates(drafts: Drafts, request: CandidateRequest): Candidate[] {
  const { count, shown, rng, painted, pinned } = request;
  const known = new Set(shown.map(draftKey));
  const styles = stylesOf(drafts, request);
  const all = styles.flatMap((style) => ofStyle(drafts, style, request));
  const least = Math.min(...all.map(({ misses }) => misses));
  const asked = sized(
    shuffled(
      all.filter(({ misses }) => misses === least),
      rng,
    ),
    drafts,
    request,
  );
  const fresh = (from: readonly Combination[], tier: Tier): Candidate[] =>
    from.flatMap(({ draft, oddity }) => (known.has(draftKey(draft)) ? [] : { draft, tier, oddity, wasShown: false }));
  const inTier = (tier: Tier) => asked.filter((one) => one.tier === tier);
  const chosen = bySpread(fresh(inTier(0), 0), MOST_CANDIDATES);
  const wanted = Math.round(painted * MOST_CANDIDATES);
  if (chosen.length < count || wanted > 0) {
    const repainted = bySpread(fresh(inTier(1), 1), Math.max(wanted, MOST_CANDIDATES - chosen.length));
    chosen.splice(MOST_CANDIDATES - Math.min(wanted, repainted.length));
    chosen.push(...repainted.slice(0, MOST_CANDIDATES - chosen.length));
  }
  for (const size of SIZES) {
    if (chosen.length >= count || pinned.boxes !== undefined) break;
    const placed = asked.slice(0, MOST_CANDIDATES).flatMap((one) => {
      return resized(one.draft, drafts.describe(one.draft).boxes, size).map((draft) => ({ ...one, draft }));
    });
    chosen.push(...bySpread(fresh(shuffled(placed, rng), 2), MOST_CANDIDATES - chosen.length));
  }
  if (chosen.length < count) {
    const again = asked.filter(({ draft }) => known.has(draftKey(draft)));
    chosen.push(
      ...bySpread(
        again.map((one) => ({ ...one, wasShown: true })),
        MOST_CANDIDATES,
      ),
    );
  }
  return chosen.slice(0, MOST_CANDIDATES);
}

/**
 * In the sizes that are asked for, unless boxes or blobs say where things are: natural looks and painted ones, as many
 * as there can be candidates.
 */
function sized(asked: readonly Combination[], drafts: Drafts, request: CandidateRequest): readonly Combination[] {
  const { composition, reading, pinned } = request;
  const isAsked =
    reading.isNested === true || reading.isClose === true || composition.objects.some(({ size }) => size !== undefined);
  if (!isAsked || pinned.boxes || pinned.blobs) return asked;
  const some = ([0, 1] as const).flatMap((tier) =>
    bySpread(
      asked.filter((one) => one.tier === tier),
      MOST_CANDIDATES,
    ),
  );
  return some.map((one) => {
    const boxes = boxesAsAsked(drafts.describe(one.draft).boxes, composition, reading);
    return boxes === undefined ? one : { ...one, draft: { ...one.draft, boxes } };
  });
}

/**
 * The style asked for, if memory has the things in it; else those that have all of them; else those that have the
 * first.
 */
function stylesOf(drafts: Drafts, { reading, composition, styles }: CandidateRequest): readonly string[] {
  const has = (style: string, object: AskedThing) =>
    drawnThings(object).some(({ thing }) => drafts.looksOf(style, thing).length > 0);
  const whole = styles.filter((style) => composition.objects.every((object) => has(style, object)));
  const some = whole.length > 0 ? whole : styles.filter((style) => has(style, composition.objects[0]!));
  return reading.style !== undefined && some.includes(reading.style) ? [reading.style] : some;
}

type Combination = Omit<Candidate, 'wasShown'> & { misses: number };

function ofStyle(drafts: Drafts, style: string, request: CandidateRequest): Combination[] {
  const { composition, reading, pinned, recall, tables, styles, rng } = request;
  const { kind, objects } = composition;
  // A palette that somebody chose says what colours there are, whatever the prompt says.
  const asked = pinned.palette ? objects.map((object) => ({ ...object, colours: [], parts: [] })) : objects;
  const worn = wornIn({ kind, things: objects });
  const looksIn = (of: string, k: number) => {
    const places = worn.flatMap(({ thing, wearer }) => (wearer === k ? [wornAt(tables, objects[thing]!.names)] : []));
    const looks = looksFor(drafts, of, asked[k]!, reading.without);
    return places.length === 0
      ? looks
      : looks.map((one) => ({
          ...one,
          misses: one.misses + Math.max(...places.map((at) => wearingMisses(one.look, at))),
        }));
  };
  const choices = (kind === 'count' ? [0] : [...objects.keys()]).map((k) => {
    const own = looksIn(style, k);
    return own.length > 0 ? own : styles.flatMap((other) => looksIn(other, k));
  });
  if (choices.some((looks) => looks.length === 0)) return [];
  const places = drafts.placesOf(kind, objects.length);
  // Apart, since of all combinations hardly any are natural.
  const natural = choices.map((looks) => looks.filter(({ isPainted }) => !isPainted));
  const painted = combinations(choices, rng).filter((looks) => looks.some(({ isPainted }) => isPainted));
  return [...combinations(natural, rng), ...painted].map((looks) => {
    const repeated = kind === 'count' ? objects.map(() => looks[0]!) : looks;
    const flip = rng.uniform() < MIRRORED;
    const things = looks.map((one) => drafted(one, flip && looks.length === 1, rng));
    const recoloured = repeated.flatMap((one) => one.recoloured);
    const palette = pinned.palette ?? paletteOf(recoloured, tables.colours);
    return {
      draft: {
        style,
        kind,
        ...(places.length === 0 ? {} : { places: places[Math.floor(rng.uniform() * places.length)]! }),
        things: kind === 'count' ? objects.map(() => things[0]!) : things,
        ...(pinned.boxes ? { boxes: pinned.boxes } : {}),
        ...(pinned.blobs ? { blobs: pinned.blobs } : {}),
        ...(palette ? { palette } : {}),
        recall,
      },
      tier: looks.some(({ isPainted }) => isPainted) ? 1 : 0,
      misses: looks.reduce((sum, { misses }) => sum + misses, 0),
      oddity: looks.reduce((sum, { rank }) => sum + rank ** 2, 0),
    };
  });
}

/**
 * What a look lacks to wear something: it should be known where its head is, what is dressed had better be nothing but
 * a head, what is worn before the eyes is worn by what looks at us, and not all else has a place for it.
 */
function wearingMisses(
  { isFace, isFrontal, hasHead, takesFaceWear }: AskedLook['look'],
  at: WornAt | undefined,
): number {
  if (hasHead) return (at === 'body' && !isFace) || (at === 'face' && !isFrontal) ? 0.5 : 0;
  return at === 'face' && !takesFaceWear ? 2 : 1;
}

function drafted({ thing, look, moods, parts }: AskedLook, flip: boolean, rng: Rng): DraftedThing {
  const mood = moods.length === 0 ? undefined : moods[Math.floor(rng.uniform() * moods.length)]!;
  const shown = mood === undefined ? {} : look.moods.includes(mood) ? { mood } : { mark: mood };
  return {
    thing,
    picture: look.picture,
    ...(look.paint === undefined ? {} : { paint: look.paint }),
    flip,
    ...shown,
    ...(parts.length === 0 ? {} : { parts: [...parts] }),
  };
}

/** Equal shares of each colour's first code. */
function paletteOf(names: readonly string[], colours: Tables['colours']): Latents['palette'] {
  const codes = [...new Set(names)].flatMap((name) => ownValue(colours, name)?.slice(0, 1) ?? []);
  return codes.length === 0 ? undefined : codes.map((colour) => ({ colour, share: 1 / codes.length }));
}

/** One of each list, in every way; of too many ways, some. */
function combinations<T>(choices: readonly (readonly T[])[], rng: Rng): T[][] {
  const total = choices.reduce((product, { length }) => product * length, 1);
  const pick = (index: number) => {
    let rest = index;
    return choices.map((options) => {
      const at = rest % options.length;
      rest = Math.floor(rest / options.length);
      return options[at]!;
    });
  };
  if (total <= MOST_COMBINATIONS) return Array.from({ length: total }, (_, index) => pick(index));
  return Array.from({ length: MOST_COMBINATIONS }, () => pick(Math.floor(rng.uniform() * total)));
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
