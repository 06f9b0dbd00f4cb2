import { describe, expect, it } from 'vitest';
import { guidesAt } from '../../../../src/engine/guidance/interval.js';

describe('guidesAt', () => {
  it.each([
    { sigma: 0.9, scale: 4, interval: undefined, guides: true },
    { sigma: 0.9, scale: 1, interval: undefined, guides: false },
    { sigma: 0.9, scale: 4, interval: [0.2, 0.8] as const, guides: false },
    { sigma: 0.8, scale: 4, interval: [0.2, 0.8] as const, guides: true },
    { sigma: 0.5, scale: 4, interval: [0.2, 0.8] as const, guides: true },
    { sigma: 0.2, scale: 4, interval: [0.2, 0.8] as const, guides: true },
    { sigma: 0.1, scale: 4, interval: [0.2, 0.8] as const, guides: false },
    { sigma: 0.5, scale: 1, interval: [0.2, 0.8] as const, guides: false },
  ])('at σ = $sigma, scale $scale, interval $interval: $guides', ({ sigma, scale, interval, guides }) => {
    expect(guidesAt(sigma, scale, interval)).toBe(guides);
  });
});
