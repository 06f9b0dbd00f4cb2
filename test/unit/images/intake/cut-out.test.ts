import { describe, expect, it } from 'vitest';
import type { RgbaImage } from '../../../../src/engine/basics/index.js';
import { cutOut } from '../../../../src/images/index.js';

type Colour = readonly [number, number, number, number];
const WHITE: Colour = [255, 255, 255, 255];
const RED: Colour = [200, 0, 0, 255];

function picture(width: number, height: number, at: (x: number, y: number) => Colour): RgbaImage {
  const data = Uint8Array.from({ length: width * height }, (_, k) => k).length;
  const pixels = Array.from({ length: data }, (_, k) => at(k % width, Math.floor(k / width)));
  return { width, height, data: Uint8Array.from(pixels.flat()) };
}

const inside = (x: number, y: number, least: number, most: number) => Math.min(x, y) >= least && Math.max(x, y) < most;
const alphaAt = ({ data, width }: RgbaImage, x: number, y: number) => data[4 * (y * width + x) + 3];

describe('cutOut', () => {
  it('trims what is transparent, and the haze about a subject', () => {
    const image = picture(20, 20, (x, y) => (inside(x, y, 5, 9) ? RED : [9, 9, 9, 10]));
    const cut = cutOut(image);
    expect([cut.width, cut.height]).toEqual([4, 4]);
    expect(cut.data.filter((_, k) => k % 4 === 0).every((red) => red === 200)).toBe(true);
  });

  it('takes the ground of one colour away, but not what of it lies within the subject', () => {
    const image = picture(30, 30, (x, y) => (inside(x, y, 12, 18) || !inside(x, y, 6, 24) ? WHITE : RED));
    const cut = cutOut(image);
    expect([cut.width, cut.height]).toEqual([18, 18]);
    expect(alphaAt(cut, 9, 9)).toBe(255);
    expect(alphaAt(cut, 0, 0)).toBe(255);
  });

  it('takes ground for one colour though it was compressed', () => {
    const image = picture(30, 30, (x, y) => (inside(x, y, 6, 24) ? RED : [240 + ((x * y) % 13), 250, 248, 255]));
    expect(cutOut(image).width).toBe(18);
  });

  it('tells what of the ground is mixed into an edge', () => {
    const mixed: Colour = [228, 128, 128, 255];
    const image = picture(30, 30, (x, y) => (inside(x, y, 7, 23) ? RED : inside(x, y, 6, 24) ? mixed : WHITE));
    const cut = cutOut(image);
    const edge = 4 * 9 * cut.width;
    expect([...cut.data.subarray(edge, edge + 3)].map((value, k) => Math.abs(value - RED[k]!))).toSatisfy(
      (differences: number[]) => Math.max(...differences) < 6,
    );
    expect(cut.data[edge + 3]).toBeGreaterThan(110);
    expect(cut.data[edge + 3]).toBeLessThan(145);
  });

  it('keeps the whole where the border has several colours, or nothing is but ground', () => {
    const striped = picture(20, 20, (x) => (x < 10 ? WHITE : RED));
    expect(cutOut(striped)).toEqual(striped);
    const plain = picture(20, 20, () => RED);
    expect(cutOut(plain)).toEqual(plain);
    const line = picture(50, 1, () => RED);
    expect(cutOut(line)).toEqual(line);
  });
});
