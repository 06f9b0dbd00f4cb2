import type { CodeHead } from './next-tokens.js';
import type { TokenOptions } from './sample-token.js';

/** A drawn visual code. */
export interface CodeSample {
  /** Vocabulary id. */
  id: number;
  /** As `TokenSampler.logLikelihood`. */
  logLikelihood: number;
}

/**
 * One visual code by the same rule as `TokenSampler.sample`, from codes that are sorted already. Every code may come.
 * @param options the temperature is that of the head
 * @param uniform u of [0, 1)
 * @returns undefined when the head holds less than top-p, so that more codes are needed to draw
 */
export function sampleCode(
  head: CodeHead,
  { temperature, topP }: TokenOptions,
  uniform: number,
): CodeSample | undefined {
  const drawn = temperature === 0 ? 0 : draw(head, temperature, topP, uniform);
  if (drawn === undefined) return undefined;
  const below = head.logits[drawn]! - head.logits[0]!;
  return { id: head.firstCode + Number(head.codes[drawn]!), logLikelihood: Math.log(head.peak) + below };
}

function draw(
  { logits, isWhole, temperedPeak }: CodeHead,
  temperature: number,
  topP: number,
  uniform: number,
): number | undefined {
  const chances: number[] = [];
  let mass = 0;
  while (mass < topP && chances.length < logits.length) {
    const chance = temperedPeak * Math.exp((logits[chances.length]! - logits[0]!) / temperature);
    chances.push(chance);
    mass += chance;
  }
  if (mass < topP && !isWhole) return undefined;
  let cumulative = 0;
  const reached = chances.findIndex((chance) => {
    cumulative += chance;
    return cumulative > uniform * mass;
  });
  return reached === -1 ? chances.length - 1 : reached;
}

/** A code that is made more likely than the prior finds it. */
export interface Favour {
  /** 0-based. */
  code: number;
  /** By how much its logit, divided by the temperature, is raised, in nats, ≥ 0. */
  beta: number;
}

/**
 * One visual code by the rule of `TokenSampler.sample` with one code favoured; every code may come. Where it is drawn
 * by inversion, the favoured code comes first, so that it is drawn exactly where `uniform` is below its probability.
 *
 * @param options the temperature is that of the head; at 0 it is the most probable code, which no favour changes
 * @param uniform u of [0, 1)
 * @returns the 0-based code; undefined when it depends on codes that the head lacks
 */
export function sampleFavoured(
  head: CodeHead,
  { code, beta }: Favour,
  { temperature, topP }: TokenOptions,
  uniform: number,
): number | undefined {
  const { logits, codes, temperedPeak } = head;
  if (temperature === 0) return Number(codes[0]!);
  const favoured = codes.indexOf(BigInt(code));
  const weightOf = (k: number) => temperedPeak * Math.exp((logits[k]! - logits[0]!) / temperature);
  if (favoured === -1) return sampleRefused(head, weightOf, beta, topP, uniform);
  const plain = weightOf(favoured);
  const raised = plain * Math.exp(beta);
  const wanted = topP * (1 - plain + raised);
  // The shortest head of the sorted distribution that holds top-p: the favoured code is in it unless the others reach
  // that before.
  const others: { k: number; weight: number }[] = [];
  let mass = 0;
  let holdsFavoured = false;
  for (let k = 0; mass < wanted && k <= logits.length; k++) {
    if (k === favoured) continue;
    const weight = k < logits.length ? weightOf(k) : 0;
    if (!holdsFavoured && (raised > weight || (raised === weight && favoured < k))) {
      holdsFavoured = true;
      mass += raised;
      if (mass >= wanted) break;
    }
    if (k === logits.length) break;
    others.push({ k, weight });
    mass += weight;
  }
  if (mass < wanted && !head.isWhole) return undefined;
  let cumulative = holdsFavoured ? raised : 0;
  if (uniform * mass < cumulative) return code;
  for (const { k, weight } of others) {
    cumulative += weight;
    if (uniform * mass < cumulative) return Number(codes[k]!);
  }
  // Rounding left the draw above the sum.
  return others.length > 0 ? Number(codes[others.at(-1)!.k]!) : code;
}

/**
 * The code that is drawn whatever the favoured code weighs, which the head lacks: it weighs no more than the head's
 * last. Where that leaves a choice, undefined.
 */
function sampleRefused(
  { logits, codes }: CodeHead,
  weightOf: (k: number) => number,
  beta: number,
  topP: number,
  uniform: number,
): number | undefined {
  const least = weightOf(logits.length - 1);
  const most = least * Math.exp(beta);
  // How much of the others may be drawn from, at least (the favoured code fills the rest of top-p) and at most (it is
  // not among what is drawn from).
  const bounds = [topP * (1 - least) - (1 - topP) * most, topP * (1 + most)];
  const sums: number[] = [];
  let sum = 0;
  for (let k = 0; k < logits.length && sum < bounds[1]!; k++) {
    sum += weightOf(k);
    sums.push(sum);
  }
  if (sum < bounds[1]!) return undefined;
  const low = uniform * sums.find((one) => one >= bounds[0]!)! - (1 - uniform) * most;
  const high = uniform * sum;
  const drawn = sums.findIndex((one) => high < one);
  return low >= (sums[drawn - 1] ?? 0) ? Number(codes[drawn]!) : undefined;
}
