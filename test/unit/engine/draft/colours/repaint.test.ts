import { beforeAll, describe, expect, it } from 'vitest';
import { toOklab } from '../../../../../src/engine/basics/oklab.js';
import type { RgbaImage } from '../../../../../src/engine/basics/rgba-image.js';
import { type Bundle, loadBundle } from '../../../../../src/engine/bundle/bundle.js';
import { createRepaint } from '../../../../../src/engine/draft/colours/repaint.js';

const SIZE = 128;
type Rgb = readonly [number, number, number];
const BODY: Rgb = [0, 88, 150];
const OUTLINE: Rgb = [40, 52, 58];
const BLACK: Rgb = [0, 0, 0];

let bundle: Bundle;
beforeAll(async () => {
  bundle = await loadBundle('models/stickers');
});

/** A body with an outline through it and an eye. */
function animal(body: Rgb, line: Rgb): { image: RgbaImage; labs: Float32Array } {
  const data = new Uint8Array(4 * SIZE * SIZE);
  const labs = new Float32Array(3 * SIZE * SIZE);
  for (let p = 0; p < SIZE * SIZE; p++) {
    const [x, y] = [p % SIZE, Math.floor(p / SIZE)];
    if (Math.hypot(x - 64, y - 64) > 60) continue;
    const colour = isEye(x, y) ? BLACK : isLine(x, y) ? line : body;
    data.set([...colour, 255], 4 * p);
    toOklab(...colour, labs, 3 * p);
  }
  return { image: { data, width: SIZE, height: SIZE }, labs };
}
const isEye = (x: number, y: number) => Math.hypot(x - 40, y - 40) < 7;
const isLine = (x: number, y: number) => y >= 90 && y < 93 && x > 30 && x < 100;

function painted(paint: string, body: Rgb, line: Rgb): (x: number, y: number) => Rgb {
  const { colours, paints } = bundle.manifest.tables;
  const { image, labs } = animal(body, line);
  createRepaint({ colours, paints })(labs, image, 0, paints.indexOf(paint) + 1);
  return (x, y) => [0, 1, 2].map((c) => labs[3 * (y * SIZE + x) + c]!) as unknown as Rgb;
}

describe('a painted picture', () => {
  it('has outlines in a darker shade of the paint, and eyes as they were', () => {
    const at = painted('pink', BODY, OUTLINE);
    const [body, line, eye] = [at(64, 64), at(64, 91), at(40, 40)];
    expect(Math.hypot(line[1] - body[1], line[2] - body[2])).toBeLessThan(0.03);
    expect(line[0]).toBeLessThan(body[0] - 0.05);
    expect(eye[0]).toBeLessThan(0.15);
  });

  it('keeps black outlines black', () => {
    expect(painted('pink', BODY, BLACK)(64, 91)[0]).toBeLessThan(0.15);
  });

  it('has eyes with a light rim and a dark inside where it is black', () => {
    const at = painted('black', [230, 220, 200], BLACK);
    expect(at(40, 40)[0]).toBeLessThan(0.2);
    expect(at(45, 40)[0]).toBeGreaterThan(0.8);
    expect(at(64, 91)[0]).toBeGreaterThan(0.8);
    expect(at(64, 64)[0]).toBeLessThan(0.3);
  });
});
