import { describe, expect, it } from 'vitest';
import { toRgbaImage } from '../../../../src/engine/diffusion/pixels.js';

describe('toRgbaImage', () => {
  it.each([
    { name: 'opaque red', planes: [1, -1, -1, 1], rgba: [255, 0, 0, 255] },
    { name: 'half-transparent white, straightened', planes: [0, 0, 0, 0], rgba: [255, 255, 255, 128] },
    { name: 'transparent, whatever its colour', planes: [0.5, 1, -1, -1], rgba: [0, 0, 0, 0] },
    { name: 'a colour brighter than its alpha allows, clipped', planes: [0.5, -1, -1, 0], rgba: [255, 0, 0, 128] },
    { name: 'faint haze, cleared', planes: [-0.9, -0.9, -0.9, -0.85], rgba: [0, 0, 0, 0] },
    { name: 'almost opaque, made so', planes: [0.9, -1, -1, 0.85], rgba: [255, 0, 0, 255] },
    { name: 'values out of range, clipped', planes: [3, -2, -1, 1.5], rgba: [255, 0, 0, 255] },
  ])('reads $name', ({ planes, rgba }) => {
    expect(toRgbaImage(Float32Array.from(planes), 1)).toEqual({ width: 1, height: 1, data: Uint8Array.from(rgba) });
  });

  it('interleaves the planes row by row', () => {
    const planes = new Float32Array(16).fill(-1);
    planes.fill(1, 12);
    planes[1] = 1;
    planes[4 + 2] = 1;
    const { data } = toRgbaImage(planes, 2);
    expect([...data.subarray(4, 8)]).toEqual([255, 0, 0, 255]);
    expect([...data.subarray(8, 12)]).toEqual([0, 255, 0, 255]);
  });
});
