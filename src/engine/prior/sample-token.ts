import type { IdSet } from '../latents/index.js';

/** Draws tokens without allocating. Not re-entrant. */
export interface TokenSampler {
  /**
   * One token by the bundle's normative rule (docs/bundle.md, "Sampling a token").
   * @param logits holds one row of logits from `offset` on, that of id i at `offset` + i
   * @param allowed ids that the grammar allows, at least one
   * @param temperature 0 means the most probable id, the lower one on a tie
   * @param topP (0, 1]: only the shortest head of the sorted distribution that holds this much is drawn from
   * @param uniform u of [0, 1)
   * @returns a vocabulary id
   */
  sample(logits: Float32Array, offset: number, allowed: IdSet, options: TokenOptions, uniform: number): number;
  /**
   * Natural logarithm of the probability that the prior gave the last sampled id among the allowed ones, at temperature
   * 1 and without top-p: how the prior itself judges it, whatever the sampling options.
   */
  logLikelihood(): number;
}

/** How tokens are drawn (docs/bundle.md, "Sampling a token"). */
export interface TokenOptions {
  /** ≥ 0; 0 takes the most probable token. */
  temperature: number;
  /** (0, 1]: only the shortest head of the sorted distribution that holds this much is drawn from. */
  topP: number;
}

/**
 * Ids whose weight is below e^−24 of the largest are left out: all of a vocabulary together change less than the
 * rounding of a float32 logit does.
 */
const NEGLIGIBLE = -24;

/** @param capacity most ids that a call may allow: the vocabulary's size */
export function createTokenSampler(capacity: number): TokenSampler {
  const likely = new Int32Array(capacity);
  const weights = new Float64Array(capacity);
  const drawHead = createHeadDraw(weights);
  let lastLogLikelihood = 0;
  return {
    sample(logits, offset, allowed, { temperature, topP }, uniform) {
      const best = mostProbable(logits, offset, allowed);
      const highest = logits[offset + best]!;
      const lowest = highest + NEGLIGIBLE * Math.max(1, temperature);
      const size = keepLikely(logits, offset, allowed, lowest, likely);
      let total = 0;
      let totalUntempered = 0;
      for (let k = 0; k < size; k++) {
        const below = logits[offset + likely[k]!]! - highest;
        const untempered = Math.exp(below);
        totalUntempered += untempered;
        if (temperature > 0) {
          weights[k] = temperature === 1 ? untempered : Math.exp(below / temperature);
          total += weights[k]!;
        }
      }
      const id = temperature > 0 ? likely[drawHead(size, total, topP, uniform)]! : best;
      lastLogLikelihood = logits[offset + id]! - highest - Math.log(totalUntempered);
      return id;
    },
    logLikelihood: () => lastLogLikelihood,
  };
}

function mostProbable(logits: Float32Array, offset: number, { starts, ends, ranges }: IdSet): number {
  let best = starts[0]!;
  let highest = logits[offset + best]!;
  for (let r = 0; r < ranges; r++) {
    for (let id = starts[r]!; id < ends[r]!; id++) {
      const logit = logits[offset + id]!;
      if (logit > highest) {
        highest = logit;
        best = id;
      }
    }
  }
  return best;
}

/**
 * Writes the allowed ids whose logits reach `lowest` into `likely`, in ascending order, and returns how many they are.
 */
function keepLikely(
  logits: Float32Array,
  offset: number,
  { starts, ends, ranges }: IdSet,
  lowest: number,
  likely: Int32Array,
): number {
  let size = 0;
  for (let r = 0; r < ranges; r++) {
    for (let id = starts[r]!; id < ends[r]!; id++) if (logits[offset + id]! >= lowest) likely[size++] = id;
  }
  return size;
}

/**
 * Index of the weight that is drawn from the shortest head, of the first `count` weights, that holds `topP` of them.
 */
type HeadDraw = (count: number, total: number, topP: number, uniform: number) => number;

/**
 * Draws by a heap, which gives the sorted head without sorting the long tail that top-p drops, most of which does not
 * even enter it.
 *
 * @param weights ≥ 0, read at each draw
 */
function createHeadDraw(weights: Float64Array): HeadDraw {
  const heap = new Int32Array(weights.length);
  const head = new Int32Array(weights.length);

  const before = (a: number, b: number) => weights[a]! > weights[b]! || (weights[a]! === weights[b]! && a < b);

  const siftDown = (start: number, size: number) => {
    let parent = start;
    const item = heap[parent]!;
    for (let child = 2 * parent + 1; child < size; child = 2 * parent + 1) {
      if (child + 1 < size && before(heap[child + 1]!, heap[child]!)) child++;
      if (!before(heap[child]!, item)) break;
      heap[parent] = heap[child]!;
      parent = child;
    }
    heap[parent] = item;
  };

  return (count, total, topP, uniform) => {
    // Fewer than `count` weights below this add up to less than 1 − top-p, so the head never reaches them.
    const least = ((1 - topP) * total) / count;
    let size = 0;
    for (let k = 0; k < count; k++) if (weights[k]! >= least) heap[size++] = k;
    for (let k = (size >> 1) - 1; k >= 0; k--) siftDown(k, size);
    let kept = 0;
    let mass = 0;
    while (size > 0 && (kept === 0 || mass < topP * total)) {
      const top = heap[0]!;
      head[kept++] = top;
      mass += weights[top]!;
      heap[0] = heap[--size]!;
      siftDown(0, size);
    }
    let cumulative = 0;
    for (let k = 0; k < kept; k++) {
      cumulative += weights[head[k]!]!;
      if (cumulative > uniform * mass) return head[k]!;
    }
    return head[kept - 1]!;
  };
}
