import { describe, expect, it } from 'vitest';
import { finishNamed } from '../../../../src/engine/finishes/index.js';
import { BALL, drawn, meanAt, NOTHING, pixelAt } from './drawn-ball.js';

const { apply } = finishNamed('line-art')!;

describe('line art', () => {
  it('is black lines where colours and the figure end, and white between them', () => {
    const image = apply(BALL);
    for (const [x, y] of [
      [64, 30],
      [64, 90],
      [30, 50],
    ] as const) {
      expect(pixelAt(image, x, y)).toEqual([255, 255, 255, 255]);
    }
    const down = Array.from({ length: 9 }, (_, k) => pixelAt(image, 64, 60 + k)[0]!);
    expect(Math.min(...down)).toBeLessThan(90);
    const across = Array.from({ length: 10 }, (_, k) => pixelAt(image, 9 + k, 64)[0]!);
    expect(Math.min(...across)).toBeLessThan(90);
    for (const [red, green, blue] of [pixelAt(image, 64, 64), pixelAt(image, 13, 64)]) {
      expect([green, blue]).toEqual([red, red]);
    }
  });

  it('keeps eyes and dark lines black, and leaves what is large and dark white', () => {
    expect(pixelAt(apply(BALL), 48, 44)[0]).toBeLessThan(60);
    const black = drawn((x, y) => (Math.hypot(x - 64, y - 64) < 50 ? [25, 25, 30, 255] : NOTHING));
    expect(meanAt(apply(black), 64, 64)).toEqual([255, 255, 255]);
    const ring = drawn((x, y) => {
      const far = Math.hypot(x - 64, y - 64);
      return far > 50 ? NOTHING : far > 46 ? [30, 30, 30, 255] : [240, 200, 60, 255];
    });
    const row = Array.from({ length: 24 }, (_, k) => pixelAt(apply(ring), 8 + k, 64));
    const runs =
      row
        .map(([red, , , alpha]) => alpha! > 200 && red! < 128)
        .join()
        .split('true,false').length - 1;
    expect(runs).toBe(1);
  });

  it('has a rim of paper about it, so that it is seen on dark ground', () => {
    expect(pixelAt(apply(BALL), 64 + 51, 64)[3]).toBe(255);
    expect(pixelAt(apply(BALL), 64 + 54, 64)[3]).toBe(0);
  });
});
