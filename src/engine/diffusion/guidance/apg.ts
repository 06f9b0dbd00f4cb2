import type { GuidanceRule } from './rule.js';

/** Weight of the earlier differences; negative, so that a direction that was pushed before is pushed less. */
const MOMENTUM = -0.5;
/** Largest norm of the difference, per square root of an element: 15 for the paper's 4 × 64 × 64 latents. */
const NORM_PER_ELEMENT = 15 / Math.sqrt(4 * 64 * 64);

/**
 * Adaptive projected guidance (Sadat et al. 2410.02416, with η = 0): the difference between the two predictions
 * gets reverse momentum, its norm is limited, and the part parallel to the conditional prediction, which at high γ only
 * raises contrast until colours burn, is removed.
 */
export function createApg(): GuidanceRule {
  let average: Float32Array | undefined;
  return (conditional, unconditional, scale) => {
    const earlier = average;
    const difference = conditional.map((value, k) => value - unconditional[k]! + MOMENTUM * (earlier?.[k] ?? 0));
    average = difference;
    const norm = Math.sqrt(dot(difference, difference));
    const limit = NORM_PER_ELEMENT * Math.sqrt(difference.length);
    const shrink = norm > limit ? limit / norm : 1;
    const length = dot(conditional, conditional);
    const parallel = length > 0 ? dot(difference, conditional) / length : 0;
    return conditional.map((value, k) => value + (scale - 1) * shrink * (difference[k]! - parallel * value));
  };
}

function dot(a: Float32Array, b: Float32Array): number {
  return a.reduce((sum, value, k) => sum + value * b[k]!, 0);
}
