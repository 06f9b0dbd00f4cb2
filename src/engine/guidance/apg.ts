import type { GuidanceRule } from './rule.js';

/** Weight of the earlier differences; negative, so that a direction that was pushed before is pushed less. */
const MOMENTUM = -0.5;
/** Largest norm of the difference, per square root of an element: 15 for the paper's 4 × 64 × 64 latents. */
const NORM_PER_ELEMENT = 15 / Math.sqrt(4 * 64 * 64);

/**
 * Adaptive projected guidance (Sadat et al. 2410.02416, with η = 0): the difference between the two predictions gets
 * reverse momentum, its norm is limited, and the part parallel to the conditional prediction, which at high γ only
 * raises contrast until colours burn, is removed. At step t, after step t + 1:
 *
 *     Δ_t = x_cond − x_null + β·Δ_{t+1}                          reverse momentum, β < 0
 *     Δ   = Δ_t·min(1, r/‖Δ_t‖)                                  norm of r at most
 *     x   = x_cond + (γ − 1)·(Δ − (⟨Δ, x_cond⟩/‖x_cond‖²)·x_cond)   the orthogonal part alone
 */
export function createApg(): GuidanceRule {
  let average: Float32Array | undefined;
  return (conditional, unconditional, scale) => {
    const size = conditional.length;
    const difference = new Float32Array(size);
    for (let k = 0; k < size; k++) {
      difference[k] = conditional[k]! - unconditional[k]! + MOMENTUM * (average?.[k] ?? 0);
    }
    average = difference;
    const norm = Math.sqrt(dot(difference, difference));
    const limit = NORM_PER_ELEMENT * Math.sqrt(size);
    const shrink = norm > limit ? limit / norm : 1;
    const length = dot(conditional, conditional);
    const parallel = length > 0 ? dot(difference, conditional) / length : 0;
    const guided = new Float32Array(size);
    for (let k = 0; k < size; k++) {
      guided[k] = conditional[k]! + (scale - 1) * shrink * (difference[k]! - parallel * conditional[k]!);
    }
    return guided;
  };
}

function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let k = 0; k < a.length; k++) sum += a[k]! * b[k]!;
  return sum;
}
