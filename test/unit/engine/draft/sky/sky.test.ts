import { describe, expect, it } from 'vitest';
import { inAirsOf, tintedAs } from '../../../../../src/engine/draft/sky/index.js';

const SIZE = 64;
const PLANE = SIZE * SIZE;
const SKY = [0.6, 0.8, 1];
const GRASS = [0.4, 0.7, 0.3];

/** Blue above green, all of it solid, or only below where it was cut out. */
function place(isCutOut = false): Float32Array {
  const canvas = new Float32Array(4 * PLANE);
  for (let p = isCutOut ? PLANE / 2 : 0; p < PLANE; p++) {
    const colour = p < PLANE / 2 ? SKY : GRASS;
    for (let c = 0; c < 3; c++) canvas[c * PLANE + p] = colour[c]!;
    canvas[3 * PLANE + p] = 1;
  }
  return canvas;
}

const OPEN = { daylight: 'open', isMirrored: false } as const;
const at = (canvas: Float32Array, x: number, y: number) => [0, 1, 2, 3].map((c) => canvas[c * PLANE + y * SIZE + x]!);
const lightness = (canvas: Float32Array, x: number, y: number) => Math.max(...at(canvas, x, y).slice(0, 3));

describe('a place in the air of an hour or of weather', () => {
  it.each(['night', 'storm', 'rain', 'dusk'] as const)('is darker all over: %s', (air) => {
    const canvas = place();
    inAirsOf(canvas, SIZE, [air], OPEN);
    expect(lightness(canvas, 4, 28)).toBeLessThan(1);
    expect(lightness(canvas, 32, 60)).toBeLessThan(0.7);
  });

  it('has a moon on the other side where it is mirrored', () => {
    const [plain, mirrored] = [place(), place()];
    inAirsOf(plain, SIZE, ['night'], OPEN);
    inAirsOf(mirrored, SIZE, ['night'], { ...OPEN, isMirrored: true });
    expect(lightness(plain, 51, 13)).toBeGreaterThan(0.9);
    expect(lightness(mirrored, 12, 13)).toBeGreaterThan(0.9);
    expect(lightness(plain, 12, 14)).toBeLessThan(0.6);
  });

  it('has its sky about clouds and in their place, and none in water of its colour beyond a shore', () => {
    const canvas = place();
    const paint = (x0: number, y0: number, x1: number, y1: number, colour: readonly number[]) => {
      for (let y = y0; y < y1; y++)
        for (let x = x0; x < x1; x++) for (let c = 0; c < 3; c++) canvas[c * PLANE + y * SIZE + x] = colour[c]!;
    };
    paint(10, 6, 30, 14, [0.98, 0.98, 1]);
    paint(0, 36, SIZE, 46, SKY);
    inAirsOf(canvas, SIZE, ['dusk'], OPEN);
    const alike = (one: number[], other: number[]) => one.every((value, k) => Math.abs(value - other[k]!) < 0.05);
    expect(alike(at(canvas, 20, 10), at(canvas, 4, 10))).toBe(true);
    expect(alike(at(canvas, 20, 24), at(canvas, 4, 24))).toBe(true);
    for (const x of [4, 20, 36, 60]) expect(at(canvas, x, 40)[2]!).toBeGreaterThan(at(canvas, x, 40)[0]!);
  });

  it('has green curtains of light in its sky, and none on its ground', () => {
    const canvas = place();
    inAirsOf(canvas, SIZE, ['aurora'], OPEN);
    const greenest = Math.max(...Array.from({ length: 32 }, (_, y) => at(canvas, 30, y)[1]! - at(canvas, 30, y)[0]!));
    expect(greenest).toBeGreaterThan(0.4);
    const below = at(canvas, 30, 56);
    expect(below[1]! - below[0]!).toBeLessThan(0.3);
  });

  it('gets a sky behind it where it was cut out', () => {
    const canvas = place(true);
    inAirsOf(canvas, SIZE, ['night'], OPEN);
    expect(at(canvas, 10, 20)[3]).toBeCloseTo(1);
    expect(lightness(canvas, 10, 20)).toBeLessThan(0.5);
    expect(at(canvas, 0, 0)[3]).toBe(0);
  });

  it('is dark indoors at night, and as it was in the rain', () => {
    const indoors = { daylight: 'indoors', isMirrored: false } as const;
    const [night, rain] = [place(), place()];
    inAirsOf(night, SIZE, ['night'], indoors);
    inAirsOf(rain, SIZE, ['rain'], indoors);
    expect(lightness(night, 30, 10)).toBeLessThan(0.7);
    expect(rain).toEqual(place());
  });

  it('dims who is there only a little', () => {
    expect(Math.min(...tintedAs(['night']))).toBeGreaterThan(0.75);
    expect(tintedAs(['confetti'])).toEqual([1, 1, 1]);
  });
});
