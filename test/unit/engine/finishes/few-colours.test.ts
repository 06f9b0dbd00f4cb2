import { describe, expect, it } from 'vitest';
import { createRng, type Lab } from '../../../../src/engine/basics/index.js';
import { fewColours } from '../../../../src/engine/finishes/few-colours.js';

const RED: Lab = [0.6, 0.2, 0.1];
const BLUE: Lab = [0.5, -0.05, -0.2];
const WHITE: Lab = [1, 0, 0];

describe('few colours for many', () => {
  it('are the middles of what is near each other, a rare one too', () => {
    const rng = createRng(5, 'few-colours');
    const about = ([l, a, b]: Lab): Lab => {
      const nudge = () => 0.01 * (rng.uniform() - 0.5);
      return [l + nudge(), a + nudge(), b + nudge()];
    };
    const many = [
      ...Array.from({ length: 200 }, () => about(RED)),
      ...Array.from({ length: 80 }, () => about(BLUE)),
      WHITE,
    ];
    const few = fewColours(many, 15);
    expect(few).toHaveLength(3);
    for (const colour of [RED, BLUE, WHITE]) {
      expect(few.some((one) => Math.hypot(...one.map((value, c) => value - colour[c]!)) < 0.005)).toBe(true);
    }
  });

  it('are no more than asked for', () => {
    const rng = createRng(6, 'few-colours');
    const many = Array.from({ length: 300 }, (): Lab => [rng.uniform(), rng.uniform() - 0.5, rng.uniform() - 0.5]);
    expect(fewColours(many, 4)).toHaveLength(4);
    expect(fewColours([RED], 4)).toEqual([RED]);
  });
});
