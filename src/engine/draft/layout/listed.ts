import { LIMITS } from '../../basics/index.js';
import { arrangementFor, firstIn, raisedIn } from './arrangements.js';
import { heightOf, longestOf, middleOf, widthOf } from './geometry.js';
import { type Point, packed } from './packing.js';
import type { Stage } from './placed.js';
import { sizesTogether } from './real-sizes.js';
import { type Unit, unitEdges, unitScaled, unitShifted } from './units.js';

/** What is smaller than the longest is no smaller than this beside it: of three, and of more. */
const SMALLEST = { three: 0.55, more: 0.66 } as const;
/** Free beside each in a line, in parts of its width. */
const LINE_GAP = 0.05;
/** Several of a kind count as one, which is so much larger. */
const SEVERAL = 1.3;
/** What is up in the sky. */
const RISEN: ReadonlySet<string> = new Set(
  `sun, sun with face, moon, new moon face, full moon face, crescent moon, first quarter moon, last quarter moon, star, glowing star, shooting star, dizzy, comet, cloud, sun behind cloud, rainbow, lightning,
  snowflake, cloud with rain, cloud with snow, cloud with lightning, airplane, helicopter, rocket, flying saucer, hot air balloon, balloon, kite, parachute, satellite, bird, eagle, dove, bat, butterfly, bee, ringed planet`.split(
    /,\s+/,
  ),
);
/** From this size on, in parts of the longest, a thing stands behind. */
const LARGE = 0.8;

/**
 * Things, or those that stand to each other, arranged without hiding each other; where all is then, is not told.
 *
 * @param units as they are spoken of
 * @param arrangement from 0
 * @param room its proportions, which they fill
 * @returns from back to front
 */
export function listed(
  units: readonly Unit[],
  arrangement: number,
  room: { width: number; height: number },
  stage: Stage,
): Unit {
  const raised = raisedIn(arrangement);
  if (raised !== undefined) return lined(units, stage, raised);
  const first = firstIn(arrangement, units.length);
  const sized = inScale(units, stage).map((unit, k) => (k === 0 ? unitScaled(unit, first) : unit));
  const starts = arrangementFor(arrangement, units.length);
  const places = assigned(sized, starts, stage);
  const extents = sized.map((unit) => {
    const edges = unitEdges(unit, stage);
    return { width: widthOf(edges), height: heightOf(edges) };
  });
  const found = packed(extents, places, room);
  const placed = sized.map((unit, k) => {
    const { x, y, scale } = found[k]!;
    const larger = unitScaled(unit, scale);
    const edges = unitEdges(larger, stage);
    return unitShifted(larger, x - middleOf(edges), y - (edges.y0 + edges.y1) / 2);
  });
  // What is lower is nearer.
  return placed.sort((one, other) => unitEdges(one, stage).y1 - unitEdges(other, stage).y1).flat();
}

/** As long beside each other as they are drawn in the world, but so that all can be known. */
function inScale(units: readonly Unit[], stage: Stage): Unit[] {
  const names = units.map((unit) => mainOf(unit).thing);
  const smallest = units.length > LIMITS.thingsTogether ? SMALLEST.more : SMALLEST.three;
  return sizesTogether(names).map((size, k) => {
    const unit = units[k]!;
    const several = unit.length > 1 || mainOf(unit).group ? SEVERAL : 1;
    return unitScaled(unit, (several * Math.max(size, smallest)) / longestOf(unitEdges(unit, stage)));
  });
}

const mainOf = (unit: Unit) => unit.reduce((first, one) => (one.at < first.at ? one : first)).placed;

/**
 * Which place each has: what is up in the sky the uppermost ones, then what is large, which stands behind; beside each
 * other they stand as they are spoken of.
 */
function assigned(units: readonly Unit[], starts: readonly Point[], stage: Stage): Point[] {
  const rank = units.map((unit) => {
    const isLarge = longestOf(unitEdges(unit, stage)) >= LARGE;
    return RISEN.has(mainOf(unit).thing) ? 0 : isLarge ? 1 : 2;
  });
  const rows = [...new Set(starts.map(({ y }) => Math.round(y * 100)))].sort((one, other) => one - other);
  const isRowed = rows.length < starts.length || rank.includes(0);
  if (!isRowed || new Set(rank).size === 1) return [...starts];
  const order = [...units.keys()].sort((one, other) => rank[one]! - rank[other]! || one - other);
  const places: Point[] = [];
  for (const row of rows) {
    const own = starts.filter(({ y }) => Math.round(y * 100) === row).sort((one, other) => one.x - other.x);
    const there = order.splice(0, own.length).sort((one, other) => one - other);
    for (const [k, at] of there.entries()) places[at] = own[k]!;
  }
  return places;
}

/**
 * Units beside each other on one ground, as long as they are in the world.
 * @param raised how much every other one is above it, in parts of the lowest
 */
export function lined(units: readonly Unit[], stage: Stage, raised = 0): Unit {
  const sized = units.length > 1 ? inScale(units, stage) : units;
  const step = raised * Math.min(...sized.map((unit) => heightOf(unitEdges(unit, stage))));
  let x = 0;
  return sized.flatMap((unit, k) => {
    const edges = unitEdges(unit, stage);
    const placed = unitShifted(unit, x - edges.x0, -edges.y1 - (k % 2) * step);
    x += (1 + LINE_GAP) * widthOf(edges);
    return placed;
  });
}
