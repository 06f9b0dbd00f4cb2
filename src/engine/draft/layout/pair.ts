import type { Layouts, Placement } from '../../manifest/index.js';
import type { Actor } from './actor.js';
import { type CanvasMap, mapped, pointAt, squareAt } from './frame.js';
import { ellipseOf } from './geometry.js';
import { intoCanvas, isTurned, put } from './into-canvas.js';
import { edgesOf, moved, type Placed, type Stage, spreadOf } from './placed.js';

/** What stands on something hides no more of its height than this. */
const MOST_SUNK = 0.3;
/** What reaches this part of the height above the solid circle is thin, if the circle is so large. */
const MOST_THIN = 0.12;
const LEAST_SOLID = 0.1;
/** What a face holds begins no further left and up than here, in parts of the face. */
const HELD = { x: 0.66, y: 0.7 } as const;
const HOLDING = 'holding';
/**
 * Things so much longer than wide lie aslant between these angles to the horizontal, in degrees; what is steeper
 * stands.
 */
const LONG = 1.9;
const [FLAT, STEEP] = [8, 75];

type PairLayout = Layouts['pairs'][string];

/**
 * Two things that stand to each other as one of `layouts.pairs` has it; what another stands on is levelled. What a face
 * holds is kept off its mouth.
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
  let isSeated = false;
  const sunk = (one: Placed, sinks: number | undefined, other: Placed): Placed => {
    if (sinks === undefined) return one;
    const { y0: top, y1 } = edgesOf(other, stage);
    const { x, y: y0 } = seatOf(other, stage);
    isSeated ||= y0 > top;
    const depth = Math.min(sinks * stage.size, MOST_SUNK * (y1 - y0));
    const own = edgesOf(one, stage);
    return moved(one, squareAt(x - (own.x0 + own.x1) / 2, y0 + depth - own.y1, 1));
  };
  const both: [Placed, Placed] = [sunk(a, layout.first.sinks, b), sunk(b, layout.second.sinks, a)];
  // A board takes less height than the layout has for what things stand on, a row more width, and who sits is lower.
  const isOther = a.group?.way === 'row' || [a, b].some(isTurned) || isSeated;
  return isOther ? (intoCanvas(both, stage) as [Placed, Placed]) : both;
}

/**
 * Where something stands or sits: on the middle of the top, or where only a thin thing reaches so high, as the lamp by a
 * couch, the neck of a horse or the tip of a moon do, on what is solid.
 */
function seatOf(placed: Placed, stage: Stage): { x: number; y: number } {
  const { artwork } = stage;
  const { x0, y0, x1, y1 } = edgesOf(placed, stage);
  const top = { x: (x0 + x1) / 2, y: y0 };
  if (placed.group || isTurned(placed) || artwork.isFace(placed.picture)) return top;
  const [u, v, radius] = artwork.circleOf(placed.picture);
  const solid = pointAt(placed.frame, placed.flip ? 1 - u : u, v - radius);
  const isThin = solid.y - y0 > MOST_THIN * (y1 - y0) && radius > LEAST_SOLID;
  return isThin ? solid : top;
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
function level(placed: Placed, stage: Stage): Placed {
  if (!stage.artwork.isFaceless(placed.picture) || placed.group) return placed;
  const spread = spreadOf(placed, stage);
  const { major, minor, angle } = ellipseOf(spread);
  const slope = angle > 90 ? angle - 180 : angle;
  if (major < LONG * minor || Math.abs(slope) < FLAT || Math.abs(slope) > STEEP) return placed;
  return { ...placed, frame: mapped(placed.frame, turnAbout(spread, -slope)) };
}

/** Turns the canvas about a point, by an angle of `ellipseOf`. */
function turnAbout({ x, y }: { x: number; y: number }, degrees: number): CanvasMap {
  const [cos, sin] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
  return { x: x - cos * x + sin * y, y: y - sin * x - cos * y, xx: cos, xy: -sin, yx: sin, yy: cos };
}
