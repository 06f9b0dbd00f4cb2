import { describe, expect, it } from 'vitest';
import { drawExpression } from '../../../../../src/engine/draft/expressions/draw-expression.js';
import type { Face } from '../../../../../src/engine/draft/expressions/face.js';
import { mouthBelow } from '../../../../../src/engine/draft/expressions/mouth.js';
import { socketsOf } from '../../../../../src/engine/draft/expressions/sockets.js';

const SIZE = 96;
const EYES = [
  { x: 0.3, y: 0.35, across: 0.05, down: 0.06 },
  { x: 0.7, y: 0.35, across: 0.05, down: 0.06 },
];
type Rgb = readonly [number, number, number];
const DARK: Rgb = [0.3, 0.1, 0.1];

/** Skin under light from above, two eyes, and whatever else is painted. */
function faceWith(painted: (x: number, y: number) => Rgb | undefined) {
  const colours = new Float32Array(3 * SIZE * SIZE);
  const rgba = new Uint8Array(4 * SIZE * SIZE).fill(255);
  for (let p = 0; p < SIZE * SIZE; p++) {
    const [x, y] = [((p % SIZE) + 0.5) / SIZE, (Math.floor(p / SIZE) + 0.5) / SIZE];
    const isEye = EYES.some((eye) => Math.hypot((x - eye.x) / eye.across, (y - eye.y) / eye.down) < 1);
    colours.set(isEye ? [0.1, 0.1, 0.1] : (painted(x, y) ?? [1, 0.85 - 0.2 * y, 0.3]), 3 * p);
  }
  return { size: SIZE, colours, rgba };
}

/** A smile 0.3 wide whose ends are above its middle. */
const smile = (x: number, y: number): Rgb | undefined =>
  Math.abs(x - 0.5) < 0.15 && Math.abs(y - (0.74 - 2.5 * (x - 0.5) ** 2)) < 0.025 ? DARK : undefined;

const sockets = socketsOf(EYES, 1, SIZE);
const drawnAs = (expression: Face['expression'], painted = smile, isAnimal = false) => {
  const raster = faceWith(painted);
  drawExpression(raster, { expression, eyes: EYES, facing: 1, isAnimal, line: 3 });
  return (x: number, y: number) => {
    const p = Math.floor(y * SIZE) * SIZE + Math.floor(x * SIZE);
    return [...raster.colours.subarray(3 * p, 3 * p + 3)] as unknown as Rgb;
  };
};
/** Which height of a column is the darkest below the eyes. */
const darkest = (at: (x: number, y: number) => Rgb, x: number) => {
  const rows = Array.from({ length: 40 }, (_, k) => 0.55 + k / 100);
  return rows.reduce((best, y) => (at(x, y)[1] < at(x, best)[1] ? y : best), rows[0]!);
};

describe('a mouth', () => {
  it('is found below the eyes, under light that changes from top to bottom', () => {
    const mouth = mouthBelow(faceWith(smile), sockets, false)!;
    expect(mouth.x / SIZE).toBeCloseTo(0.5, 1);
    expect(mouth.y / SIZE).toBeCloseTo(0.71, 1);
    expect(mouth.across / SIZE).toBeCloseTo(0.15, 1);
  });

  it('is not a beard, which hangs together with the edge, nor a collar far below', () => {
    expect(
      mouthBelow(
        faceWith((_, y) => (y > 0.65 ? DARK : undefined)),
        sockets,
        false,
      ),
    ).toBeUndefined();
    const collar = (x: number, y: number) => (Math.abs(x - 0.5) < 0.2 && Math.abs(y - 0.87) < 0.03 ? DARK : undefined);
    expect(mouthBelow(faceWith(collar), sockets, false)).toBeUndefined();
  });

  it('is not an animal’s nose', () => {
    const nose = (x: number, y: number) => (Math.hypot(x - 0.5, y - 0.6) < 0.08 ? DARK : undefined);
    expect(mouthBelow(faceWith(nose), sockets, true)).toBeUndefined();
  });

  it('smiles no more in sadness: its ends hang down', () => {
    const before = drawnAs('happy');
    expect(darkest(before, 0.4)).toBeLessThan(darkest(before, 0.5));
    const after = drawnAs('sad');
    expect(darkest(after, 0.42)).toBeGreaterThan(darkest(after, 0.5));
  });

  it('shows clenched teeth in fury, on skin that is redder', () => {
    const at = drawnAs('furious');
    const teeth = Array.from({ length: 40 }, (_, k) => at(0.36 + (0.28 * k) / 40, 0.69)).filter(
      (colour) => Math.min(...colour) > 0.7,
    );
    expect(teeth.length).toBeGreaterThan(5);
    expect(at(0.1, 0.5)[1]).toBeLessThan(0.6);
    expect(drawnAs('furious', smile, true)(0.1, 0.5)[1]).toBeCloseTo(0.75, 1);
  });

  it('stands open in surprise', () => {
    const at = drawnAs('surprised');
    expect(at(0.5, 0.71)[1]).toBeLessThan(0.3);
    expect(at(0.4, 0.69)[1]).toBeGreaterThan(0.6);
  });
});

describe('a patch about an eye', () => {
  const WIDE = EYES.map((eye) => ({ ...eye, across: 0.13, down: 0.12 }));
  const asleep = (isAnimal: boolean) => {
    const raster = faceWith((x, y) =>
      WIDE.some((eye) => Math.abs((x - eye.x) / eye.across) ** 3 + Math.abs((y - eye.y) / eye.down) ** 3 < 1.05)
        ? [0.2, 0.15, 0.3]
        : undefined,
    );
    drawExpression(raster, { expression: 'asleep', eyes: WIDE, facing: 1, isAnimal, line: 3 });
    const p = Math.floor(0.27 * SIZE) * SIZE + Math.floor(0.3 * SIZE);
    return raster.colours[3 * p]!;
  };

  it('stays where an animal’s eye closes in it, and goes where it is the eye of somebody else', () => {
    expect(asleep(true)).toBeLessThan(0.3);
    expect(asleep(false)).toBeGreaterThan(0.8);
  });
});
