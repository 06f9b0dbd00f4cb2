import type { CodeHead } from './next-tokens.js';
import type { TokenOptions } from './sample-token.js';

/** A code that is made more likely than the prior finds it. */
export interface Favour {
  /** 0-based. */
  code: number;
  /** By how much its logit, divided by the temperature, is raised, in nats, ≥ 0. */
  beta: number;
}

/**
 * One visual code by the rule of `TokenSampler.sample` with one code favoured; every code may come. Where it is drawn by
 * inversion, the favoured code comes first, so that it is drawn exactly where `uniform` is below its probability.
 *
 * @param options the temperature is that of the head; at 0 it is the most probable code, which no favour changes
 * @param uniform u of [0, 1)
 * @returns the 0-based code; undefined when the head lacks the favoured code or holds less than top-p, so that more codes are needed to draw
 */
export function sampleFavoured(
  { logits, codes, isWhole, temperedPeak }: CodeHead,
  { code, beta }: Favour,
  { temperature, topP }: TokenOptions,
  uniform: number,
): number | undefined {
  if (temperature === 0) return Number(codes[0]!);
  const favoured = codes.indexOf(BigInt(code));
  if (favoured === -1) return undefined;
  const weightOf = (k: number) => temperedPeak * Math.exp((logits[k]! - logits[0]!) / temperature);
  const plain = weightOf(favoured);
  const raised = plain * Math.exp(beta);
  const wanted = topP * (1 - plain + raised);
  // The shortest head of the sorted distribution that holds top-p: the favoured code is in it unless the others reach that before.
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
  if (mass < wanted && !isWhole) return undefined;
  let cumulative = holdsFavoured ? raised : 0;
  if (uniform * mass < cumulative) return code;
  for (const { k, weight } of others) {
    cumulative += weight;
    if (uniform * mass < cumulative) return Number(codes[k]!);
  }
  // Rounding left the draw above the sum.
  return others.length > 0 ? Number(codes[others.at(-1)!.k]!) : code;
}
