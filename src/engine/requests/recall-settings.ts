import { RANGES } from '../basics/index.js';

/** How much memory says where nobody chose. */
export const DEFAULT_RECALL = 60;

/** That of a pack: begun later than a grid, its cells have the same body to the pixel, nearly. */
export const PACK_RECALL = 100;

/** What recall means to prior and diffusion (docs/recall.md). */
export interface RecallSettings {
  /** How much the prior's logits of the draft's visual tokens are raised, in nats, ≥ 0; ∞ takes them as they are. */
  beta: number;
  /** The diffusion begins with the draft noised to this part of the timesteps; 1 is pure noise. */
  start: number;
  /** Denoiser steps; absent: the bundle's. */
  steps?: number;
  /** Guidance scale; absent: the bundle's, with its rule and interval. */
  guidance?: number;
  /**
   * Whether details of the draft's faces are kept at every step: where the tokens are the draft's, so that all else
   * agrees with them.
   */
  keepsDetail: boolean;
}

const DEFAULT_START = 0.35;
/** That of recall 100. */
const LATEST_START = 0.2;
/** Below the default the draft leads the prior by this much for each point of recall. */
const NATS_A_POINT = 0.3;
/** Below this the prior leads, and is painted as the bundle paints. */
const LED_FROM = 30;

/**
 * What follows from recall, the one knob of how much memory says. Settled by looking: with the draft's tokens, three
 * steps look like six from a start of 0.55 on; small things are whole at 0.5 where one thing fills the picture, and at
 * 0.35 where there are several; and where fewer than about 50 of 64 tokens are the draft's, small things blur.
 *
 * | recall | visual tokens | begins with | steps | guidance |
 * |---|---|---|---|---|
 * | 0 | the prior's | noise | the bundle's | the bundle's |
 * | 1–29 | the prior's, the draft's raised by 0.3 nats a point | the draft noised to 1 … 0.69 | the bundle's | the
 * bundle's |
 * | 30–59 | the prior's, the draft's raised by 0.3 nats a point | the draft noised to 0.68 … 0.36 | 5 | 1 |
 * | 60–100 | the draft's | the draft noised to 0.35 … 0.2, its faces' details kept | 3 | 1 |
 *
 * @param recall in `RANGES.recall`
 */
export function recallSettings(recall: number): RecallSettings {
  if (recall < DEFAULT_RECALL) {
    const start = between(1, DEFAULT_START, recall / DEFAULT_RECALL);
    const painting = recall < LED_FROM ? {} : { steps: 5, guidance: 1 };
    return { beta: NATS_A_POINT * recall, start, ...painting, keepsDetail: false };
  }
  const late = (recall - DEFAULT_RECALL) / (RANGES.recall.max - DEFAULT_RECALL);
  return {
    beta: Number.POSITIVE_INFINITY,
    start: between(DEFAULT_START, LATEST_START, late),
    steps: 3,
    guidance: 1,
    keepsDetail: true,
  };
}

/** Least recall of a picture that painting begins from: below it the networks make a mush of a photo. */
const LEAST_OF_PICTURE = 35;

/**
 * The recall that a picture is begun from, by how much of it is to stay.
 * @param strength in `RANGES.strength`
 * @returns in `RANGES.recall`, 0 for none of it
 */
export function recallOfStrength(strength: number): number {
  const { max } = RANGES.strength;
  return strength === 0 ? 0 : Math.round(between(LEAST_OF_PICTURE, RANGES.recall.max, strength / max));
}

function between(from: number, to: number, part: number): number {
  return from + (to - from) * part;
}
