import { describe, expect, it } from 'vitest';
import { clad, garmentOf, handOut, inGarment } from '../../../../../src/engine/draft/bodies/garments.js';
import { boxOfShape } from '../../../../../src/engine/draft/bodies/parts.js';

const coat = garmentOf('coat', 'noto:coat', 1.2);

describe('a garment', () => {
  it('is in proportion with a head, however long its picture is', () => {
    expect(coat.height).toBeLessThan(1);
    expect(coat.height / coat.width).toBeCloseTo(1.2);
    expect(garmentOf('t-shirt', 'noto:t-shirt', 0.8).width).toBeLessThan(1);
  });

  it.each(['animal', 'person', 'bare'] as const)('lets out hands at its sleeves, and feet below it: %s', (build) => {
    const { y1 } = { y1: inGarment(coat, [0, 1])[1] };
    const boxes = clad(build, coat).flatMap(({ shapes }) => shapes.map(boxOfShape));
    expect(Math.max(...boxes.map((box) => box.y1))).toBeGreaterThan(y1 + 0.15);
    const [x, y] = handOut(coat, -1);
    expect(boxes.some((box) => box.x0 < x && x < box.x1 && box.y0 < y && y < box.y1)).toBe(true);
    expect(handOut(coat, 1)).toEqual([-x, y]);
  });

  it('leaves legs bare below a dress, and in trousers below a shirt', () => {
    const tints = (thing: string) => clad('person', garmentOf(thing, '', 1)).map(({ tint }) => tint);
    expect(tints('dress')).not.toContain('trousers');
    expect(tints('t-shirt')).toContain('trousers');
  });
});
