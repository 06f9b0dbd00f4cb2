import { describe, expect, it } from 'vitest';
import { createRng } from '../../../../src/engine/basics/rng.js';
import { IdSet } from '../../../../src/engine/latents/id-set.js';
import type { CodeHead } from '../../../../src/engine/prior/next-tokens.js';
import { sampleFavoured } from '../../../../src/engine/prior/sample-code.js';
import { createTokenSampler } from '../../../../src/engine/prior/sample-token.js';

const CODES = 20;
const rng = createRng(1, 'logits');
const logits = rng.gaussian(CODES).map((draw) => 3 * draw);

/** The `count` most probable codes, as the prior gives them. */
function headOf(temperature: number, count: number): CodeHead {
  const order = [...logits.keys()].sort((a, b) => logits[b]! - logits[a]!);
  const peak = (t: number) => 1 / logits.reduce((sum, one) => sum + Math.exp((one - logits[order[0]!]!) / t), 0);
  const head: CodeHead = {
    part: 'codes',
    logits: Float32Array.from(order.slice(0, count), (code) => logits[code]!),
    codes: BigInt64Array.from(order.slice(0, count), BigInt),
    firstCode: 100,
    isWhole: count === CODES,
    peak: peak(1),
    temperedPeak: peak(temperature || 1),
    whole: async () => headOf(temperature, CODES),
  };
  return head;
}

/** Shares of 20,000 even draws. */
function shares(draw: (uniform: number) => number): number[] {
  const counts = new Array<number>(CODES).fill(0);
  const draws = 20_000;
  for (let k = 0; k < draws; k++) counts[draw((k + 0.5) / draws)]! += 1 / draws;
  return counts;
}

describe('a favoured code', () => {
  it.each([
    [0, 1, 1],
    [2, 1, 0.9],
    [4, 0.5, 0.9],
    [1, 1.3, 0.6],
    [8, 0.3, 0.95],
  ])('is drawn as if its logit were raised by %d nats, at temperature %d and top-p %d', (beta, temperature, topP) => {
    for (const code of [0, 3, 7, 11, 19]) {
      const raised = logits.map((one, k) => one + (k === code ? beta * temperature : 0));
      const allowed = new IdSet();
      allowed.addRange(0, CODES);
      const sampler = createTokenSampler(CODES);
      const wanted = shares((uniform) => sampler.sample(raised, 0, allowed, { temperature, topP }, uniform));
      const head = headOf(temperature, CODES);
      const found = shares((uniform) => sampleFavoured(head, { code, beta }, { temperature, topP }, uniform)!);
      for (let k = 0; k < CODES; k++) expect(Math.abs(found[k]! - wanted[k]!)).toBeLessThan(2e-4);
    }
  });

  it('comes first: it is drawn exactly where the draw is below its probability', () => {
    const head = headOf(1, CODES);
    const favour = { code: 7, beta: 2 };
    const is = Array.from(
      { length: 1000 },
      (_, k) => sampleFavoured(head, favour, { temperature: 1, topP: 1 }, k / 1000) === 7,
    );
    const share = is.filter(Boolean).length;
    expect(share).toBeGreaterThan(0);
    expect(is).toEqual(is.map((_, k) => k < share));
  });

  it('asks for more codes only where they decide, and never draws another one for want of them', () => {
    const draws = createRng(2, 'draws');
    let undecided = 0;
    let decided = 0;
    for (let k = 0; k < 4000; k++) {
      const favour = { code: draws.uint32() % CODES, beta: 6 * draws.uniform() };
      const options = { temperature: 0.3 + draws.uniform(), topP: 0.5 + 0.5 * draws.uniform() };
      const uniform = draws.uniform();
      const found = sampleFavoured(headOf(options.temperature, 1 + (draws.uint32() % 8)), favour, options, uniform);
      if (found === undefined) undecided++;
      else decided++;
      const whole = sampleFavoured(headOf(options.temperature, CODES), favour, options, uniform);
      expect(whole).toBeDefined();
      if (found !== undefined) expect(found).toBe(whole);
    }
    expect(undecided).toBeGreaterThan(200);
    expect(decided).toBeGreaterThan(1000);
  });

  it('changes nothing at temperature 0', () => {
    const head = headOf(0, 3);
    expect(sampleFavoured(head, { code: 3, beta: 9 }, { temperature: 0, topP: 1 }, 0.9)).toBe(Number(head.codes[0]));
  });
});
