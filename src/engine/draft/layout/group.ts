import type { Bounds, Group } from '../../memory/index.js';

/** Where the square of one copy lies in that of the group, in parts of its side. */
export interface CopyPlace {
  x: number;
  y: number;
  side: number;
}

/** Free between copies in rows, in parts of their longer side. */
const GAP = 0.06;
/** What of its height shows of what lies below another in a stack, and of a row of a heap below the next. */
const SHOWN = { stack: 0.72, pile: 0.94 } as const;
/** How far the copies of a stack are out of line, in parts of their width; and of a heap how near they lie. */
const ASKEW = 0.05;
const NEAR = 1.02;

/**
 * The places of a group's copies in a square, from back to front: as large as it takes them all, about its middle.
 * @param bounds the tight box of one copy in its own square
 */
export function inGroup({ copies, way }: Group, bounds: Bounds): CopyPlace[] {
  const [width, height] = [bounds[2] - bounds[0], bounds[3] - bounds[1]];
  const middles =
    way === 'stack' || way === 'pile'
      ? heaped(copies, way, width, height)
      : inRows(copies, width, height, way === 'row');
  const across = middles.map(({ x }) => x);
  const down = middles.map(({ y }) => y);
  const [left, right] = [Math.min(...across) - width / 2, Math.max(...across) + width / 2];
  const [top, bottom] = [Math.min(...down) - height / 2, Math.max(...down) + height / 2];
  const side = 1 / Math.max(right - left, bottom - top);
  return middles.map(({ x, y }) => ({
    x: 0.5 + side * (x - (left + right) / 2 - (bounds[0] + bounds[2]) / 2),
    y: 0.5 + side * (y - (top + bottom) / 2 - (bounds[1] + bounds[3]) / 2),
    side,
  }));
}

interface Middle {
  x: number;
  y: number;
}

/** In as many rows as make them largest; a row with fewer stands behind, and all rows about the same middle. */
function inRows(copies: number, width: number, height: number, isOneRow: boolean): Middle[] {
  const gap = GAP * Math.max(width, height);
  const sideIn = (rows: number) => Math.max(Math.ceil(copies / rows) * (width + gap), rows * (height + gap));
  const choices = Array.from({ length: copies }, (_, k) => k + 1);
  const rows = isOneRow ? 1 : choices.reduce((best, one) => (sideIn(one) < sideIn(best) - 1e-9 ? one : best));
  const least = Math.floor(copies / rows);
  const longer = copies - least * rows;
  return Array.from({ length: rows }, (_, row) => (row < rows - longer ? least : least + 1)).flatMap((count, row) =>
    Array.from({ length: count }, (_, k) => ({
      x: (k - (count - 1) / 2) * (width + gap),
      y: row * (height + gap),
    })),
  );
}

/** One above the other, or in rows of which each has one more than that above it. */
function heaped(copies: number, way: 'stack' | 'pile', width: number, height: number): Middle[] {
  if (way === 'stack') {
    return Array.from({ length: copies }, (_, k) => ({
      x: (k % 2 === 0 ? -ASKEW : ASKEW) * width,
      y: -k * SHOWN.stack * height,
    }));
  }
  const rows: number[] = [];
  for (let left = copies, row = 1; left > 0; left -= row, row++) rows.unshift(Math.min(row, left));
  rows.sort((a, b) => b - a);
  return rows
    .flatMap((count, row) =>
      Array.from({ length: count }, (_, k) => ({
        x: (k - (count - 1) / 2) * NEAR * width,
        y: -row * SHOWN.pile * height,
      })),
    )
    .reverse();
}
