import type { IdSet } from '../latents/id-set.js';
import { expBelow } from './exp-below.js';

/** Draws tokens without allocating. Not re-entrant. */
export interface TokenSampler {
  /**
   * One token by the bundle's normative rule (docs/bundle.md, "Sampling a token").
   * @param logits holds one row of V logits from `offset` on
   * @param allowed ids that the grammar allows, at least one
   * @param temperature 0 means the most probable id, the lower one on a tie
   * @param topP (0, 1]: only the shortest head of the sorted distribution that holds this much is drawn from
   * @param uniform u of [0, 1)
   * @returns a vocabulary id
   */
  sample(logits: Float32Array, offset: number, allowed: IdSet, options: TokenOptions, uniform: number): number;
  /**
   * Natural logarithm of the probability that the prior gave the last sampled id among the allowed ones, at temperature 1
   * and without top-p: how the prior itself judges it, whatever the sampling options.
   */
  logLikelihood(): number;
}

export interface TokenOptions {
  temperature: number;
  topP: number;
}

/** @param capacity most ids that a call may allow: the vocabulary's size */
export function createTokenSampler(capacity: number): TokenSampler {
  const weights = new Float64Array(capacity);
  const heap = new Int32Array(capacity);
  const head = new Int32Array(capacity);
  let lastLogLikelihood = 0;

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

  /** Index in the set of the drawn id. A heap gives the sorted head without sorting the long tail that top-p drops, most of which does not even enter it. */
  const draw = (count: number, total: number, topP: number, uniform: number): number => {
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

  return {
    sample(logits, offset, allowed, { temperature, topP }, uniform) {
      const { ids, count } = allowed;
      let best = 0;
      for (let k = 1; k < count; k++) if (logits[offset + ids[k]!]! > logits[offset + ids[best]!]!) best = k;
      const highest = logits[offset + ids[best]!]!;
      let total = 0;
      let totalUntempered = 0;
      for (let k = 0; k < count; k++) {
        const below = logits[offset + ids[k]!]! - highest;
        const untempered = expBelow(below);
        totalUntempered += untempered;
        if (temperature > 0) {
          weights[k] = temperature === 1 ? untempered : expBelow(below / temperature);
          total += weights[k]!;
        }
      }
      const id = ids[temperature > 0 ? draw(count, total, topP, uniform) : best]!;
      lastLogLikelihood = logits[offset + id]! - highest - Math.log(totalUntempered);
      return id;
    },
    logLikelihood: () => lastLogLikelihood,
  };
}
