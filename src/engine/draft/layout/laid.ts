import { restOf } from '../bodies/index.js';
import { bodySpot } from './bodied.js';
import { squareAt } from './frame.js';
import { heightOf, longestOf, middleOf } from './geometry.js';
import { edgesOf, isFigure, moved, type Placed, type Stage } from './placed.js';
import { smallOn } from './real-sizes.js';
import { type Member, type Unit, unitEdges, unitShifted, unitStanding, unitWithin } from './units.js';

/** What is drawn with its face to us, and lies on that when somebody is on it. */
const LAID: ReadonlySet<string> = new Set([
  'pizza',
  'flatbread',
  'cookie',
  'moon cake',
  'rice cracker',
  'waffle',
  'pretzel',
  'doughnut',
  'toast',
  'chocolate',
  'coin',
  'vinyl record',
  'optical disk',
  'dvd',
  'floppy disk',
  'leaf',
  'maple leaf',
  'map',
  'newspaper',
  'playing cards',
  'chessboard',
  'puzzle piece',
  'sticky note',
  'dollar banknote',
  'credit card',
  'envelope',
  'shield',
]);
/** How high it is then, in parts of what it is as it is drawn. */
const FLATTENED = 0.5;
/** How far down it who is on it stands, and how high they are at most, and at least, in parts of its width. */
const ON = { down: 0.56, most: 0.86, least: 0.6 } as const;

/** Whether a thing lies flat below who is on it. */
export const isLaid = ({ thing, group }: Pick<Placed, 'thing' | 'group'>): boolean => LAID.has(thing) && !group;

/** Somebody in the middle of what lies flat below them. */
export function onLaid(unit: Unit, { at, placed }: Member, stage: Stage): Unit {
  const base = moved(placed, { ...squareAt(0, 0, 1), yy: FLATTENED });
  const under = edgesOf(base, stage);
  const [first] = unit as readonly [Member];
  const natural = smallOn(first.placed.thing, placed.thing, isFigure(first.placed, stage));
  const side = Math.min(ON.most, Math.max(ON.least, natural)) * longestOf(under);
  const sized = unitWithin(unit, side, side, stage);
  const y = under.y0 + ON.down * heightOf(under);
  return [{ at, placed: base }, ...atRest(sized, middleOf(under), y, stage)];
}

/** A unit whose feet, or seat, is at a point. */
function atRest(unit: Unit, x: number, y: number, stage: Stage): Unit {
  const { placed } = unit[0]!;
  if (!placed.body) return unitStanding(unit, x, y, stage);
  const rest = bodySpot(placed, restOf(placed.body), stage.artwork);
  const { y1 } = unitEdges(unit, stage);
  // Who sits on the ground has the legs before them on it.
  return unitShifted(unit, x - rest.x, y - (placed.body.pose === 'sitting' ? (rest.y + y1) / 2 : rest.y));
}
