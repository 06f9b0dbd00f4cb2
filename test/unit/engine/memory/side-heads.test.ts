import { describe, expect, it } from 'vitest';
import { sideHead } from '../../../../src/engine/memory/side-heads.js';

describe('a head that was looked up', () => {
  it('is told in parts of the side of its picture, about its eyes', () => {
    const { head, eyes } = sideHead('noto:hedgehog', [0, 0.13, 1, 0.87])!;
    expect(eyes).toHaveLength(1);
    expect(head.y).toBeCloseTo(0.13 + 0.53 * 0.74);
    expect(head.x0).toBeLessThan(head.x);
    expect(head.x1).toBeLessThan(0.5);
    expect(head.top).toBeLessThan(head.y);
  });

  it('is none of any other picture', () => {
    expect(sideHead('noto:cat', [0, 0, 1, 1])).toBeUndefined();
  });
});
