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
