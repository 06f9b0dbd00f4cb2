import { describe, expect, it } from 'vitest';
import { type Lab, labDistance, labOf, labPixels } from '../../../../../src/engine/basics/oklab.js';
import { recolourPart } from '../../../../../src/engine/draft/colours/recolour-part.js';

const SIDE = 32;
const [BROWN, DARK_BROWN, SKIN, PINK] = ['#543930', '#402a22', '#fcc21b', '#f06aa8'];

type Rgba = readonly [number, number, number, number];

function rgb(code: string): Rgba {
  return [1, 3, 5].map((at) => Number.parseInt(code.slice(at, at + 2), 16)).concat(255) as unknown as Rgba;
}

function mixed(one: string, other: string, part: number): Rgba {
  return rgb(one).map((value, c) => Math.round(part * value + (1 - part) * rgb(other)[c]!)) as unknown as Rgba;
}

/**
 * Hair above row 12, in two shades; a row half of hair and half of skin; skin; a transparent frame whose inner pixels
 * are half solid.
 */
function head(): { data: Uint8Array; width: number; height: number } {
  const data = new Uint8Array(4 * SIDE * SIDE);
  for (let y = 0; y < SIDE; y++) {
    for (let x = 0; x < SIDE; x++) {
      const edge = Math.min(x, y, SIDE - 1 - x, SIDE - 1 - y);
      const hair = x < 16 ? BROWN : DARK_BROWN;
      const colour = y < 12 ? rgb(hair) : y === 12 ? mixed(hair, SKIN, 0.5) : rgb(SKIN);
      data.set([...colour.slice(0, 3), edge === 0 ? 0 : edge === 1 ? 128 : 255], 4 * (y * SIDE + x));
    }
  }
  return { data, width: SIDE, height: SIDE };
}

const mask = Uint8Array.from({ length: SIDE * SIDE }, (_, p) => {
  const [x, y] = [p % SIDE, Math.floor(p / SIDE)];
  return Number(y < 12 && y > 1 && x > 1 && x < SIDE - 2);
});

function recoloured(): { at: (x: number, y: number) => Lab; before: (x: number, y: number) => Lab } {
  const image = head();
  const old = labPixels(image);
  const labs = labPixels(image);
  recolourPart(labs, image, mask, labOf(PINK));
  const of =
    (all: Float32Array) =>
    (x: number, y: number): Lab => {
      const p = 3 * (y * SIDE + x);
      return [all[p]!, all[p + 1]!, all[p + 2]!];
    };
  return { at: of(labs), before: of(old) };
}

describe('recolouring a part', () => {
  it('gives it the colour, and keeps which of its shades is darker', () => {
    const { at } = recoloured();
    for (const x of [8, 24]) expect(labDistance(at(x, 6), labOf(PINK))).toBeLessThan(0.08);
    expect(at(24, 6)[0]).toBeLessThan(at(8, 6)[0] - 0.02);
  });

  it('leaves no rim of the old colour at the silhouette, though the mask ends before it', () => {
    const { at } = recoloured();
    for (const [x, y] of [
      [8, 1],
      [1, 6],
      [24, 1],
      [30, 6],
    ] as const) {
      expect(labDistance(at(x, y), labOf(PINK))).toBeLessThan(0.08);
    }
  });

  it('turns a blend of hair and skin into the same blend of the new colour', () => {
    const { at } = recoloured();
    const half = [0, 1, 2].map((c) => (at(8, 6)[c]! + labOf(SKIN)[c]!) / 2) as unknown as Lab;
    expect(labDistance(at(8, 12), half)).toBeLessThan(0.06);
  });

  it('changes nothing else', () => {
    const { at, before } = recoloured();
    for (const y of [14, 20, 28]) expect(labDistance(at(8, y), before(8, y))).toBeLessThan(1e-3);
  });
});
