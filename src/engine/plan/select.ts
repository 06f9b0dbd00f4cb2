/** Below this the chosen items already span a candidate: it is a copy, up to rounding. */
const SPANNED = 1e-9;

/**
 * Greedy maximum a posteriori subset of a k-DPP (Chen, Zhang & Zhou 1709.05135, Algorithm 1): each pick is the
 * candidate that raises log det L_S most, L = diag(e^q)·K·diag(e^q). O(k²·m). Candidates that add nothing (copies of
 * chosen ones) come last, best quality first.
 *
 * @param kernel K [m, m], symmetric, positive semidefinite
 * @param quality q [m], log scale: a difference of 1 is worth a factor of e² in the determinant
 * @param count k ≤ m
 * @param repeats what candidate i loses of its quality once candidate j is chosen, ≥ 0; of several that are chosen the
 *   one that costs most counts
 * @returns k different indices in the order picked
 */
export function selectDiverse(
  kernel: readonly (readonly number[])[],
  quality: readonly number[],
  count: number,
  repeats: (i: number, j: number) => number = () => 0,
): number[] {
  const gains = kernel.map((row, i) => row[i]!);
  const lost = kernel.map(() => 0);
  const factors: number[][] = kernel.map(() => []);
  const chosen: number[] = [];
  const open = new Set(kernel.keys());
  while (chosen.length < count && open.size > 0) {
    const best = pick(open, (i) => logGain(gains[i]!) + 2 * (quality[i]! - lost[i]!));
    chosen.push(best);
    open.delete(best);
    for (const i of open) lost[i] = Math.max(lost[i]!, repeats(i, best));
    const gain = gains[best]!;
    if (gain <= SPANNED) continue;
    for (const i of open) {
      const own = factors[i]!;
      const projection = kernel[best]![i]! - dot(factors[best]!, own);
      const factor = projection / Math.sqrt(gain);
      own.push(factor);
      gains[i] = gains[i]! - factor ** 2;
    }
  }
  return chosen;
}

/** Spanned candidates all get the same large penalty, so that quality alone orders them after the others. */
function logGain(gain: number): number {
  return gain > SPANNED ? Math.log(gain) : -1e6;
}

function pick(candidates: Iterable<number>, score: (i: number) => number): number {
  let best = -1;
  let bestScore = Number.NEGATIVE_INFINITY;
  for (const i of candidates) {
    const value = score(i);
    if (best < 0 || value > bestScore) {
      best = i;
      bestScore = value;
    }
  }
  return best;
}

function dot(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, value, k) => sum + value * b[k]!, 0);
}
