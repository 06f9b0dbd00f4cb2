import { describe, expect, it } from 'vitest';
import { fromHalf, toHalf } from '../../../../src/engine/basics/half.js';

describe('half-precision floats', () => {
  it.each([
    [0x0000, 0],
    [0x3c00, 1],
    [0xc000, -2],
    [0x3555, 0.333251953125],
    [0x7bff, 65504],
    [0x0001, 2 ** -24],
    [0x0400, 2 ** -14],
    [0x7c00, Number.POSITIVE_INFINITY],
    [0x7e00, Number.NaN],
  ])('%i is %d', (bits, value) => {
    expect(fromHalf(bits)).toBe(value);
    expect(toHalf(value)).toBe(bits);
  });

  it('are read as they were written, all of them', () => {
    for (let bits = 0; bits < 0x7c00; bits++) expect(toHalf(fromHalf(bits))).toBe(bits);
  });

  it.each([
    [1 + 2 ** -11, 1],
    [1 + 3 * 2 ** -11, 1 + 2 ** -9],
    [1 + 2 ** -11 + 2 ** -20, 1 + 2 ** -10],
    [2 - 2 ** -12, 2],
    [2 ** -25, 0],
    [2 ** -14 - 2 ** -26, 2 ** -14],
    [65519, 65504],
    [-1e6, Number.NEGATIVE_INFINITY],
  ])('%d is nearest to %d', (value, nearest) => {
    expect(fromHalf(toHalf(value))).toBe(nearest);
  });
});
