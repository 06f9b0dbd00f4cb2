import { describe, expect, it } from 'vitest';
import { keptDetail } from '../../../../src/engine/draft/kept-detail.js';

const SIZE = 64;
/** Kept of what has no details. */
const PLAIN = 0.6;
const FACE = { x0: 8, y0: 8, x1: 40, y1: 40 };

/** A disc of one grey with a spot of another where (x, y) says; premultiplied, −1…1. */
function head(ground: number, spot: number, [x, y]: readonly [number, number]): Float32Array {
  const picture = new Float32Array(4 * SIZE * SIZE).fill(-1);
  for (let p = 0; p < SIZE * SIZE; p++) {
    const [u, v] = [p % SIZE, Math.floor(p / SIZE)];
    if (Math.hypot(u - 32, v - 32) > 28) continue;
    const light = Math.hypot(u - x, v - y) < 2.5 ? spot : ground;
    for (let c = 0; c < 3; c++) picture[c * SIZE * SIZE + p] = 2 * light - 1;
    picture[3 * SIZE * SIZE + p] = 1;
  }
  return picture;
}

const at = (kept: Float32Array, x: number, y: number) => kept[y * SIZE + x]!;

describe('what is kept of a draft', () => {
  it('is what stands out from what is about it, dark or light', () => {
    for (const spot of [0.05, 0.9]) {
      const kept = keptDetail(head(0.4, spot, [24, 24]), [FACE], SIZE);
      expect(at(kept, 24, 24)).toBeGreaterThan(0.8);
      expect(at(kept, 34, 20)).toBeCloseTo(PLAIN, 6);
    }
  });

  it('is no more of shading than of plain surfaces, and nothing of what no face is about', () => {
    expect(Math.max(...keptDetail(head(0.4, 0.42, [24, 24]), [FACE], SIZE))).toBeCloseTo(PLAIN, 6);
    expect(at(keptDetail(head(0.4, 0.05, [48, 48]), [FACE], SIZE), 48, 48)).toBe(0);
    expect(Math.max(...keptDetail(head(0.4, 0.05, [24, 24]), [], SIZE))).toBe(0);
  });

  it('is no more of the silhouette, which painting draws well', () => {
    const kept = keptDetail(head(0.4, 0.4, [24, 24]), [{ x0: 0, y0: 0, x1: SIZE, y1: SIZE }], SIZE);
    expect(Math.max(...kept)).toBeCloseTo(PLAIN, 6);
  });
});
