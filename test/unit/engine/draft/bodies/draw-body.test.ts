import { describe, expect, it } from 'vitest';
import { drawBody, lookOfBody } from '../../../../../src/engine/draft/bodies/draw-body.js';
import type { PosedBody } from '../../../../../src/engine/draft/bodies/poses.js';

const FUR = [0.9, 0.5, 0.2] as const;
const BLUE = [0.1, 0.3, 0.8] as const;
const SIDE = 40;

/** A head of one colour, whose lowest tenth may be of another. */
function head(low: readonly [number, number, number] = FUR) {
  const rgba = new Uint8Array(4 * SIDE * SIDE).fill(255);
  const colours = new Float32Array(3 * SIDE * SIDE);
  for (let p = 0; p < SIDE * SIDE; p++) colours.set(Math.floor(p / SIDE) < 0.9 * SIDE ? FUR : low, 3 * p);
  return { size: SIDE, colours, rgba };
}

const lookOf = (body: PosedBody, low = FUR as readonly [number, number, number]) =>
  lookOfBody(head(low), [0, 0, 1, 1], body);
const apart = (one: readonly number[], other: readonly number[]) =>
  Math.max(...one.map((value, c) => Math.abs(value - other[c]!)));

describe('the colours of a body', () => {
  it('are those of an animal’s fur, with a lighter belly', () => {
    const { fur, belly } = lookOf({ pose: 'standing', build: 'animal', clothes: 0 });
    expect(apart(fur, FUR)).toBeLessThan(0.01);
    expect(belly.every((value, c) => value >= fur[c]!)).toBe(true);
  });

  it('are those of somebody’s skin, and of clothes that stand out from it and differ', () => {
    const looks = [0, 1, 2, 3, 4, 5].map((clothes) => lookOf({ pose: 'standing', build: 'person', clothes }));
    expect(looks.every(({ skin, clothes }) => apart(skin, clothes) > 0.16)).toBe(true);
    expect(looks.every(({ clothes, trousers }) => apart(clothes, trousers) > 0.1)).toBe(true);
    expect(new Set(looks.map(({ clothes }) => clothes.join())).size).toBeGreaterThan(3);
  });

  it('are those of the clothes that are seen at the shoulders', () => {
    const { clothes } = lookOf({ pose: 'standing', build: 'bust', clothes: 1 }, BLUE);
    expect(apart(clothes, BLUE)).toBeLessThan(0.01);
    const collar = lookOf({ pose: 'riding', build: 'person', clothes: 1, showsClothes: true }, BLUE);
    expect(apart(collar.clothes, BLUE)).toBeLessThan(0.01);
  });
});

describe('a drawn body', () => {
  it.each(['lines', 'shade', 'plain'] as const)('is of one piece, in its colours: %s', (manner) => {
    const body: PosedBody = { pose: 'standing', build: 'animal', clothes: 0 };
    const { colours, rgba, size } = drawBody(body, lookOf(body), manner);
    const solid = [...rgba.keys()].filter((at) => at % 4 === 3 && rgba[at]! > 200).map((at) => (at - 3) / 4);
    expect(solid.length).toBeGreaterThan(0.25 * size * size);
    const isOwn = (p: number) =>
      apart(
        [0, 1, 2].map((c) => colours[3 * p + c]!),
        FUR,
      ) < 0.18;
    expect(solid.filter(isOwn).length).toBeGreaterThan(0.3 * solid.length);
  });

  it('has a darker edge in a style of lines than in plain colours', () => {
    const body: PosedBody = { pose: 'sitting', build: 'person', clothes: 0 };
    const darkest = (manner: 'lines' | 'plain') => {
      const { colours, rgba } = drawBody(body, lookOf(body), manner);
      return Math.min(
        ...[...rgba.keys()].flatMap((at) => (at % 4 === 3 && rgba[at]! > 250 ? colours[(3 * (at - 3)) / 4 + 2]! : [])),
      );
    };
    expect(darkest('lines')).toBeLessThan(darkest('plain'));
  });
});
