import { describe, expect, it } from 'vitest';
import { createRng } from '../../../../src/engine/basics/index.js';
import type { Draft } from '../../../../src/engine/draft/index.js';
import { stagedApart } from '../../../../src/engine/recall/staging.js';

const PLACE = { label: 'city park', x0: 0.02, y0: 0.02, x1: 0.98, y1: 0.98 };
const FIGURE = { label: 'pigeon', x0: 0.25, y0: 0.35, x1: 0.75, y1: 0.95 };

const draft = (...names: string[]): Draft => ({
  style: 'flat',
  kind: names.length === 1 ? 'single' : 'in front of',
  things: names.map((thing) => ({ thing, picture: `set:${thing}`, flip: false })),
  recall: 60,
});
const drafts = { describe: () => ({ boxes: [PLACE, FIGURE] }) } as unknown as Parameters<typeof stagedApart>[1];

describe('four cells of one place', () => {
  const cells = stagedApart(new Array(4).fill(draft('pigeon', 'city park')), drafts, createRng(1, 'staging'));
  const boxes = cells.map((cell) => cell.boxes!.find(({ label }) => label === 'pigeon')!);
  const middles = boxes.map(({ x0, x1 }) => (x0 + x1) / 2);

  it('have who is there on the left, on the right and in the middle, near and far', () => {
    expect(Math.min(...middles)).toBeLessThan(0.4);
    expect(Math.max(...middles)).toBeGreaterThan(0.6);
    const heights = boxes.map(({ y0, y1 }) => y1 - y0);
    expect(Math.max(...heights) / Math.min(...heights)).toBeGreaterThan(1.3);
  });

  it('keep all of it within the place', () => {
    for (const { x0, y0, x1, y1 } of boxes) {
      expect(Math.min(x0, y0)).toBeGreaterThanOrEqual(0.02);
      expect(Math.max(x1, y1)).toBeLessThanOrEqual(0.98);
    }
  });

  it('mirror the place in every other one', () => {
    const flips = cells.map(({ things }) => things[1]!.flip);
    expect(flips.filter(Boolean)).toHaveLength(2);
    expect(cells.every(({ things }) => !things[0]!.flip)).toBe(true);
  });

  it('leave what is in no place as it is', () => {
    const given = [draft('pigeon'), draft('pigeon', 'cat')];
    expect(stagedApart(given, drafts, createRng(1, 'staging'))).toEqual(given);
  });
});
