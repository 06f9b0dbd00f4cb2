import { describe, expect, it } from 'vitest';
import { faceSeatOf } from '../../../../../src/engine/draft/faces/face-seat.js';
import { drawGivenFace } from '../../../../../src/engine/draft/faces/index.js';

const SIZE = 64;

/** A solid box of a grey, 0–1, on clear ground; `mark` tells which of its pixels are black. */
function boxOf(grey: number, [x0, y0, x1, y1]: readonly number[], mark = (_x: number, _y: number) => false) {
  const colours = new Float32Array(3 * SIZE * SIZE);
  const rgba = new Uint8Array(4 * SIZE * SIZE);
  for (let p = 0; p < SIZE * SIZE; p++) {
    const [x, y] = [p % SIZE, Math.floor(p / SIZE)];
    if (x < x0! || x >= x1! || y < y0! || y >= y1!) continue;
    colours.fill(mark(x, y) ? 0 : grey, 3 * p, 3 * p + 3);
    rgba[4 * p + 3] = 255;
  }
  return { size: SIZE, colours, rgba };
}

const face = { mood: { eyes: 'dots', mouth: 'smile' }, line: 3 } as const;
/** Of each pixel, red. */
const reds = ({ colours }: ReturnType<typeof boxOf>) => [...colours].filter((_, k) => k % 3 === 0);

describe('the seat of a face', () => {
  it('is wholly inside the body, in its middle, a little high', () => {
    const seat = faceSeatOf(boxOf(0.8, [8, 8, 56, 56]))!;
    expect(seat.x).toBeGreaterThan(28);
    expect(seat.x).toBeLessThan(36);
    expect(seat.y).toBeLessThan(33);
    expect(seat.x - seat.half).toBeGreaterThanOrEqual(8);
    expect(seat.x + seat.half).toBeLessThanOrEqual(56);
  });

  it('is where the body is calm', () => {
    const seat = faceSeatOf(boxOf(0.9, [4, 4, 60, 60], (x, y) => y < 30 && (x + y) % 2 === 0))!;
    expect(seat.y).toBeGreaterThan(30);
  });

  it('is nowhere on what is too narrow, or on nothing', () => {
    expect(faceSeatOf(boxOf(0.8, [30, 4, 34, 60]))).toBeUndefined();
    expect(faceSeatOf(boxOf(0.8, [0, 0, 0, 0]))).toBeUndefined();
  });
});

describe('a face that is given', () => {
  it.each([
    ['dark on what is light', 0.9, (red: number) => red < 0.3],
    ['light on what is dark', 0.1, (red: number) => red > 0.8],
  ])('is %s', (_, grey, isInk) => {
    const raster = boxOf(grey, [4, 4, 60, 60]);
    drawGivenFace(raster, face);
    expect(reds(raster).filter((red, p) => raster.rgba[4 * p + 3] === 255 && isInk(red)).length).toBeGreaterThan(30);
  });

  it('takes the place of a few lines that are there', () => {
    const hand = (x: number, y: number) => x >= 31 && x < 33 && y > 20 && y < 40;
    const raster = boxOf(0.9, [4, 4, 60, 60], hand);
    drawGivenFace(raster, { ...face, at: { x: 0.5, y: 0.45, half: 0.3 } });
    expect(raster.colours[3 * (26 * SIZE + 31)]).toBeGreaterThan(0.8);
  });

  it('changes nothing where there is no room', () => {
    const raster = boxOf(0.8, [30, 4, 34, 60]);
    const before = raster.colours.slice();
    drawGivenFace(raster, face);
    expect(raster.colours).toEqual(before);
  });
});
