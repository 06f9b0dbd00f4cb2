import { describe, expect, it } from 'vitest';
import { coresOf, linesIn } from '../../../../../src/engine/draft/colours/thin.js';

const WIDTH = 64;
const xy = (p: number): [number, number] => [p % WIDTH, Math.floor(p / WIDTH)];
const count = (mask: Uint8Array) => mask.reduce((sum, value) => sum + value, 0);

describe('what is thin', () => {
  it('is a long line, and no dot nor area', () => {
    const isLine = (p: number) => xy(p)[1] >= 10 && xy(p)[1] < 13 && xy(p)[0] >= 5 && xy(p)[0] < 45;
    const isEye = (p: number) => Math.hypot(xy(p)[0] - 20, xy(p)[1] - 25) < 2.2;
    const isArea = (p: number) => xy(p)[0] >= 30 && xy(p)[1] >= 30;
    const lines = linesIn((p) => isLine(p) || isEye(p) || isArea(p), WIDTH);
    for (let p = 0; p < lines.length; p++) if (!isArea(p)) expect(lines[p] === 1).toBe(isLine(p));
    expect(count(linesIn(isArea, WIDTH))).toBe(0);
  });

  it('has no core, which eyes have', () => {
    expect(count(coresOf((p) => xy(p)[1] >= 10 && xy(p)[1] < 15, WIDTH))).toBe(0);
    const core = coresOf((p) => Math.hypot(xy(p)[0] - 30, xy(p)[1] - 30) < 8, WIDTH);
    expect(core[30 * WIDTH + 30]).toBe(1);
    expect(core[30 * WIDTH + 36]).toBe(0);
  });
});
