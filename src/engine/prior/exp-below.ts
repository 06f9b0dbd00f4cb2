/** Entries of the table for each unit, and how far down it goes: e^−40 is far below what a sum of some thousand weights can show. */
const PER_UNIT = 64;
const LOWEST = -40;
const TABLE = Float64Array.from({ length: -LOWEST * PER_UNIT + 1 }, (_, k) => Math.exp(-k / PER_UNIT));

/**
 * e^x for x ≤ 0 to a relative error of 1e-11, and 0 below −40. Sampling a token takes two for each of some thousand ids, and with
 * `Math.exp` they are a good part of planning's time.
 */
export function expBelow(x: number): number {
  if (x < LOWEST) return 0;
  const k = (-x * PER_UNIT) | 0;
  const rest = x + k / PER_UNIT;
  return TABLE[k]! * (1 + rest * (1 + rest * (1 / 2 + rest * (1 / 6 + rest * (1 / 24)))));
}
