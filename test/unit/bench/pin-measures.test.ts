import { describe, expect, it } from 'vitest';
import { blobOverlaps, boxOverlaps, paletteKept } from '../../../bench/pins/measures.js';
import type { RgbaImage } from '../../../src/engine/basics/rgba-image.js';

type Rgb = readonly [red: number, green: number, blue: number];
type Rectangle = readonly [x0: number, y0: number, x1: number, y1: number];
const RED: Rgb = [255, 0, 0];
const BLACK: Rgb = [0, 0, 0];
const SIDE = 64;

/** Filled rectangles on nothing. */
function pictureOf(...painted: [Rgb, Rectangle][]): RgbaImage {
  const data = new Uint8Array(4 * SIDE * SIDE);
  for (const [colour, [x0, y0, x1, y1]] of painted) {
    for (let y = y0; y < y1; y++) for (let x = x0; x < x1; x++) data.set([...colour, 255], 4 * (y * SIDE + x));
  }
  return { width: SIDE, height: SIDE, data };
}

describe('boxOverlaps', () => {
  const box = (x0: number, y0: number, x1: number, y1: number) => ({ label: '', x0, y0, x1, y1 });

  it('is 1 for what fills its box, a half for what fills half of it, and 0 for nothing', () => {
    const half = box(0, 0, 0.5, 1);
    expect(boxOverlaps(pictureOf([RED, [0, 0, 32, 64]]), [half])).toEqual([1]);
    expect(boxOverlaps(pictureOf([RED, [0, 0, 32, 32]]), [half])).toEqual([0.5]);
    expect(boxOverlaps(pictureOf([RED, [0, 0, 64, 64]]), [half])).toEqual([0.5]);
    expect(boxOverlaps(pictureOf(), [half])).toEqual([0]);
  });

  it('gives each box what is nearest to it', () => {
    const image = pictureOf([RED, [0, 0, 20, 64]], [RED, [44, 0, 64, 32]]);
    expect(boxOverlaps(image, [box(0, 0, 0.25, 1), box(0.75, 0, 1, 0.5)])).toEqual([16 / 20, 16 / 20]);
  });
});

describe('blobOverlaps', () => {
  it('is the part of ellipse and alpha together that they share', () => {
    const circle = { x: 0.5, y: 0.5, major: 0.25, minor: 0.25, angle: 0 };
    const [overlap] = blobOverlaps(pictureOf([RED, [16, 16, 48, 48]]), [circle]);
    expect(overlap).toBeCloseTo(Math.PI / 4, 1);
    const lying = { x: 0.5, y: 0.5, major: 0.5, minor: 0.125, angle: 0 };
    const [along, across] = [0, 90].map((angle) => {
      return blobOverlaps(pictureOf([RED, [0, 26, 64, 38]]), [{ ...lying, angle }])[0]!;
    });
    expect(along).toBeGreaterThan(0.7);
    expect(across).toBeLessThan(0.2);
  });
});

describe('paletteKept', () => {
  const palette = [
    { colour: '#ff0000', share: 0.5 },
    { colour: '#ffffff', share: 0.5 },
  ];

  it('counts the body alone, unless what is dark was asked for', () => {
    const image = pictureOf([RED, [0, 0, 32, 32]], [BLACK, [0, 32, 32, 64]]);
    expect(paletteKept(image, palette)).toEqual({ near: 1, isFirstLargest: true });
    expect(paletteKept(image, [{ colour: '#000000', share: 1 }]).near).toBeCloseTo(0.5);
  });

  it('tells other colours, and which colour is the largest', () => {
    const image = pictureOf(
      [RED, [0, 0, 16, 32]],
      [
        [0, 0, 255],
        [0, 32, 32, 64],
      ],
      [
        [255, 255, 255],
        [16, 0, 32, 32],
      ],
    );
    expect(paletteKept(image, palette).near).toBeCloseTo(0.5);
    const white = pictureOf(
      [RED, [0, 0, 16, 16]],
      [
        [255, 255, 255],
        [16, 0, 64, 64],
      ],
    );
    expect(paletteKept(white, palette)).toEqual({ near: 1, isFirstLargest: false });
  });
});
