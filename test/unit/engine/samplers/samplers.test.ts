import { describe, expect, it } from 'vitest';
import { createRng } from '../../../../src/engine/basics/rng.js';
import { SAMPLER_NAMES, SAMPLERS } from '../../../../src/engine/samplers/index.js';
import { exactFlow, flowError, levelsFor, MEAN, posteriorMean, SPREAD, trajectory } from './gaussian-data.js';

describe.each(SAMPLER_NAMES)('%s', (name) => {
  it('returns the prediction itself at the last step, and leaves its inputs alone', () => {
    const levels = levelsFor(1);
    const original = Float32Array.of(0.25, -1, 0.5);
    const sample = Float32Array.of(2, -3, 0.1);
    const noise = Float32Array.of(9, 9, 9);
    expect(SAMPLERS[name](levels).step(original, 0, sample, noise)).toEqual(original);
    expect(sample).toEqual(Float32Array.of(2, -3, 0.1));
  });

  it('keeps a clean image at its noise-free place when the prediction is right', () => {
    const levels = levelsFor(6);
    const image = Float32Array.of(0.25, -1, 0.5);
    const sampler = SAMPLERS[name](levels);
    let state: Float32Array = image.map((value) => levels[0]!.alpha * value);
    const silent = new Float32Array(3);
    for (let i = 0; i < 5; i++) {
      state = sampler.step(image, i, state, silent);
      state.forEach((value, k) => {
        expect(value).toBeCloseTo(levels[i + 1]!.alpha * image[k]!, 5);
      });
    }
  });

  it('rejects a step that the levels do not have', () => {
    const one = new Float32Array(1);
    expect(() => SAMPLERS[name](levelsFor(2)).step(one, 2, one, one)).toThrow(RangeError);
  });

  it('stays finite where the first level has no signal at all', () => {
    const levels = [{ alpha: 0, sigma: 1 }, ...levelsFor(4).slice(1)];
    const states = trajectory(SAMPLERS[name], levels, createRng(5, 'test').gaussian(16));
    for (const state of states) expect(state.every(Number.isFinite)).toBe(true);
  });
});

describe('ddim', () => {
  it('follows the closed-form solution of the flow more closely with more steps, at first order', () => {
    const errors = [20, 40, 80, 160].map((steps) => flowError(SAMPLERS.ddim, steps));
    expect(errors[3]).toBeLessThan(0.01);
    for (let i = 1; i < errors.length; i++) expect(errors[i - 1]! / errors[i]!).toBeCloseTo(2, 0);
  });

  it('stays on the closed-form solution at every level', () => {
    const levels = levelsFor(250);
    const start = createRng(3, 'test').gaussian(32);
    trajectory(SAMPLERS.ddim, levels, start).forEach((state, i) => {
      const exact = exactFlow(start, levels[0]!, levels[i]!);
      state.forEach((value, k) => {
        expect(Math.abs(value - exact[k]!)).toBeLessThan(0.03);
      });
    });
  });
});

describe('dpm-solver++', () => {
  it('has less error than DDIM at the same number of steps, and loses it faster', () => {
    const dpm = [10, 20, 40, 80].map((steps) => flowError(SAMPLERS['dpm-solver++'], steps));
    const ddim = [10, 20, 40, 80].map((steps) => flowError(SAMPLERS.ddim, steps));
    dpm.forEach((error, i) => {
      expect(error).toBeLessThan(ddim[i]!);
    });
    // Eight times the steps: first order gains 8-fold, this solver far more.
    expect(ddim[0]! / ddim[3]!).toBeLessThan(9);
    expect(dpm[0]! / dpm[3]!).toBeGreaterThan(64);
  });

  it('takes its first step exactly as DDIM does, having no history', () => {
    const levels = levelsFor(10);
    const sample = createRng(3, 'test').gaussian(8);
    const original = posteriorMean(sample, levels[0]!);
    const ours = SAMPLERS['dpm-solver++'](levels).step(original, 0, sample);
    const ddim = SAMPLERS.ddim(levels).step(original, 0, sample);
    ours.forEach((value, k) => {
      expect(value).toBeCloseTo(ddim[k]!, 6);
    });
  });

  it('reproduces the second-order update worked out by hand', () => {
    const e = Math.E;
    // α/σ = 1, e, e³: λ = 0, 1, 3, so r = h0/h1 = 1/2 and D = 2·x1 − x0.
    const level = (ratio: number) => ({ alpha: ratio / Math.hypot(ratio, 1), sigma: 1 / Math.hypot(ratio, 1) });
    const levels = [level(1), level(e), level(e ** 3), { alpha: 1, sigma: 0 }];
    const sampler = SAMPLERS['dpm-solver++'](levels);
    sampler.step(Float32Array.of(0.2), 0, Float32Array.of(1));
    const [value] = sampler.step(Float32Array.of(0.5), 1, Float32Array.of(0.7));
    const expected = (levels[2]!.sigma / levels[1]!.sigma) * 0.7 + levels[2]!.alpha * (1 - e ** -2) * (2 * 0.5 - 0.2);
    expect(value).toBeCloseTo(expected, 6);
  });
});

describe('ddpm', () => {
  it('samples the data distribution: mean and spread within 5 % of the spread at 250 steps', () => {
    const end = trajectory(SAMPLERS.ddpm, levelsFor(250), createRng(3, 'test').gaussian(20_000)).at(-1)!;
    const mean = end.reduce((sum, value) => sum + value, 0) / end.length;
    const spread = Math.sqrt(end.reduce((sum, value) => sum + (value - mean) ** 2, 0) / end.length);
    expect(Math.abs(mean - MEAN)).toBeLessThan(0.05 * SPREAD);
    expect(Math.abs(spread - SPREAD)).toBeLessThan(0.05 * SPREAD);
  });

  it('has the marginal variance of the forward process when the prediction is the true image', () => {
    const levels = levelsFor(10);
    const original = new Float32Array(20_000).fill(0.5);
    const rng = createRng(4, 'test');
    const { alpha, sigma } = levels[3]!;
    const noisy = rng.gaussian(original.length).map((value) => alpha * 0.5 + sigma * value);
    const next = SAMPLERS.ddpm(levels).step(original, 3, noisy, rng.gaussian(original.length));
    const to = levels[4]!;
    const variance = next.reduce((sum, value) => sum + (value - to.alpha * 0.5) ** 2, 0) / next.length;
    expect(variance / to.sigma ** 2).toBeCloseTo(1, 1);
  });

  it('refuses to step without noise before the last step', () => {
    const one = new Float32Array(1);
    expect(() => SAMPLERS.ddpm(levelsFor(3)).step(one, 0, one)).toThrow(TypeError);
  });
});
