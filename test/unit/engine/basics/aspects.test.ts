import { describe, expect, it } from 'vitest';
import { ASPECTS, nearestSize, ratioOf, sizeOfAspect } from '../../../../src/engine/basics/aspects.js';

describe('the size of a shape', () => {
  it.each([
    [512, '16:9', 704, 384],
    [512, '9:16', 384, 704],
    [512, '1:1', 512, 512],
    [1024, '16:9', 1344, 768],
  ] as const)('of %i squared at %s is %i × %i', (side, aspect, width, height) => {
    expect(sizeOfAspect(side, aspect, 64)).toEqual({ width, height });
  });

  it.each([256, 512, 768, 1024])('has about as many pixels as the square of %i, in multiples', (side) => {
    for (const aspect of ASPECTS) {
      const { width, height } = sizeOfAspect(side, aspect, 64);
      expect([width % 64, height % 64]).toEqual([0, 0]);
      expect((width * height) / side ** 2).toBeGreaterThan(0.74);
      expect((width * height) / side ** 2).toBeLessThan(1.35);
      expect(Math.abs(Math.log(width / height / ratioOf(aspect)))).toBeLessThan(0.13);
    }
  });

  it('is of a wide picture that of a high one, turned', () => {
    for (const side of [256, 512, 1024]) {
      const { width, height } = sizeOfAspect(side, '3:2', 64);
      expect(sizeOfAspect(side, '2:3', 64)).toEqual({ width: height, height: width });
    }
  });
});

it('of what a model takes, the nearest in shape is chosen', () => {
  const sizes = [
    { width: 1024, height: 1024 },
    { width: 1536, height: 1024 },
    { width: 1024, height: 1536 },
  ];
  expect(nearestSize(sizes, '16:9')).toEqual(sizes[1]);
  expect(nearestSize(sizes, '3:4')).toEqual(sizes[2]);
  expect(nearestSize(sizes, '1:1')).toEqual(sizes[0]);
});
