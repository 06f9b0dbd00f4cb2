import type { Placement } from '../../manifest/index.js';
import type { Actor } from './actor.js';
import { bareOf } from './bodied.js';
import { edgesOfFrame, isQuarterTurned, squareAt } from './frame.js';
import { type Edges, edgesAbout, longestOf } from './geometry.js';
import { boundsOf, eachOf, edgesOf, isTurned, moved, type Placed, type Stage } from './placed.js';
import { cornerSignOf, signBehindOf } from './signs.js';

/** Things are taken to be no smaller than this, in parts of their picture's side. */
const SMALLEST = 0.05;
/** Things in a row are so much longer together than the layout has it for one, up to this part of the canvas. */
const ROW_GROWS = 1.8;
const WIDEST_ROW = 0.94;
/** Part of the canvas that stays free at each edge where things are brought into it together. */
const MARGIN = 1 / 64;
/** Wheels and fins of turned things may reach so much beyond what is known, in parts of the canvas and of them. */
const FINS = { canvas: 0.09, own: 0.4 } as const;
/** What reaches this far beyond the canvas is cut off, in pixels. */
const CUT = 0.5;

/** The thing at a placement, but for `sinks`, which takes the other thing. */
export function put(actor: Actor, at: Placement, stage: Stage): Placed {
  const { size } = stage;
  const [x0, y0, x1, y1] = boundsOf(actor, stage);
  const room = actor.group?.way === 'row' ? Math.min(WIDEST_ROW, ROW_GROWS * at.side) : at.side;
  const side = (room * size) / Math.max(x1 - x0, y1 - y0, SMALLEST);
  const x = at.x * size - (side * (x0 + x1)) / 2;
  const y = at.bottom === undefined ? at.y * size - (side * (y0 + y1)) / 2 : at.bottom * size - side * y1;
  return { ...actor, frame: squareAt(x, y, side) };
}

/** The thing in the middle of the canvas. @param side of its longer side, in parts of the canvas */
export function whole(actor: Actor, stage: Stage, side = 1): Placed {
  return put(actor, { x: 0.5, y: 0.5, side }, stage);
}

/** Brings things into the canvas together, as they stand to each other: as large as it takes them, in its middle. */
export function intoCanvas(
  placed: readonly Placed[],
  stage: Stage,
  all: readonly Edges[] = placed.map((one) => reachOf(one, stage)),
): Placed[] {
  const { x0, y0, x1, y1 } = edgesAbout(all);
  const scale = ((1 - 2 * MARGIN) * stage.size) / Math.max(x1 - x0, y1 - y0);
  const by = squareAt(stage.size / 2 - (scale * (x0 + x1)) / 2, stage.size / 2 - (scale * (y0 + y1)) / 2, scale);
  return placed.map((one) => moved(one, by));
}

/** How far a thing reaches. Of turned ones it is not known exactly, only at most. */
function reachOf(placed: Placed, stage: Stage): Edges {
  const edges = withPaws(edgesOf(placed, stage), placed);
  const isUnsure = isTurned(placed) && !isQuarterTurned(placed.frame);
  const more = isUnsure ? Math.min(FINS.canvas * stage.size, FINS.own * longestOf(edges)) : 0;
  return { x0: edges.x0 - more, y0: edges.y0 - more, x1: edges.x1 + more, y1: edges.y1 + more };
}

const withPaws = (edges: Edges, { paws = [] }: Placed): Edges =>
  edgesAbout([edges, ...paws.map(({ frame }) => edgesOfFrame(frame))]);

/** The things as they are, unless one of them or its sign would be cut off: then all are brought into the canvas. */
export function withinCanvas(placed: readonly Placed[], stage: Stage): Placed[] {
  const all = placed.flatMap((one) => {
    const signs = eachOf(one, stage).flatMap((each) => {
      const isAround = each.mark?.at === 'around';
      return (isAround ? signBehindOf(each, stage) : cornerSignOf(bareOf(each), stage)) ?? [];
    });
    return [reachOf(one, stage), ...signs];
  });
  const isCut = all.some(({ x0, y0, x1, y1 }) => Math.min(x0, y0) < -CUT || Math.max(x1, y1) > stage.size + CUT);
  return isCut ? intoCanvas(placed, stage, all) : [...placed];
}
