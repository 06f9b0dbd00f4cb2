import { describe, expect, it } from 'vitest';
import { varietySettings } from '../../../../src/engine/plan/variety.js';

const DEFAULTS = { temperature: 0.9, top_p: 0.95 };
const settings = Array.from({ length: 101 }, (_, variety) => varietySettings(variety, 4, DEFAULTS));

describe('varietySettings', () => {
  it.each(['temperature', 'topP', 'independence', 'candidates'] as const)(
    'never lowers %s as variety rises',
    (name) => {
      for (let v = 1; v <= 100; v++) expect(settings[v]![name]).toBeGreaterThanOrEqual(settings[v - 1]![name]);
    },
  );

  it('never weighs quality more as variety rises, but still at 100', () => {
    for (let v = 1; v <= 100; v++) expect(settings[v]!.qualityWeight).toBeLessThan(settings[v - 1]!.qualityWeight);
    expect(settings[100]!.qualityWeight).toBeCloseTo(0.3, 9);
  });

  it.each(['temperature', 'topP', 'independence'] as const)('changes %s by at most 5 % of its range a step', (name) => {
    const range = settings[100]![name] - settings[0]![name];
    for (let v = 1; v <= 100; v++)
      expect(settings[v]![name] - settings[v - 1]![name]).toBeLessThanOrEqual(0.05 * range);
  });

  it('samples the prior as its bundle recommends at 60, with 18 candidates for 4 cells', () => {
    expect(settings[60]!.temperature).toBeCloseTo(0.9, 12);
    expect(settings[60]!.topP).toBeCloseTo(0.95, 12);
    expect(settings[60]!.independence).toBe(1);
    expect(settings[60]!.candidates).toBe(18);
  });

  it('samples a single, cool plan at 0', () => {
    expect(settings[0]!.candidates).toBe(1);
    expect(settings[0]!.independence).toBe(0);
    expect(settings[0]!.temperature).toBeLessThan(0.6 * DEFAULTS.temperature);
  });

  it.each([1, 4, 9])(
    'samples at least as many candidates as %i cells above 0, more the more variety, and never more than 36',
    (count) => {
      for (let v = 1; v <= 100; v++) {
        const { candidates } = varietySettings(v, count, DEFAULTS);
        expect(candidates).toBeGreaterThanOrEqual(count);
        expect(candidates).toBeLessThanOrEqual(36);
        expect(candidates).toBeGreaterThanOrEqual(varietySettings(v - 1, count, DEFAULTS).candidates);
      }
    },
  );
});
