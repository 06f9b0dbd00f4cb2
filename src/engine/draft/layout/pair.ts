import type { Layouts, Placement } from '../../manifest/index.js';
import type { Actor } from './actor.js';
import { type CanvasMap, mapped, squareAt } from './frame.js';
import { ellipseOf } from './geometry.js';
import { intoCanvas, put } from './into-canvas.js';
import { edgesOf, isTurned, moved, type Placed, type Stage, seatOf, spreadOf } from './placed.js';

/** What stands on something hides no more of its height than this. */
const MOST_SUNK = 0.3;
/** What a face holds begins no further left and up than here, in parts of the face. */
const HELD = { x: 0.66, y: 0.7 } as const;
/** Key of `tables.relations`: the first thing has the second. */
export const HOLDING = 'holding';
/**
 * Things so much longer than wide lie aslant between these angles to the horizontal, in degrees; what is steeper
 * stands.
 */
const LONG = 1.9;
const [FLAT, STEEP] = [8, 75];

type PairLayout = Layouts['pairs'][string];

/**
 * Two things that stand to each other as one of `layouts.pairs` has it; what another stands on is levelled, and has it
 * on its seat. What a face holds is kept off its mouth.
 * @param kind a key of `tables.relations`
 */
export function pair(kind: string, first: Actor, second: Actor, layout: PairLayout, stage: Stage): Placed[] {
  const [one, other] = standing(first, second, layout, stage);
  return kind === HOLDING ? intoCanvas([one, offTheMouth(other, one, stage)], stage) : [one, other];
}

function standing(first: Actor, second: Actor, layout: PairLayout, stage: Stage): [Placed, Placed] {
  const placed = (actor: Actor, at: Placement, isBase: boolean) => {
    const natural = put(actor, at, stage);
    return isBase ? lying(natural, at, stage) : natural;
  };
  const a = placed(first, layout.first, layout.second.sinks !== undefined);
  const b = placed(second, layout.second, layout.first.sinks !== undefined);
  const sunk = (one: Placed, sinks: number | undefined, other: Placed): Placed => {
    if (sinks === undefined) return one;
    const [edges, { x0, x1, y0, y1 }] = [edgesOf(one, stage), edgesOf(other, stage)];
    const { x, y } = seatOf(other, stage) ?? { x: (x0 + x1) / 2, y: y0 };
    const depth = Math.min(sinks * stage.size, MOST_SUNK * (y1 - y));
    return moved(one, squareAt(x - (edges.x0 + edges.x1) / 2, y + depth - edges.y1, 1));
  };
  const both: [Placed, Placed] = [sunk(a, layout.first.sinks, b), sunk(b, layout.second.sinks, a)];
  // A board, or a seat below the upper end, takes less height than the layout has for what things stand on, a row more
  // width.
  const bases = [...(layout.second.sinks === undefined ? [] : [a]), ...(layout.first.sinks === undefined ? [] : [b])];
  const isOther = a.group?.way === 'row' || bases.some((base) => isTurned(base) || seatOf(base, stage) !== undefined);
  return isOther ? (intoCanvas(both, stage) as [Placed, Placed]) : both;
}

/** What a face holds, brought down and aside where it would cover the mouth. */
function offTheMouth(held: Placed, holder: Placed, stage: Stage): Placed {
  if (!stage.artwork.isFace(holder.picture)) return held;
  const [face, edges] = [edgesOf(holder, stage), edgesOf(held, stage)];
  const least = (from: number, to: number, part: number) => from + part * (to - from);
  const right = Math.max(0, least(face.x0, face.x1, HELD.x) - edges.x0);
  const down = Math.max(0, least(face.y0, face.y1, HELD.y) - edges.y0);
  return moved(held, squareAt(right, down, 1));
}

/** What something stands on, levelled, and then as long as the layout has it. */
function lying(natural: Placed, at: Placement, stage: Stage): Placed {
  const levelled = level(natural, stage);
  if (levelled === natural) return natural;
  const { x0, x1, y1 } = edgesOf(levelled, stage);
  const scale = (at.side * stage.size) / (x1 - x0);
  const bottom = at.bottom === undefined ? y1 : at.bottom * stage.size;
  return moved(levelled, squareAt(at.x * stage.size - (scale * (x0 + x1)) / 2, bottom - scale * y1, scale));
}

/**
 * A board, a broom or a rocket that is drawn aslant, turned so that it lies: nothing stands on its tip. What has a face
 * stays as it is.
 */
export function level(placed: Placed, stage: Stage): Placed {
  if (!stage.artwork.isFaceless(placed.picture) || placed.group) return placed;
  const spread = spreadOf(placed, stage);
  const { major, minor, angle } = ellipseOf(spread);
  const slope = angle > 90 ? angle - 180 : angle;
  if (major < LONG * minor || Math.abs(slope) < FLAT || Math.abs(slope) > STEEP) return placed;
  return { ...placed, frame: mapped(placed.frame, turnAbout(spread, -slope)) };
}

/** Turns the canvas about a point, by an angle of `ellipseOf`. */
export function turnAbout({ x, y }: { x: number; y: number }, degrees: number): CanvasMap {
  const [cos, sin] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
  return { x: x - cos * x + sin * y, y: y - sin * x - cos * y, xx: cos, xy: -sin, yx: sin, yy: cos };
}
