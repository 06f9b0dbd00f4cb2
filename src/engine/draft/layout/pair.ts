import type { Layouts, Placement } from '../../manifest/index.js';
import type { Actor } from './actor.js';
import { type CanvasMap, mapped, spreadIn, squareAt } from './frame.js';
import { ellipseOf } from './geometry.js';
import { intoCanvas, isTurned, put } from './into-canvas.js';
import { edgesOf, moved, type Placed, type Stage } from './placed.js';

/** What stands on something hides no more of its height than this. */
const MOST_SUNK = 0.3;
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
  const sunk = (one: Placed, sinks: number | undefined, other: Placed): Placed => {
    if (sinks === undefined) return one;
    const { y0, y1 } = edgesOf(other, stage);
    const depth = Math.min(sinks * stage.size, MOST_SUNK * (y1 - y0));
    const down = y0 + depth - edgesOf(one, stage).y1;
    return { ...one, frame: { ...one.frame, y: one.frame.y + down } };
  };
  const both: [Placed, Placed] = [sunk(a, layout.first.sinks, b), sunk(b, layout.second.sinks, a)];
  // A board takes less height than the layout has for what things stand on.
  return [a, b].some(isTurned) ? (intoCanvas(both, stage) as [Placed, Placed]) : both;
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
function level(placed: Placed, { artwork }: Stage): Placed {
  if (!artwork.isFaceless(placed.picture)) return placed;
  const spread = spreadIn(placed.frame, artwork, placed.picture, placed.flip);
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
