/** How much memory says where nobody chose. */
export const DEFAULT_RECALL = 60;

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
}

/** Latest start, that of recall 100, and the one of the default. */
const LATEST_START = 0.45;
const DEFAULT_START = 0.7;
/** Below the default the draft leads the prior by this much for each point of recall. */
const NATS_A_POINT = 0.1;

/**
 * What follows from recall, the one knob of how much memory says.
 *
 * | recall | visual tokens | begins with | steps | guidance |
 * |---|---|---|---|---|
 * | 0 | the prior's | noise | the bundle's | the bundle's |
 * | 1–59 | the prior's, the draft's raised by recall / 10 nats | the draft noised to 1 … 0.7 | 6 | 1 |
 * | 60–100 | the draft's | the draft noised to 0.7 … 0.45 | 6 … 4 | 1 |
 *
 * @param recall 0–100
 */
export function recallSettings(recall: number): RecallSettings {
  if (recall === 0) return { beta: 0, start: 1 };
  if (recall < DEFAULT_RECALL) {
    const start = between(1, DEFAULT_START, recall / DEFAULT_RECALL);
    return { beta: NATS_A_POINT * recall, start, steps: 6, guidance: 1 };
  }
  const late = (recall - DEFAULT_RECALL) / (100 - DEFAULT_RECALL);
  return {
    beta: Number.POSITIVE_INFINITY,
    start: between(DEFAULT_START, LATEST_START, late),
    steps: Math.round(between(6, 4, late)),
    guidance: 1,
  };
}

function between(from: number, to: number, part: number): number {
  return from + (to - from) * part;
}
