import { describe, expect, it } from 'vitest';
import { floatTensor, intTensor, repeatAlong } from '../../../../src/engine/basics/tensor.js';

describe('tensors', () => {
  it('are zeros unless data is given, which is kept and not copied', () => {
    expect(floatTensor([2, 2]).data).toEqual(new Float32Array(4));
    const data = Float32Array.of(1, 2);
    expect(floatTensor([1, 2], data).data).toBe(data);
  });

  it('refuse data that does not fill the shape', () => {
    expect(() => floatTensor([2, 2], new Float32Array(3))).toThrow(RangeError);
    expect(() => intTensor([2], [1])).toThrow(RangeError);
  });

  it('hold whole numbers as int64', () => {
    expect(intTensor([3], [0, -1, 2 ** 31]).data).toEqual(BigInt64Array.of(0n, -1n, 2147483648n));
  });

  it.each([
    [0, [3, 2, 2], [1, 2, 3, 4, 1, 2, 3, 4, 1, 2, 3, 4]],
    [2, [1, 2, 3, 2], [1, 2, 1, 2, 1, 2, 3, 4, 3, 4, 3, 4]],
  ])('repeat along axis %i', (axis, dims, expected) => {
    const shape = axis === 0 ? [1, 2, 2] : [1, 2, 1, 2];
    const repeated = repeatAlong(floatTensor(shape, Float32Array.of(1, 2, 3, 4)), axis, 3);
    expect(repeated.dims).toEqual(dims);
    expect([...repeated.data]).toEqual(expected);
  });

  it('do not repeat along an axis of another size than 1', () => {
    expect(() => repeatAlong(floatTensor([2, 1]), 0, 3)).toThrow(RangeError);
  });
});
