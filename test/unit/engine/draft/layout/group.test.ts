import { describe, expect, it } from 'vitest';
import { inGroup } from '../../../../../src/engine/draft/layout/group.js';
import { GROUP_WAYS, MOST_COPIES } from '../../../../../src/engine/memory/groups.js';

const SQUARE = [0, 0, 1, 1] as const;
const TALL = [0.3, 0.05, 0.7, 0.95] as const;
const cases = GROUP_WAYS.flatMap((way) => Array.from({ length: MOST_COPIES - 1 }, (_, k) => [k + 2, way] as const));

describe('copies that are one thing', () => {
  it.each(cases)('%i in a %s are as many, of one size, and fill their square one way', (copies, way) => {
    for (const bounds of [SQUARE, TALL]) {
      const places = inGroup({ copies, way }, bounds);
      expect(places).toHaveLength(copies);
      expect(new Set(places.map(({ side }) => side)).size).toBe(1);
      const edges = places.map(({ x, y, side }) => bounds.map((edge, k) => (k % 2 === 0 ? x : y) + side * edge));
      const least = Math.min(...edges.flat());
      const most = Math.max(...edges.flat());
      expect(least).toBeCloseTo(0, 9);
      expect(most).toBeCloseTo(1, 9);
    }
  });

  it.each([
    [4, [2, 2]],
    [5, [2, 3]],
    [6, [3, 3]],
    [7, [2, 2, 3]],
    [9, [3, 3, 3]],
  ])('%i of a square picture stand in rows of %j', (copies, rows) => {
    const counts = new Map<number, number>();
    for (const { y } of inGroup({ copies, way: 'rows' }, SQUARE)) counts.set(y, (counts.get(y) ?? 0) + 1);
    expect([...counts.values()].sort()).toEqual([...rows].sort());
  });

  it.each([4, 5, 6, 7])('%i in a row fill a third of the height, and no head is covered', (copies) => {
    const places = inGroup({ copies, way: 'row' }, SQUARE);
    const top = Math.min(...places.map(({ y }) => y));
    const bottom = Math.max(...places.map(({ y, side }) => y + side));
    expect(bottom - top).toBeGreaterThan(1 / 3);
    for (const [k, behind] of places.entries()) {
      for (const ahead of places.slice(k + 1)) {
        const isAside = Math.abs(ahead.x - behind.x) >= behind.side;
        expect(isAside || ahead.y >= behind.y + behind.side / 2 - 1e-9).toBe(true);
      }
    }
  });

  it('has what is heaped up widest at the bottom', () => {
    const places = inGroup({ copies: 6, way: 'pile' }, SQUARE);
    const lowest = Math.max(...places.map(({ y }) => y));
    expect(places.filter(({ y }) => y === lowest)).toHaveLength(3);
  });
});
