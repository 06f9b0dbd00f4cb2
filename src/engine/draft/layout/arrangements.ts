import type { Point } from './packing.js';

/** How three to six things that nothing more is said of are arranged: by numbers, which are kept. */
type Arrangement = (count: number) => readonly Point[];

/** Rows of so many, from the top down. */
function inRows(...rows: readonly number[]): Point[] {
  return rows.flatMap((count, row) =>
    Array.from({ length: count }, (_, k) => ({
      x: (k + 0.5) / count,
      y: (row + 0.5) / rows.length,
    })),
  );
}

/** So far from the middle, in parts of the room, clockwise from the top. */
function inRing(count: number, far: number): Point[] {
  return Array.from({ length: count }, (_, k) => {
    const angle = (2 * Math.PI * k) / count - Math.PI / 2;
    return { x: 0.5 + far * Math.cos(angle), y: 0.5 + far * Math.sin(angle) };
  });
}

/** By how many things there are, rows of so many. */
type Rows = Readonly<Record<number, readonly number[]>>;
const PYRAMIDS: Rows = { 3: [1, 2], 4: [1, 3], 5: [2, 3], 6: [1, 2, 3] };
const BLOCKS: Rows = { 3: [2, 1], 4: [2, 2], 5: [3, 2], 6: [3, 3] };
const TURNED: Rows = { 4: [3, 1], 5: [2, 1, 2], 6: [3, 2, 1] };

/** How far from the middle things in a ring are, and about one of them. */
const [RING, OUTER] = [0.33, 0.4];

/** One before columns of others is so large beside each. */
const LARGE_FIRST = 1.45;

/** Three from one corner to the other. */
const aslant = (rises: boolean): Point[] => [0.2, 0.5, 0.8].map((at) => ({ x: at, y: rises ? 1 - at : at }));

/** The first on one side, the others in as many columns as it takes for three in each. */
function beforeColumns(count: number): Point[] {
  const columns = Math.ceil((count - 1) / 3);
  const rows = Math.ceil((count - 1) / columns);
  return [
    { x: 0.2, y: 0.5 },
    ...Array.from({ length: count - 1 }, (_, k) => ({
      x: columns === 1 ? 0.8 : 0.5 + 0.35 * (k % columns),
      y: (Math.floor(k / columns) + 0.5) / rows,
    })),
  ];
}

/** The first on the right, two on the left of it. */
const AFTER_COLUMN: readonly Point[] = [
  { x: 0.8, y: 0.5 },
  { x: 0.2, y: 0.2 },
  { x: 0.2, y: 0.8 },
];

const ARRANGEMENTS: readonly Arrangement[] = [
  (count) => inRows(...PYRAMIDS[count]!),
  (count) => inRows(...BLOCKS[count]!),
  (count) => (count === 3 ? aslant(false) : inRows(...TURNED[count]!)),
  beforeColumns,
  (count) => (count === 3 ? aslant(true) : inRing(count, RING)),
  (count) => (count === 3 ? AFTER_COLUMN : [{ x: 0.5, y: 0.5 }, ...inRing(count - 1, OUTER)]),
];

/** In how many ways a list is arranged. */
export const LIST_ARRANGEMENTS = ARRANGEMENTS.length;

/** How much higher every other one of a row is, in parts of the lowest of them. */
const RAISED = [0, 0.35, -0.35] as const;
/** In how many ways the second is in the middle of a row, by numbers behind those. */
export const MIDDLE_ARRANGEMENTS = RAISED.length;

/** How much every other one is raised in an arrangement that is a row, in parts of the lowest; undefined of others. */
export const raisedIn = (arrangement: number): number | undefined => RAISED[arrangement - LIST_ARRANGEMENTS];

/** How large the first is beside the others, whatever they are. */
export const firstIn = (arrangement: number, count: number): number =>
  ARRANGEMENTS[arrangement] === beforeColumns && count > 3 ? LARGE_FIRST : 1;

/** Where things begin, in parts of the room; of a number that is none, the first arrangement. @param count 3–6 */
export const arrangementFor = (arrangement: number, count: number): readonly Point[] =>
  (ARRANGEMENTS[arrangement] ?? ARRANGEMENTS[0]!)(count);
