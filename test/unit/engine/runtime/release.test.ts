import { describe, expect, it } from 'vitest';
import { floatTensor, intTensor } from '../../../../src/engine/basics/tensor.js';
import { release } from '../../../../src/engine/runtime/release.js';

describe('releasing tensors', () => {
  it('frees their memory at once', () => {
    const tensors = Array.from({ length: 20 }, () => floatTensor([1000, 1000]));
    const held = process.memoryUsage().arrayBuffers;
    release(tensors);
    expect(held - process.memoryUsage().arrayBuffers).toBeGreaterThan(70e6);
  });

  it('leaves them empty, whatever their type, and can be asked twice', () => {
    const tensors = [floatTensor([2]), intTensor([2], [1, 2])];
    release(tensors);
    expect(tensors.map(({ data }) => data.length)).toEqual([0, 0]);
    expect(() => release(tensors)).not.toThrow();
  });
});
