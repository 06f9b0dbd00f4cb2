import { describe, expect, it } from 'vitest';
import { runningSeconds, waitingSeconds } from '../../../src/jobs/estimate.js';

describe('estimates', () => {
  it('are not made up before anything was measured', () => {
    expect(waitingSeconds(3, { durations: [], active: 2 })).toBeNull();
    expect(runningSeconds(1, { durations: [], active: 1 })).toBeNull();
  });

  it.each([
    { ahead: 0, active: 0, expected: 10 },
    { ahead: 2, active: 0, expected: 30 },
    { ahead: 0, active: 1, expected: 20 },
    { ahead: 3, active: 1, expected: 50 },
    { ahead: 3, active: 4, expected: 20 },
  ])('wait $expected s behind $ahead while $active run', ({ ahead, active, expected }) => {
    // The median: one grid that took ever so long says nothing about the next.
    expect(waitingSeconds(ahead, { durations: [9, 10, 600], active })).toBe(expected);
  });

  it('take off what a running job has behind it, and never promise less than a second', () => {
    const state = { durations: [8, 12], active: 1 };
    expect(runningSeconds(4, state)).toBe(6);
    expect(runningSeconds(60, state)).toBe(1);
  });
});
