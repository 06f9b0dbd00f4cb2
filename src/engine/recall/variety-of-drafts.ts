import { RANGES } from '../basics/index.js';

/** What the variety dial sets where memory drafts. */
export interface DraftVariety {
  /** Of the descriptions' probabilities when one is drawn, ≥ 0. */
  temperature: number;
  /** How much a nat of a description's log-likelihood counts against difference, > 0. */
  qualityWeight: number;
  /** What a picture costs by the square of how many of its thing are commoner, in nats of the description, ≥ 0. */
  oddityCost: number;
  /** 0–1, part of the candidates that cells are chosen from, the best. */
  kept: number;
  /** 0–1, part of the candidates that are painted though nobody asked. */
  painted: number;
}

/** The variety from which on nobody wonders at a blue cat. */
const FREE_COLOURS = 0.7;

/** The variety from which on all candidates are chosen from. */
const ALL_KEPT = 0.6;

/**
 * The variety dial, v = variety / 100, each formula monotone and without jumps:
 *
 * - temperature = 2.5·v: at 0 the likeliest description is taken, for all cells
 * - quality weight = 0.3·(1 − v) + 0.03
 * - oddity cost = 2·(1 − v): a poodle stands for a dog only where much variety is asked for
 * - kept = min(1, v/0.6)², of one candidate at least: where it is fewer than cells, these share plans and differ in
 *   their noise
 * - painted = 0 up to v = 0.7, then rising to a half
 *
 * @param variety in `RANGES.variety`
 */
export function varietyOfDrafts(variety: number): DraftVariety {
  const v = variety / RANGES.variety.max;
  return {
    temperature: 2.5 * v,
    qualityWeight: 0.3 * (1 - v) + 0.03,
    oddityCost: 2 * (1 - v),
    kept: Math.min(1, v / ALL_KEPT) ** 2,
    painted: (0.5 * Math.max(0, v - FREE_COLOURS)) / (1 - FREE_COLOURS),
  };
}
