import type { Bounds, Group } from '../../memory/index.js';

/** Where the square of one copy lies in that of the group, in parts of its side. */
export interface CopyPlace {
  x: number;
  y: number;
  side: number;
}

/** Free between copies in rows, in parts of their longer side. */
const GAP = 0.06;
/** A row of so many is staggered, else each would be tiny: how far apart they are, and how much lower every other. */
const STAGGERED = { copies: 4, apart: 0.55, lower: 0.5 } as const;
/** What of its height shows of what lies below another in a stack, and of a row of a heap below the next. */
const SHOWN = { stack: 0.72, pile: 0.94 } as const;
/** How far the copies of a stack are out of line, in parts of their width; and of a heap how near they lie. */
const ASKEW = 0.05;
const NEAR = 1.02;

/**
 * How a group stands to something else: `fan` as what looks out of a vase does, next to each other with the middle
 * ahead; `strewn` about what stands in the middle of the square; `scattered` over the disc that fills the square;
 * `hatted` in rows that leave room above each head; `collar` as heads side by side out of one garment.
 */
export type Spreading = 'fan' | 'strewn' | 'scattered' | 'hatted' | 'collar';

/** Rows of those who wear something on their heads are so much higher, in parts of their height. */
const HEADROOM = 0.42;
/** What is scattered over a disc: how large each is beside one alone in it, and how each is turned from the last. */
const SCATTERED = 0.56;
/** So many are all near the edge of the disc, every other one a little further in; more fill it. */
const RING = { copies: 5, inward: 0.8 } as const;
const GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));

/** How far apart heads are that look out of one collar, in parts of their width. */
const COLLAR = 0.78;
/** How far apart the copies of a fan are, and by how much each is higher than the next, in parts of their sides. */
const FAN = { apart: 0.66, higher: 0.14 } as const;
/** Where what is strewn lies in the square, its longer side in parts of that: at the feet first, then above. */
const STREWN: readonly (readonly [x: number, y: number])[] = [
  [0.14, 0.86],
  [0.86, 0.86],
  [0.13, 0.14],
  [0.87, 0.16],
  [0.5, 0.88],
  [0.1, 0.5],
  [0.9, 0.5],
];
const STREWN_SIDE = 0.25;

/**
 * The places of a group's copies in a square, from back to front: as large as it takes them all, about its middle.
 * @param bounds the tight box of one copy in its own square
 */
export function inGroup({ copies, way }: Group, bounds: Bounds, spread?: Spreading): CopyPlace[] {
  const [width, height] = [bounds[2] - bounds[0], bounds[3] - bounds[1]];
  if (spread === 'strewn') return strewn(copies, bounds);
  if (spread === 'scattered') return scattered(copies, bounds);
  const middles =
    spread === 'fan'
      ? fanned(copies, width, height)
      : spread === 'collar'
        ? Array.from({ length: copies }, (_, k) => ({ x: k * COLLAR * width, y: 0 }))
        : way === 'stack' || way === 'pile'
          ? heaped(copies, way, width, height)
          : inRows(copies, width, height * (spread === 'hatted' ? 1 + HEADROOM : 1), way === 'row');
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
  if (isOneRow && copies >= STAGGERED.copies) return staggered(copies, width, height);
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

/** In a line, every other one ahead and lower, so that the heads of those behind show. */
function staggered(copies: number, width: number, height: number): Middle[] {
  const all = Array.from({ length: copies }, (_, k) => ({
    x: STAGGERED.apart * width * k,
    y: k % 2 === 0 ? STAGGERED.lower * height : 0,
  }));
  return all.sort((one, other) => one.y - other.y);
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

/** Next to each other, the outer ones behind and lower. */
function fanned(copies: number, width: number, height: number): Middle[] {
  const all = Array.from({ length: copies }, (_, k) => {
    const aside = k - (copies - 1) / 2;
    return { x: FAN.apart * width * aside, y: FAN.higher * height * Math.abs(aside), aside: Math.abs(aside) };
  });
  return all.sort((one, other) => other.aside - one.aside).map(({ x, y }) => ({ x, y }));
}

/** As seeds lie in a sunflower: nowhere in a line, and as far from each other as there is room. */
function scattered(copies: number, [x0, y0, x1, y1]: Bounds): CopyPlace[] {
  const seen = SCATTERED / Math.sqrt(copies);
  const side = seen / Math.max(x1 - x0, y1 - y0);
  return Array.from({ length: copies }, (_, k) => {
    const ring = k % 2 === 0 ? 1 : RING.inward;
    const part = copies === 1 ? 0 : copies <= RING.copies ? ring : Math.sqrt((k + 0.5) / (copies - 0.5));
    const far = (part * (1 - seen)) / 2;
    const [x, y] = [0.5 + far * Math.cos(k * GOLDEN_ANGLE), 0.5 + far * Math.sin(k * GOLDEN_ANGLE)];
    return { x: x - (side * (x0 + x1)) / 2, y: y - (side * (y0 + y1)) / 2, side };
  });
}

function strewn(copies: number, bounds: Bounds): CopyPlace[] {
  const [x0, y0, x1, y1] = bounds;
  const side = STREWN_SIDE / Math.max(x1 - x0, y1 - y0);
  return STREWN.slice(0, copies).map(([x, y]) => ({
    x: x - (side * (x0 + x1)) / 2,
    y: y - (side * (y0 + y1)) / 2,
    side,
  }));
}
