import { describe, expect, it } from 'vitest';
import { type FloatTensor, floatTensor } from '../../../../src/engine/basics/tensor.js';
import { KvCache } from '../../../../src/engine/prior/kv-cache.js';

const sizes = { layers: 2, rows: 2, heads: 2, headSize: 2 };

/**
 * New entries of two layers; every number tells its layer, row, head, entry and place in base 10, a value's below zero.
 */
function entries(rows: number, count: number, base = 0): FloatTensor {
  const tensor = floatTensor([rows, 8, count, 2]);
  let at = 0;
  for (let b = 0; b < rows; b++)
    for (let l = 0; l < 2; l++)
      for (const sign of [1, -1])
        for (let h = 0; h < 2; h++)
          for (let n = 0; n < count; n++)
            for (let k = 0; k < 2; k++)
              tensor.data[at++] = sign * (l * 10000 + b * 1000 + h * 100 + (base + n) * 10 + k);
  return tensor;
}

/** Values of layer 1, head 1 of a row, its masked-in entries only. */
function rowOf(layers: readonly FloatTensor[], mask: FloatTensor, row: number): number[] {
  const { dims, data } = layers[1]!;
  const [, heads = 0, capacity = 0, size = 0] = dims;
  const length = mask.data.subarray(row * capacity, (row + 1) * capacity).reduce((sum, m) => sum + m, 0);
  const start = (row * heads + 1) * capacity * size;
  return [...data.subarray(start, start + length * size)];
}

describe('key and value cache', () => {
  it('offers one masked entry at least while it is empty', () => {
    const cache = new KvCache(sizes, 0);
    expect(cache.keys[0]!.dims[2]).toBeGreaterThan(0);
    expect(cache.mask.data.every((m) => m === 0)).toBe(true);
  });

  it('puts ragged entries behind what each row has', () => {
    const cache = new KvCache(sizes, 3);
    cache.append(entries(2, 3), [1, 3]);
    cache.append(entries(2, 1, 7), [1, 1]);
    expect(rowOf(cache.keys, cache.mask, 0)).toEqual([10100, 10101, 10170, 10171]);
    expect(rowOf(cache.keys, cache.mask, 1)).toEqual([11100, 11101, 11110, 11111, 11120, 11121, 11170, 11171]);
    expect(rowOf(cache.values, cache.mask, 0).slice(2)).toEqual([-10170, -10171]);
  });

  it('gives all rows the entries of a single one', () => {
    const cache = new KvCache(sizes, 2);
    cache.append(entries(1, 2), [2, 2]);
    expect(rowOf(cache.keys, cache.mask, 1)).toEqual(rowOf(cache.keys, cache.mask, 0));
    expect(rowOf(cache.keys, cache.mask, 1)).toEqual([10100, 10101, 10110, 10111]);
  });

  it('grows without losing entries', () => {
    const cache = new KvCache(sizes, 1);
    const before = cache.keys[0]!.dims[2]!;
    const [first, second]: [number[], number[]] = [[], []];
    for (let n = 0; n < 9 * before; n++) {
      cache.append(entries(2, 1, n), [1, n % 2]);
      first.push(10100 + n * 10, 10101 + n * 10);
      if (n % 2 === 1) second.push(11100 + n * 10, 11101 + n * 10);
      expect(rowOf(cache.keys, cache.mask, 0)).toEqual(first);
      expect(rowOf(cache.values, cache.mask, 1)).toEqual(second.map((x) => -x));
    }
    expect(cache.keys[0]!.dims[2]).toBe(9 * before);
    expect(cache.mask.dims).toEqual([2, 9 * before]);
  });

  it('keeps chosen rows in the order given', () => {
    const cache = new KvCache(sizes, 2);
    cache.append(entries(2, 2), [1, 2]);
    cache.keepRows([1]);
    expect(cache.keys[0]!.dims[0]).toBe(1);
    expect(rowOf(cache.keys, cache.mask, 0)).toEqual([11100, 11101, 11110, 11111]);
  });
});
