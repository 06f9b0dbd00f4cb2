import { describe, expect, it } from 'vitest';
import { cumulativeAlphas, noiseLevels, trailingTimesteps } from '../../../../src/engine/samplers/schedule.js';

const CONFIG = { timesteps: 1000, max_beta: 0.999, snr_power: 1 };

describe('cumulativeAlphas', () => {
  it('telescopes to f(t + 1)/f(0) of the cosine while β is below its cap', () => {
    const alphas = cumulativeAlphas(CONFIG);
    const f = (u: number) => Math.cos((((u + 0.008) / 1.008) * Math.PI) / 2) ** 2;
    for (const t of [0, 250, 499, 900]) expect(alphas[t]).toBeCloseTo(f((t + 1) / 1000) / f(0), 12);
    // (0.5 + 0.008)/1.008 · 90° = 45.357°, cos² = 0.49377; over f(0) = 0.99984.
    expect(alphas[499]).toBeCloseTo(0.49385, 4);
  });

  it('caps the last β, where the cosine reaches 0', () => {
    const alphas = cumulativeAlphas(CONFIG);
    expect(alphas[999]! / alphas[998]!).toBeCloseTo(0.001, 12);
  });
});

describe('trailingTimesteps', () => {
  it.each([
    [1, [999]],
    [4, [999, 749, 499, 249]],
    [12, [999, 916, 832, 749, 666, 582, 499, 416, 332, 249, 166, 82]],
    // 937.5, 812.5, … round up.
    [16, [999, 937, 874, 812, 749, 687, 624, 562, 499, 437, 374, 312, 249, 187, 124, 62]],
  ])('spaces %i steps from the noisiest timestep down', (steps, expected) => {
    expect(trailingTimesteps(steps, 1000)).toEqual(expected);
  });

  it.each([
    [0.7, 6, [699, 582, 466, 349, 232, 116]],
    [0.45, 4, [449, 337, 224, 112]],
  ])('goes through %d of the timesteps in %i steps', (start, steps, expected) => {
    expect(trailingTimesteps(steps, 1000, start)).toEqual(expected);
  });

  it('falls strictly for every allowed number of steps', () => {
    for (let steps = 1; steps <= 250; steps++) {
      const timesteps = trailingTimesteps(steps, 1000);
      expect(timesteps).toHaveLength(steps);
      expect(timesteps.every((t, i) => i === 0 || t < timesteps[i - 1]!)).toBe(true);
      expect(timesteps.at(-1)).toBeGreaterThanOrEqual(0);
    }
  });
});

describe('noiseLevels', () => {
  it('keeps alpha² + sigma² = 1 and ends clean', () => {
    const levels = noiseLevels(CONFIG, 4, [999, 500, 0]);
    for (const { alpha, sigma } of levels) expect(alpha ** 2 + sigma ** 2).toBeCloseTo(1, 12);
    expect(levels.at(-1)).toEqual({ alpha: 1, sigma: 0 });
  });

  it.each([1, 2, 4])('divides the signal-to-noise ratio at %i times the smallest side by as much', (scale) => {
    const [level] = noiseLevels(CONFIG, scale, [499]);
    const snr = 0.493852 / (1 - 0.493852) / scale;
    expect(level!.alpha ** 2 / level!.sigma ** 2).toBeCloseTo(snr, 4);
  });

  it('leaves the ratio alone at every resolution when snr_power is 0', () => {
    const config = { ...CONFIG, snr_power: 0 };
    expect(noiseLevels(config, 4, [300])).toEqual(noiseLevels(config, 1, [300]));
  });
});
