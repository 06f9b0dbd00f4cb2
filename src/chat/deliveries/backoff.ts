const FIRST_MS = 1_000;
const LONGEST_MS = 10 * 60_000;
/** Part of a delay that chance decides, so that what failed together does not come back together. */
const JITTER = 0.25;

/**
 * Milliseconds until the next attempt: doubling from a second up to ten minutes, never less than what the platform
 * asked for.
 *
 * @param attempts made so far, ≥ 1
 * @param askedMs what the platform asked to wait, 0 when it did not
 * @param random 0–1
 */
export function retryDelay(attempts: number, askedMs: number, random: number): number {
  const doubled = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.max(0, attempts - 1));
  return Math.round(Math.max(askedMs, doubled * (1 - JITTER)) + doubled * JITTER * random);
}
