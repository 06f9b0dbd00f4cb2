import { describe, expect, it } from 'vitest';
import { labDistance, labOf, type RgbaImage } from '../../../../src/engine/basics/index.js';
import { finishNamed } from '../../../../src/engine/finishes/index.js';
import { drawn, NOTHING, pixelAt, SIDE } from './drawn-ball.js';

const { apply } = finishNamed('pixel')!;

/** A shaded ball of many colours with two dark eyes and a soft edge. */
const ball = drawn((x, y) => {
  const far = Math.hypot(x - 64, y - 64);
  const alpha = Math.round(255 * Math.min(1, Math.max(0, 50 - far)));
  const isEye = Math.hypot(Math.abs(x - 64) - 16, y - 56) < 4;
  return alpha === 0 ? NOTHING : isEye ? [20, 20, 25, alpha] : [120 + x, 60 + y, 40 + Math.round(far), alpha];
});

function coloursOf(image: RgbaImage): Set<string> {
  const all = Array.from({ length: SIDE * SIDE }, (_, k) => pixelAt(image, k % SIDE, Math.floor(k / SIDE)).join());
  return new Set(all.filter((colour) => !colour.endsWith(',0')));
}

describe('the pixel finish', () => {
  const image = apply(ball);

  it('makes 32 × 32 squares of at most 16 colours, whole or empty', () => {
    const uneven: number[][] = [];
    for (let y = 0; y < SIDE; y++) {
      for (let x = 0; x < SIDE; x++) {
        const pixel = pixelAt(image, x, y);
        if (pixel.join() !== pixelAt(image, x - (x % 4), y - (y % 4)).join()) uneven.push([x, y]);
        if (pixel[3] !== 0 && pixel[3] !== 255) uneven.push([x, y]);
      }
    }
    expect(uneven).toEqual([]);
    expect(coloursOf(ball).size).toBeGreaterThan(1000);
    expect(coloursOf(image).size).toBeGreaterThan(8);
    expect(coloursOf(image).size).toBeLessThanOrEqual(16);
  });

  it('keeps eyes dark and the body as coloured as it was', () => {
    expect(Math.max(...pixelAt(image, 48, 56).slice(0, 3))).toBeLessThan(60);
    const hex = (pixel: number[]) =>
      `#${pixel
        .slice(0, 3)
        .map((byte) => byte.toString(16).padStart(2, '0'))
        .join('')}`;
    for (const [x, y] of [
      [64, 30],
      [90, 80],
      [40, 90],
    ] as const) {
      expect(labDistance(labOf(hex(pixelAt(image, x, y))), labOf(hex(pixelAt(ball, x, y))))).toBeLessThan(0.08);
    }
  });

  it('draws a dark line about what is light', () => {
    const row = Array.from({ length: 32 }, (_, k) => pixelAt(image, 4 * k, 64));
    const first = row.find((pixel) => pixel[3] === 255)!;
    expect(Math.max(...first.slice(0, 3))).toBeLessThan(50);
    expect(row.filter((pixel) => pixel[3] === 255).length).toBeGreaterThan(24);
  });

  it('gives the same for the same, nothing for nothing, and itself again', () => {
    expect(apply(ball)).toEqual(image);
    const empty = drawn(() => NOTHING);
    expect(apply(empty)).toEqual(empty);
  });

  it('shows no thin haze', () => {
    expect(coloursOf(apply(drawn((x) => (x < 64 ? [200, 30, 30, 60] : NOTHING)))).size).toBe(0);
  });
});
