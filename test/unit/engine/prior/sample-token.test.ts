import { describe, expect, it } from 'vitest';
import { createRng } from '../../../../src/engine/basics/rng.js';
import { IdSet } from '../../../../src/engine/latents/id-set.js';
import { createTokenSampler } from '../../../../src/engine/prior/sample-token.js';

/** Logits whose softmax is .4, .3, .2, .1 for ids 1–4; id 0 is likelier than all and never allowed. */
const logits = Float32Array.from([9, Math.log(4), Math.log(3), Math.log(2), Math.log(1)]);
const sampler = createTokenSampler(64);

function setOf(...ids: number[]): IdSet {
  const set = new IdSet();
  for (const id of ids) set.add(id);
  return set;
}

function sample(u: number, { temperature = 1, topP = 1, ids = setOf(1, 2, 3, 4) } = {}): number {
  return sampler.sample(logits, 0, ids, { temperature, topP }, u);
}

describe('sampling a token', () => {
  it.each([
    [0, 1],
    [0.39, 1],
    [0.41, 2],
    [0.69, 2],
    [0.71, 3],
    [0.91, 4],
    [1 - 2 ** -53, 4],
  ])('u = %f gives id %i', (u, expected) => {
    expect(sample(u)).toBe(expected);
  });

  it('keeps the shortest head that holds top-p, and renormalises it', () => {
    expect(sample(0.999, { topP: 0.69 })).toBe(2);
    expect(sample(0.56, { topP: 0.69 })).toBe(1);
    expect(sample(0.58, { topP: 0.69 })).toBe(2);
    expect(sample(0.999, { topP: 0.01 })).toBe(1);
  });

  it('sharpens the distribution at low temperature and takes the best at 0', () => {
    expect(sample(0.63, { temperature: 0.5 })).toBe(2);
    expect(sample(0.5, { temperature: 0.5 })).toBe(1);
    expect(sample(0.999, { temperature: 0 })).toBe(1);
  });

  it('takes ids in descending probability, the lower one first on a tie', () => {
    const tied = Float32Array.of(0, 1, 1, 1);
    const draw = (u: number, temperature: number) =>
      sampler.sample(tied, 0, setOf(0, 1, 2, 3), { temperature, topP: 0.8 }, u);
    expect([0.1, 0.4, 0.9].map((u) => draw(u, 1))).toEqual([1, 2, 3]);
    expect(draw(0.9, 0)).toBe(1);
  });

  it('reads the row of logits that begins at the offset', () => {
    const two = Float32Array.of(5, 0, 0, 5);
    expect(sampler.sample(two, 2, setOf(0, 1), { temperature: 0, topP: 1 }, 0)).toBe(1);
  });

  it('scores at temperature 1 among the allowed ids, whatever the options', () => {
    sample(0, { ids: setOf(2, 3, 4), temperature: 0.3, topP: 0.5 });
    expect(sampler.logLikelihood()).toBeCloseTo(Math.log(3 / 6), 6);
  });

  it('agrees with a plain sort on random logits', () => {
    const rng = createRng(1, 'tokens');
    for (let trial = 0; trial < 300; trial++) {
      const random = rng.gaussian(64);
      const ids = Array.from({ length: 64 }, (_, id) => id).filter(() => rng.uniform() < 0.7);
      const options = { temperature: 0.3 + rng.uniform(), topP: 0.2 + 0.8 * rng.uniform() };
      const u = rng.uniform();
      const found = sampler.sample(random, 0, setOf(...ids), options, u);
      expect(found).toBe(sortedDraw(random, ids, options, u));
    }
  });
});

/** The rule of docs/bundle.md, step by step. */
function sortedDraw(
  values: Float32Array,
  ids: number[],
  { temperature, topP }: { temperature: number; topP: number },
  u: number,
): number {
  const weights = ids.map((id) => Math.exp(values[id]! / temperature));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const sorted = ids.map((id, i) => ({ id, p: weights[i]! / total })).sort((a, b) => b.p - a.p || a.id - b.id);
  const head: typeof sorted = [];
  for (const entry of sorted) {
    if (head.reduce((sum, { p }) => sum + p, 0) >= topP) break;
    head.push(entry);
  }
  const mass = head.reduce((sum, { p }) => sum + p, 0);
  const reached = head.findIndex((_, k) => head.slice(0, k + 1).reduce((sum, { p }) => sum + p, 0) / mass > u);
  return head.at(reached)!.id;
}
