import { describe, expect, it } from 'vitest';
import { betterTakes } from '../../../../src/engine/plan/draft-descriptions.js';

describe('the better take of each description', () => {
  it('is the one of higher quality, the first of two equal ones', () => {
    expect(betterTakes([-1, -2, -4, -3, 0, 0])).toEqual([0, 3, 4]);
    expect(betterTakes([])).toEqual([]);
  });
});
