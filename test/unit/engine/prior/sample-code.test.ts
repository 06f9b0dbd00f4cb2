import { describe, expect, it } from 'vitest';
import { createRng } from '../../../../src/engine/basics/rng.js';
import { IdSet } from '../../../../src/engine/latents/id-set.js';
import type { CodeHead } from '../../../../src/engine/prior/next-tokens.js';
import { sampleCode } from '../../../../src/engine/prior/sample-code.js';
import { createTokenSampler } from '../../../../src/engine/prior/sample-token.js';

const FIRST_CODE = 100;

/** What the graph gives of these logits: the first `count` in descending order. */
function headOf(logits: Float32Array, temperature: number, count = logits.length): CodeHead {
  const order = [...logits.keys()].sort((a, b) => logits[b]! - logits[a]! || a - b);
  const peak = (heat: number) =>
    1 / logits.reduce((sum, logit) => sum + Math.exp((logit - logits[order[0]!]!) / heat), 0);
  return {
    part: 'codes',
    logits: Float32Array.from(order.slice(0, count), (code) => logits[code]!),
    codes: BigInt64Array.from(order.slice(0, count), BigInt),
    firstCode: FIRST_CODE,
    isWhole: count === logits.length,
    peak: peak(1),
    temperedPeak: peak(temperature || 1),
    whole: async () => headOf(logits, temperature),
  };
}

const logits = Float32Array.from([0.2, 0.4, 0.1, 0.3], Math.log);

describe('sampling a visual code', () => {
  it('agrees with the sampler of all other tokens', () => {
    const rng = createRng(1, 'codes');
    const sampler = createTokenSampler(64);
    const all = new IdSet();
    all.addRange(0, 64);
    for (let trial = 0; trial < 300; trial++) {
      const random = rng.gaussian(64);
      const options = { temperature: 0.3 + rng.uniform(), topP: 0.2 + 0.8 * rng.uniform() };
      const u = rng.uniform();
      const found = sampleCode(headOf(random, options.temperature), options, u);
      expect(found?.id).toBe(FIRST_CODE + sampler.sample(random, 0, all, options, u));
      expect(found?.logLikelihood).toBeCloseTo(sampler.logLikelihood(), 6);
    }
  });

  it('draws from a part of the codes where they hold top-p, and asks for more where they do not', () => {
    const options = { temperature: 1, topP: 0.65 };
    expect(sampleCode(headOf(logits, 1, 2), options, 0.99)?.id).toBe(FIRST_CODE + 3);
    expect(sampleCode(headOf(logits, 1, 1), options, 0)).toBeUndefined();
    expect(sampleCode(headOf(logits, 1, 4), { ...options, topP: 1 }, 1 - 2 ** -53)?.id).toBe(FIRST_CODE + 2);
  });

  it('weighs a head at its temperature, so that fewer codes hold top-p when it is low', () => {
    const topP = 0.55;
    expect(sampleCode(headOf(logits, 0.2, 1), { temperature: 0.2, topP }, 0.99)?.id).toBe(FIRST_CODE + 1);
    expect(sampleCode(headOf(logits, 1, 1), { temperature: 1, topP }, 0.99)).toBeUndefined();
  });

  it('takes the most probable code at temperature 0, and scores at temperature 1', () => {
    const found = sampleCode(headOf(logits, 0, 1), { temperature: 0, topP: 1 }, 0.99);
    expect(found).toEqual({ id: FIRST_CODE + 1, logLikelihood: expect.closeTo(Math.log(0.4), 5) });
  });
});
