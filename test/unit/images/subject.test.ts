import { describe, expect, it } from 'vitest';
import type { RgbaImage } from '../../../src/engine/basics/rgba-image.js';
import { frameSubject } from '../../../src/images/subject.js';
import { pixel, solid } from './solid.js';

/** A red rectangle on a transparent picture of 64 × 64. */
function rectangle(left: number, top: number, width: number, height: number): RgbaImage {
  const image = solid(64, [0, 0, 0, 0]);
  for (let y = top; y < top + height; y++) {
    for (let x = left; x < left + width; x++) image.data.set([255, 0, 0, 255], (y * 64 + x) * 4);
  }
  return image;
}

describe('frameSubject', () => {
  it('puts the subject in the middle of a square with the margin around it', () => {
    const framed = frameSubject(rectangle(40, 2, 20, 10), 0.1);
    expect([framed.width, framed.height]).toEqual([24, 24]);
    expect(pixel(framed, 2, 7)).toEqual([255, 0, 0, 255]);
    expect(pixel(framed, 21, 16)).toEqual([255, 0, 0, 255]);
    for (const [x, y] of [
      [1, 7],
      [22, 7],
      [2, 6],
      [2, 17],
    ]) {
      expect(pixel(framed, x!, y!)[3]).toBe(0);
    }
    expect(framed.data.filter((value, i) => i % 4 === 3 && value === 255).length).toBe(200);
  });

  it('looks past haze', () => {
    const image = rectangle(10, 10, 30, 30);
    image.data.set([255, 255, 255, 12], (60 * 64 + 60) * 4);
    expect(frameSubject(image, 0).width).toBe(30);
  });

  it('keeps a picture whole that shows nothing', () => {
    expect(frameSubject(solid(64, [0, 0, 0, 0]), 0).width).toBe(64);
  });
});
