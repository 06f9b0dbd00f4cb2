import { RANGES } from '../basics/index.js';

/** What the variety dial sets. */
export interface VarietySettings {
  temperature: number;
  topP: number;
  /** Of the visual tokens: lower than the rest where they are harder to sample well than words and boxes are. */
  tokens: { temperature: number; topP: number };
  /** M, how many candidate plans to sample. */
  candidates: number;
  /**
   * 0–1, chance that a candidate's token is drawn by the candidate's own random number and not by the one all share.
   */
  independence: number;
  /**
   * How much a candidate's log-likelihood (nats a word and nats a visual token) counts against diversity when choosing,
   * > 0.
   */
  qualityWeight: number;
}

/** The prior's own sampling settings, from the manifest's `defaults`: what variety 60 uses. */
export interface PriorDefaults {
  temperature: number;
  top_p: number;
  /** Of the visual tokens; the same as of the rest when absent. */
  tokens_temperature?: number | undefined;
  tokens_top_p?: number | undefined;
}

/** The variety at which the prior is sampled just as its bundle recommends. */
const NEUTRAL_VARIETY = 0.6;
/** Candidates at variety 100 besides the cells wanted: so many for each of them, and so many in any case. */
const EXTRA_A_CELL = 4;
const EXTRA = 7;

/**
 * The variety dial of plans by the prior alone (of those from memory: `recall/variety-of-drafts.ts`), v = variety /
 * 100, each formula monotone and without jumps:
 *
 * - temperature = T0·(0.55 + 0.75·v), so T0 at v = 0.6; the visual tokens have a T0 of their own
 * - top_p = p0·min(1, 0.5 + 0.5·v/0.6), so p0 from v = 0.6 on; likewise
 * - independence = min(1, v/0.6)². Whatever it is, every candidate by itself is an exact sample of the prior, for a
 *   shared uniform number is as uniform as an own one; but candidates that share most of their draws mostly agree
 *   (common random numbers). At 0 all are one plan and the cells differ in their noise only; at 1 they are independent
 * - candidates = ⌈count + (4·count + 7)·v⌉ (18 for 4 cells at v = 0.6), at most `RANGES.candidates.max`; only one at v
 *   = 0, where all would be the same
 * - quality weight = 5 − 4.7·v: never 0, for among the likely plans there is variety enough, and unlikely ones are no
 *   pictures
 *
 * @param variety in `RANGES.variety`
 * @param count cells wanted, in `RANGES.count`
 */
export function varietySettings(
  variety: number,
  count: number,
  { temperature, top_p, tokens_temperature = temperature, tokens_top_p = top_p }: PriorDefaults,
): VarietySettings {
  const v = variety / RANGES.variety.max;
  const towardsNeutral = Math.min(1, v / NEUTRAL_VARIETY);
  const heat = 0.55 + 0.75 * v;
  const head = 0.5 + 0.5 * towardsNeutral;
  return {
    temperature: temperature * heat,
    topP: top_p * head,
    tokens: { temperature: tokens_temperature * heat, topP: tokens_top_p * head },
    independence: towardsNeutral ** 2,
    candidates: v === 0 ? 1 : Math.min(RANGES.candidates.max, Math.ceil(count + (EXTRA_A_CELL * count + EXTRA) * v)),
    qualityWeight: 5 - 4.7 * v,
  };
}
