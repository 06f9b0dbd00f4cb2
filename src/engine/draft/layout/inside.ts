import type { Actor } from './actor.js';
import { pointAt } from './frame.js';
import { heightOf, widthOf } from './geometry.js';
import { whole } from './into-canvas.js';
import { marked, markIn } from './marks.js';
import { eachOf, edgesOf, headOf, type Placed, type Stage, seatOf, withSide } from './placed.js';
import { type Rim, rimOf } from './rims.js';
import { type Unit, unitEdges, unitStanding, unitWithin } from './units.js';

/** How wide who is in something is at most, in parts of its opening: one, several, and flowers, which spread. */
const WIDEST = { one: 0.8, several: 0.86, blooms: 1.9 } as const;
/** Flowers with stems. */
const BLOOMS: ReadonlySet<string> = new Set(['rose', 'tulip', 'sunflower', 'flower', 'hibiscus', 'daisy', 'bouquet']);
/** How high at most, in parts of the height of what it is in below the opening, and of the width of that. */
const TALLEST = { below: 1.7, across: 1.15 } as const;
/** How much of its height is below the opening: of a face, of a figure, of anything else. */
const SUNK = { face: 0.2, figure: 0.42, thing: 0.34, body: 0.27 } as const;
/** Of who lies low so much at least, though the head is as low. */
const LEAST_SUNK = 0.1;
/** And of the height of what it is in, at most. */
const DEEPEST = 0.8;
/** How much of the free width of an opening one may be aside of its middle. */
const EVEN = 0.5;

/** What something is in, as the largest thing of its picture. */
export function container(actor: Actor, stage: Stage): Placed {
  const placed = whole(actor, stage);
  const rim = rimOf(stage.artwork.slugOf(actor.picture)) ?? NO_RIM;
  return rim.isCorner ? { ...opened(placed, rim), rim } : { ...placed, rim };
}

/** A box that is seen from a corner, and drawn shut, with its inside where its top is. */
function opened(placed: Placed, { x0, x1, y, sag }: Rim): Placed {
  const { frame, flip } = placed;
  const left = pointAt(frame, flip ? 1 - x1 : x0, y - sag);
  return marked(placed, [markIn('hollow', placed, left.x, left.y, (x1 - x0) * frame.xx, 2 * sag * frame.yy)]);
}

/** All of it is before who is in it. */
const NO_RIM: Rim = { x0: 0, x1: 1, y: -1, sag: 0 };

/** A unit in something, whose front wall hides the lower part of it, within its opening. */
export function inside(unit: Unit, holder: { at: number; placed: Placed }, stage: Stage): Unit {
  const { placed } = holder;
  const edges = edgesOf(placed, stage);
  const opening = openingOf(placed, stage);
  const below = edges.y1 - opening.y;
  const isSeveral = unit.length > 1 || unit.some(({ placed: one }) => one.group !== undefined);
  const widest = unit.some(({ placed: one }) => BLOOMS.has(one.thing))
    ? WIDEST.blooms
    : isSeveral
      ? WIDEST.several
      : WIDEST.one;
  const width = widest * (opening.x1 - opening.x0);
  const tall = placed.rim?.tall;
  const height =
    tall === undefined ? Math.min(TALLEST.below * below, TALLEST.across * widthOf(edges)) : tall * placed.frame.yy;
  const sized = unitWithin(unit.map(fannedOut(stage)), width, height, stage);
  const all = unitEdges(sized, stage);
  const chins = eachOf(sized[0]!.placed, stage).flatMap((one) => headOf(one, stage)?.y1 ?? []);
  const chin = chins.length === 0 ? all.y0 : Math.max(...chins);
  const most = Math.max(LEAST_SUNK * heightOf(all), Math.min(all.y1 - chin, DEEPEST * below));
  const depth = Math.min(SUNK[kindOf(unit, stage)] * heightOf(all), most);
  return [holder, ...unitStanding(sized, opening.x, opening.y + depth, stage)];
}

const fannedOut =
  (stage: Stage) =>
  ({ at, placed }: Unit[number]): Unit[number] => {
    if (!placed.group || placed.group.way === 'pile') return { at, placed };
    const fan: Placed = { ...placed, spread: 'fan' };
    return { at, placed: withSide({ ...whole(fan, stage), spread: 'fan' }, 1, stage) };
  };

function kindOf(unit: Unit, stage: Stage): keyof typeof SUNK {
  const first = unit[0]!.placed;
  if (first.body) return 'body';
  if (stage.artwork.isFace(first.picture)) return 'face';
  return stage.artwork.isFaceless(first.picture) ? 'thing' : 'figure';
}

interface Opening {
  x0: number;
  x1: number;
  /** Its middle. */
  x: number;
  /** The lowest of the front edge. */
  y: number;
}

/** Where who is in a thing comes out of it, in pixels; about its seat where its edge is not known. */
function openingOf(placed: Placed, stage: Stage): Opening {
  const { rim } = placed;
  if (rim && rim !== NO_RIM) return openingAt(placed, rim);
  const { x0, x1, y0, y1 } = edgesOf(placed, stage);
  const seat = seatOf(placed, stage) ?? { x: (x0 + x1) / 2, y: y0 };
  // As far to either side as to the nearer end, but for half of what is beyond.
  const near = Math.min(seat.x - x0, x1 - seat.x);
  const half = near + EVEN * ((x1 - x0) / 2 - near);
  const x = Math.min(Math.max(seat.x, x0 + half), x1 - half);
  return { x0: x - half, x1: x + half, x, y: Math.min(seat.y, y0 + 0.8 * (y1 - y0)) };
}

function openingAt({ frame, flip }: Placed, { x0, x1, y, sag }: Rim): Opening {
  const across = (at: number) => pointAt(frame, flip ? 1 - at : at, y).x;
  const ends = [across(x0), across(x1)];
  const [left, right] = [Math.min(...ends), Math.max(...ends)];
  return { x0: left, x1: right, x: (left + right) / 2, y: pointAt(frame, x0, y + sag).y };
}
