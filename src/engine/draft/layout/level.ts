import { type CanvasMap, mapped, spreadIn } from './frame.js';
import { ellipseOf } from './geometry.js';
import type { Placed, Stage } from './placed.js';

/**
 * Things so much longer than wide lie aslant between these angles to the horizontal, in degrees; what is steeper
 * stands.
 */
const LONG = 1.9;
const [FLAT, STEEP] = [8, 75];

/**
 * A board, a broom or a rocket that is drawn aslant, turned so that it lies: nothing stands on its tip. What has a face
 * stays as it is.
 */
export function level(placed: Placed, { artwork }: Stage): Placed {
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
