const FIRST_MS = 1_000;
/** Delays double up to this one, the fifth; then each is a fifth longer than the one before. */
const STEADY_MS = 10_000;
const STEADY_FROM = 5;
const GROWTH = 1.2;
const LONGEST_MS = 10 * 60_000;
/** Part of a delay that chance decides, so that what failed together does not come back together. */
const JITTER = 0.25;

/**
 * Milliseconds until the next attempt: doubling from a second to ten, then growing by a fifth each up to ten minutes,
 * so that what was away for some time is noticed about a fifth of that later; never less than what the platform asked
 * for.
 *
 * @param attempts made so far, ≥ 1
 * @param askedMs what the platform asked to wait, 0 when it did not
 * @param random 0–1
 */
export function retryDelay(attempts: number, askedMs: number, random: number): number {
  const doubled = FIRST_MS * 2 ** Math.max(0, attempts - 1);
  const steady = STEADY_MS * GROWTH ** (attempts - STEADY_FROM);
  const delay = Math.min(LONGEST_MS, doubled, steady);
  return Math.round(Math.max(askedMs, delay * (1 - JITTER)) + delay * JITTER * random);
}
