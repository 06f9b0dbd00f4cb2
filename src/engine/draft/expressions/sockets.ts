import type { Eye } from '../../memory/index.js';
import type { Point } from './raster.js';

/** An eye's place in a picture, in pixels. */
export interface Socket {
  x: number;
  y: number;
  across: number;
  down: number;
  /** Where the other eye is, or the snout: −1 to the left, 1 to the right. */
  inward: -1 | 1;
  /** Half of what can be drawn across without coming near the other eye. */
  room: number;
  /** A point so far inward and down from the middle, of a level head. */
  at(inward: number, down: number): Point;
}

/** What may be drawn is so much of the way to the other eye. */
const ROOM = 0.46;

/**
 * @param facing where one that is seen from the side looks: −1 to the left, 1 to the right
 * @param size side of the picture in pixels
 */
export function socketsOf(eyes: readonly Eye[], facing: -1 | 1, size: number): Socket[] {
  const [left, right] = [eyes[0]!, eyes.at(-1)!];
  const isPair = eyes.length > 1;
  const length = Math.hypot(right.x - left.x, right.y - left.y);
  // Along the line through both eyes, and across it.
  const [ux, uy] = isPair ? [(right.x - left.x) / length, (right.y - left.y) / length] : [1, 0];
  return eyes.map((eye) => {
    const inward = !isPair ? facing : eye === left ? 1 : -1;
    const [x, y] = [eye.x * size, eye.y * size];
    return {
      x,
      y,
      across: eye.across * size,
      down: eye.down * size,
      inward,
      room: isPair ? ROOM * length * size : Number.POSITIVE_INFINITY,
      at: (along, below): Point => [x + inward * along * ux - below * uy, y + inward * along * uy + below * ux],
    };
  });
}
