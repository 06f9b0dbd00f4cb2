import { describe, expect, it } from 'vitest';
import { expBelow } from '../../../../src/engine/prior/exp-below.js';

describe('expBelow', () => {
  it('agrees with Math.exp to a relative error of 1e-11', () => {
    let worst = 0;
    for (let x = 0; x > -40; x -= 0.000_7) worst = Math.max(worst, Math.abs(expBelow(x) / Math.exp(x) - 1));
    expect(worst).toBeLessThan(1e-11);
  });

  it('is 1 at 0, and 0 far below, without end or not', () => {
    expect(expBelow(0)).toBe(1);
    expect(expBelow(-40)).toBeCloseTo(Math.exp(-40), 30);
    expect(expBelow(-40.1)).toBe(0);
    expect(expBelow(Number.NEGATIVE_INFINITY)).toBe(0);
  });
});
