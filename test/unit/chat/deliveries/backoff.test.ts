import { describe, expect, it } from 'vitest';
import { retryDelay } from '../../../../src/chat/deliveries/backoff.js';

describe('the delay until the next attempt', () => {
  it('doubles from a second to ten, and grows to ten minutes', () => {
    expect([1, 2, 3, 4].map((attempts) => retryDelay(attempts, 0, 1))).toEqual([1000, 2000, 4000, 8000]);
    expect(retryDelay(40, 0, 1)).toBe(600_000);
    expect(retryDelay(10_000, 0, 1)).toBe(600_000);
  });

  it('is half of what was waited before at most, or ten seconds', () => {
    let waited = 0;
    for (let attempts = 1; attempts < 40; attempts++) {
      const delay = retryDelay(attempts, 0, 1);
      expect(delay).toBeLessThanOrEqual(Math.max(10_000, waited / 2));
      waited += delay;
    }
  });

  it('is spread by chance over its last quarter', () => {
    expect(retryDelay(3, 0, 0)).toBe(3000);
    expect(retryDelay(3, 0, 0.5)).toBe(3500);
  });

  it('is never less than what the platform asked for', () => {
    for (const random of [0, 0.5, 1]) expect(retryDelay(1, 30_000, random)).toBeGreaterThanOrEqual(30_000);
  });

  it('counts a first attempt that was not counted as the first', () => {
    expect(retryDelay(0, 0, 1)).toBe(1000);
  });
});
