import { describe, expect, it } from 'vitest';
import type { Box } from '../../../../src/engine/latents/index.js';
import { boxesAsAsked } from '../../../../src/engine/recall/sizes.js';
import type { AskedThing } from '../../../../src/engine/words/prompt-reading.js';

const thing = (name: string, size?: AskedThing['size']): AskedThing => ({
  names: [name],
  said: name,
  colours: [],
  moods: [],
  count: 1,
  ...(size ? { size } : {}),
});
const box = (label: string, x0: number, y0: number, x1: number, y1: number): Box => ({ label, x0, y0, x1, y1 });
const area = ({ x0, y0, x1, y1 }: Box) => (x1 - x0) * (y1 - y0);
const ratio = ({ x0, y0, x1, y1 }: Box) => (x1 - x0) / (y1 - y0);
const isOnCanvas = ({ x0, y0, x1, y1 }: Box) => Math.min(x0, y0) >= 0 && Math.max(x1, y1) <= 1;

const cat = box('cat', 0.05, 0.3, 0.45, 0.7);
const dog = box('dog', 0.55, 0.3, 0.95, 0.7);

describe('boxes in the sizes that are asked for', () => {
  it('are not made where nothing is asked', () => {
    const composition = { kind: 'beside', objects: [thing('cat'), thing('dog')] };
    expect(boxesAsAsked([cat, dog], composition)).toBeUndefined();
  });

  it('shrink a thing that is alone around its middle', () => {
    const [small] = boxesAsAsked([box('cat', 0.1, 0.1, 0.9, 0.9)], {
      kind: 'single',
      objects: [thing('cat', 'small')],
    })!;
    expect(small).toMatchObject({ label: 'cat' });
    expect(small!.x0 + small!.x1).toBeCloseTo(1);
    expect(area(small!)).toBeCloseTo(0.49 * 0.64);
  });

  it('draw several that are all small nearer to each other', () => {
    const objects = [thing('cat', 'small'), thing('dog', 'small')];
    const [first, second] = boxesAsAsked([cat, dog], { kind: 'list', objects })!;
    expect(area(first!) / area(cat)).toBeCloseTo(0.85 ** 2);
    expect(second!.x0 - first!.x1).toBeCloseTo(0.85 * (dog.x0 - cat.x1));
    expect(first!.x0 + second!.x1).toBeCloseTo(1);
  });

  it('make the large one larger than the other, in its proportions and on the canvas', () => {
    const objects = [thing('cat', 'small'), thing('dog', 'large')];
    const [small, large] = boxesAsAsked([cat, dog], { kind: 'beside', objects })!;
    expect(area(large!)).toBeGreaterThan(3 * area(small!));
    expect(area(large!)).toBeGreaterThan(area(dog));
    for (const one of [small!, large!]) {
      expect(ratio(one)).toBeCloseTo(1);
      expect(isOnCanvas(one)).toBe(true);
    }
  });

  it('go by the labels, whatever the order of the boxes', () => {
    const objects = [thing('cat', 'small'), thing('dog')];
    const boxes = boxesAsAsked([dog, cat], { kind: 'beside', objects })!;
    expect(boxes.map(({ label }) => label)).toEqual(['dog', 'cat']);
    expect(area(boxes[0]!)).toBeCloseTo(area(dog));
    expect(area(boxes[1]!)).toBeLessThan(0.5 * area(cat));
  });

  it('leave who stands on something standing there', () => {
    const objects = [thing('cat', 'small'), thing('car', 'large')];
    const [car, small] = [box('car', 0.2, 0.5, 0.8, 1), box('cat', 0.3, 0.1, 0.7, 0.55)];
    const [below, above] = boxesAsAsked([car, small], { kind: 'on', objects })!;
    expect(above!.y1).toBeCloseTo(0.55);
    expect(below).toMatchObject({ y0: 0.5, y1: 1 });
  });

  it('take what is worn along', () => {
    const objects = [thing('cat', 'small'), thing('crown')];
    const [wearer, crown] = boxesAsAsked([box('cat', 0.2, 0.4, 0.8, 1), box('crown', 0.3, 0.2, 0.7, 0.5)], {
      kind: 'wearing',
      objects,
    })!;
    // It sat a sixth of the way down.
    expect((crown!.y1 - wearer!.y0) / (wearer!.y1 - wearer!.y0)).toBeCloseTo(1 / 6);
    expect(area(crown!)).toBeLessThan(0.5 * 0.12);
  });
});

describe('who is in something', () => {
  it('shrinks within its opening where it is to be small, and what it is in stays', () => {
    const composition = {
      kind: 'in front of',
      way: 'inside' as const,
      objects: [thing('package'), thing('cat', 'small')],
    };
    const outer = box('package', 0.1, 0.3, 0.9, 0.9);
    const [kept, within] = boxesAsAsked([outer, cat], composition)!;
    expect(area(kept!)).toBeCloseTo(area(outer));
    expect(kept!.x0).toBeCloseTo(outer.x0);
    expect(within!.y1).toBeCloseTo(cat.y1);
    expect(within!.x1 - within!.x0).toBeLessThan(0.8 * (cat.x1 - cat.x0));
  });
});

describe('three that stand to each other', () => {
  it('keep in touch, whatever sizes are asked for', () => {
    const objects = [thing('cat', 'small'), thing('dog'), thing('package')];
    const boxes = [cat, dog, box('package', 0.1, 0.3, 0.9, 0.9)];
    expect(boxesAsAsked(boxes, { kind: 'on, holding', objects })).toBeUndefined();
  });
});
