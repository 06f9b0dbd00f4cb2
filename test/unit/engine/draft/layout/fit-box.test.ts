import { describe, expect, it } from 'vitest';
import { fitBox } from '../../../../../src/engine/draft/layout/fit-box.js';
import type { Edges } from '../../../../../src/engine/draft/layout/geometry.js';

const SIZE = 128;
const edgesAfter = ({ x0, y0, x1, y1 }: Edges, { x, y, xx, yy }: ReturnType<typeof fitBox>['by']): Edges => ({
  x0: x + xx * x0,
  y0: y + yy * y0,
  x1: x + xx * x1,
  y1: y + yy * y1,
});

describe('a thing and the box chosen for it', () => {
  // Measured as 3/32 … 29/32 across: outwards to whole steps.
  const edges = { x0: 14, y0: 4, x1: 114, y1: 124 };
  const measured = { x0: 3 / 32, y0: 1 / 32, x1: 29 / 32, y1: 31 / 32 };

  it('stays where the box is the one that was measured', () => {
    const { by, fit } = fitBox(edges, measured, SIZE);
    expect(fit).toBe('there');
    expect(edgesAfter(edges, by)).toEqual(edges);
  });

  it('moves and shrinks along with the box, keeping its shape', () => {
    const half = { x0: 0.5 + 1.5 / 32, y0: 0.5 + 0.5 / 32, x1: 0.5 + 14.5 / 32, y1: 0.5 + 15.5 / 32 };
    const { by, fit } = fitBox(edges, half, SIZE);
    expect(fit).toBe('stretched');
    expect(by.xx).toBeCloseTo(0.5);
    expect(by.yy).toBeCloseTo(0.5);
    expect(edgesAfter(edges, by).x0).toBeCloseTo(64 + 7);
  });

  it('fills a box whose sides are within 1.5 of its own', () => {
    const wide = { x0: 0, y0: 0.25, x1: 1, y1: 0.25 + 27 / 32 };
    const { by, fit } = fitBox(edges, wide, SIZE);
    expect(fit).toBe('stretched');
    const found = edgesAfter(edges, by);
    expect((found.x1 - found.x0) / 128).toBeGreaterThan(0.95);
    expect((found.y1 - found.y0) / 108).toBeGreaterThan(0.95);
  });

  it('is stretched by no more than 1.5, centred in a box that is longer, and says so', () => {
    const { by, fit } = fitBox(edges, { x0: 0, y0: 0.25, x1: 0.25, y1: 1 }, SIZE);
    expect(fit).toBe('centred');
    const found = edgesAfter(edges, by);
    expect(found.x0).toBeCloseTo(0);
    expect(found.x1).toBeCloseTo(32);
    expect((found.y0 + found.y1) / 2).toBeCloseTo(80);
    expect(by.yy / by.xx).toBeCloseTo(1.5);
  });

  it('counts as filling a box that it overlaps by 0.8, though it would have to be stretched a little more', () => {
    const square = { x0: 0, y0: 0, x1: 128, y1: 128 };
    const fits = (height: number) => fitBox(square, { x0: 0, y0: 0, x1: 1, y1: height / 32 }, SIZE).fit;
    expect([24, 20, 18, 16].map(fits)).toEqual(['stretched', 'stretched', 'stretched', 'centred']);
  });
});
