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

/** Levels of weights, each lower than the one before by a factor of e^¼: the last one takes all that is lower still. */
const LEVELS = 256;
const LEVELS_PER_UNIT = 4;

/** @param capacity most ids that a call may allow: the vocabulary's size */
export function createTokenSampler(capacity: number): TokenSampler {
  const weights = new Float64Array(capacity);
  const levels = new Uint8Array(capacity);
  const masses = new Float64Array(LEVELS);
  const members = new Int32Array(capacity);
  let lastLogLikelihood = 0;

  const before = (a: number, b: number) => weights[a]! > weights[b]! || (weights[a]! === weights[b]! && a < b);

  /** Fills `members` with the indices of a level, sorted; gives how many. */
  const sortLevel = (level: number, count: number): number => {
    let size = 0;
    for (let k = 0; k < count; k++) if (levels[k] === level) members[size++] = k;
    members.subarray(0, size).sort((a, b) => (before(a, b) ? -1 : 1));
    return size;
  };

  /**
   * Index in the set of the drawn id. Only two levels are sorted: that in which the head ends, and that in which the draw falls.
   * @param lowest the last level with members
   */
  const draw = (count: number, lowest: number, total: number, topP: number, uniform: number): number => {
    let last = 0;
    let mass = 0;
    while (last < lowest && mass + masses[last]! < topP * total) mass += masses[last++]!;
    const above = mass;
    const size = sortLevel(last, count);
    let kept = 0;
    while (kept < size && ((above === 0 && kept === 0) || mass < topP * total)) mass += weights[members[kept++]!]!;

    let cumulative = 0;
    let level = 0;
    while (level < last && cumulative + masses[level]! <= uniform * mass) cumulative += masses[level++]!;
    const end = level === last ? kept : sortLevel(level, count);
    for (let k = 0; k < end; k++) {
      cumulative += weights[members[k]!]!;
      if (cumulative > uniform * mass) return members[k]!;
    }
    return members[end - 1]!;
  };

  return {
    sample(logits, offset, allowed, { temperature, topP }, uniform) {
      const { ids, count } = allowed;
      let best = 0;
      for (let k = 1; k < count; k++) if (logits[offset + ids[k]!]! > logits[offset + ids[best]!]!) best = k;
      const highest = logits[offset + ids[best]!]!;
      let total = 0;
      let totalUntempered = 0;
      let lowest = 0;
      masses.fill(0);
      for (let k = 0; k < count; k++) {
        const below = logits[offset + ids[k]!]! - highest;
        const untempered = expBelow(below);
        totalUntempered += untempered;
        if (temperature > 0) {
          const tempered = below / temperature;
          const weight = temperature === 1 ? untempered : expBelow(tempered);
          const level = Math.min(LEVELS - 1, Math.floor(-tempered * LEVELS_PER_UNIT));
          weights[k] = weight;
          levels[k] = level;
          lowest = Math.max(lowest, level);
          masses[level] = masses[level]! + weight;
          total += weight;
        }
      }
      const id = ids[temperature > 0 ? draw(count, lowest, total, topP, uniform) : best]!;
      lastLogLikelihood = logits[offset + id]! - highest - Math.log(totalUntempered);
      return id;
    },
    logLikelihood: () => lastLogLikelihood,
  };
}
