import { describe, expect, it } from 'vitest';
import { createRng } from '../../../../src/engine/basics/rng.js';
import { cadsGamma, noiseCondition } from '../../../../src/engine/guidance/cads.js';

const rng = createRng(1, 'cads-test');
const CONDITION = rng.gaussian(4096).map((value) => 2 * value + 0.7);
const NOISE = rng.gaussian(4096);

function moments(values: Float32Array): [mean: number, deviation: number] {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return [mean, Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length)];
}

describe('cadsGamma', () => {
  it.each([
    [1, 0],
    [0.9, 0],
    [0.75, 0.5],
    [0.6, 1],
    [0.1, 1],
  ])('at time %f leaves %f of the condition for τ = 0.6, 0.9', (time, gamma) => {
    expect(cadsGamma(time, { tau1: 0.6, tau2: 0.9 })).toBeCloseTo(gamma, 12);
  });
});

describe('noiseCondition', () => {
  it.each([0, 0.3, 0.9])('keeps mean and standard deviation when fully rescaled, at γ = %f', (gamma) => {
    const [mean, deviation] = moments(noiseCondition(CONDITION, gamma, { scale: 0.25, mix: 1 }, NOISE));
    const [wantedMean, wantedDeviation] = moments(CONDITION);
    expect(mean).toBeCloseTo(wantedMean, 4);
    expect(deviation).toBeCloseTo(wantedDeviation, 4);
  });

  it('is √γ·y + s·√(1 − γ)·n without rescaling', () => {
    const noised = noiseCondition(Float32Array.of(2), 0.25, { scale: 0.5, mix: 0 }, Float32Array.of(-1));
    expect(noised[0]).toBeCloseTo(0.5 * 2 - 0.5 * Math.sqrt(0.75), 6);
  });

  it('keeps nothing of the condition at γ = 0', () => {
    const noised = noiseCondition(CONDITION, 0, { scale: 0.25, mix: 0 }, NOISE);
    expect(noised).toEqual(NOISE.map((value) => 0.25 * value));
  });

  it('returns an equal copy at γ = 1', () => {
    const copy = noiseCondition(CONDITION, 1, { scale: 0.25, mix: 1 }, NOISE);
    expect(copy).toEqual(CONDITION);
    expect(copy).not.toBe(CONDITION);
  });

  it.each([[[]], [[0.5, 0.5]]])('stays finite on the constant condition %j', (values) => {
    const constant = Float32Array.from(values);
    const noised = noiseCondition(constant, 0.5, { scale: 0.25, mix: 1 }, NOISE.subarray(0, constant.length));
    expect(noised).toEqual(constant);
  });
});
