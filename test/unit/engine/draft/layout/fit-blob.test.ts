import { describe, expect, it } from 'vitest';
import { fitBlob } from '../../../../../src/engine/draft/layout/fit-blob.js';
import { blobSteps, type Spread } from '../../../../../src/engine/draft/layout/geometry.js';
import type { Blob } from '../../../../../src/engine/latents/index.js';

const SIZE = 128;
/** An upright thing a little higher than wide, and one that is long and lies along 45°. */
const CAT: Spread = { x: 64, y: 64, xx: 700, xy: 0, yy: 900 };
const ROCKET: Spread = { x: 60, y: 70, xx: 600, xy: 450, yy: 600 };

function after(spread: Spread, { x, y, xx, xy, yx, yy }: ReturnType<typeof fitBlob>): Spread {
  return {
    x: x + xx * spread.x + xy * spread.y,
    y: y + yx * spread.x + yy * spread.y,
    xx: xx * xx * spread.xx + 2 * xx * xy * spread.xy + xy * xy * spread.yy,
    xy: xx * yx * spread.xx + (xx * yy + xy * yx) * spread.xy + xy * yy * spread.yy,
    yy: yx * yx * spread.xx + 2 * yx * yy * spread.xy + yy * yy * spread.yy,
  };
}
const degrees = ({ xx, yx }: ReturnType<typeof fitBlob>) => (Math.atan2(yx, xx) * 180) / Math.PI;

describe('a thing and the ellipse chosen for it', () => {
  const blobs: Blob[] = [
    { x: 0.5, y: 0.5, major: 0.40625, minor: 0.25, angle: 0 },
    { x: 0.25, y: 0.75, major: 0.3125, minor: 0.125, angle: 30 },
    { x: 0.75, y: 0.5, major: 0.25, minor: 0.234375, angle: 97.5 },
    { x: 0.5, y: 0.25, major: 0.25, minor: 0.25, angle: 0 },
  ];
  it.each(blobs)('get the same centre and moments: %o', (blob) => {
    for (const spread of [CAT, ROCKET]) {
      const { angle, ...measured } = blobSteps(after(spread, fitBlob(spread, blob, SIZE)), SIZE);
      expect(measured).toEqual({ x: blob.x, y: blob.y, major: blob.major, minor: blob.minor });
      if (blob.major > blob.minor) expect(angle).toBe(blob.angle);
    }
  });

  it('is turned by as much as the ellipse was', () => {
    const measured = blobSteps(ROCKET, SIZE);
    expect(degrees(fitBlob(ROCKET, { ...measured, angle: measured.angle + 30 }, SIZE))).toBeCloseTo(30, 0);
    expect(degrees(fitBlob(ROCKET, { ...measured, angle: 0 }, SIZE))).toBeCloseTo(-45, 0);
  });

  it('is rather made wide than laid on its side where it is nearly round', () => {
    const { xx, xy, yx, yy } = fitBlob(CAT, { x: 0.5, y: 0.5, major: 0.4, minor: 0.25, angle: 0 }, SIZE);
    expect([xy, yx].map(Math.abs).every((value) => value < 1e-6)).toBe(true);
    expect(xx).toBeGreaterThan(yy);
  });

  it('is not turned for a round ellipse, and never mirrored', () => {
    const round = fitBlob(CAT, { x: 0.5, y: 0.5, major: 0.25, minor: 0.25, angle: 0 }, SIZE);
    expect(degrees(round)).toBeCloseTo(0);
    for (let angle = 0; angle < 180; angle += 7.5) {
      const { xx, xy, yx, yy } = fitBlob(ROCKET, { x: 0.5, y: 0.5, major: 0.4, minor: 0.1, angle }, SIZE);
      expect(xx * yy - xy * yx).toBeGreaterThan(0);
    }
  });
});
