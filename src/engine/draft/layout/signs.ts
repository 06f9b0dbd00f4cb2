import type { Edges } from './geometry.js';
import { edgesOf, headOf, type Placed, type Stage } from './placed.js';

/** A head this far from the middle of what it is of, in parts of twice the width, is on that side. */
const CLEARLY = 0.2;
/** So much of a sign's side lies over what it is about, where that may reach into the corner as ears do. */
const OVER = 0.15;

/**
 * Where the sign in the corner of a thing is drawn, in pixels, though it may reach beyond the canvas: beside the
 * corner, and over it where the head is on the other side, as backs are lower than heads.
 * @returns undefined where it has none
 */
export function cornerSignOf(placed: Placed, stage: Stage): Edges | undefined {
  if (placed.mark?.at !== 'corner') return undefined;
  const { side: part, out, up } = stage.tables.layouts.marks.corner;
  const { x0, y0, x1, y1 } = edgesOf(placed, stage);
  const side = part * Math.max(x1 - x0, y1 - y0);
  const head = headOf(placed, stage);
  const turned = head === undefined ? 0 : head.x0 + head.x1 - x0 - x1;
  const isClear = Math.abs(turned) > CLEARLY * (x1 - x0);
  const over = isClear ? out : OVER;
  const x = isClear && turned > 0 ? x0 - (1 - over) * side : x1 - over * side;
  const y = y0 - up * side;
  return { x0: x, y0: y, x1: x + side, y1: y + side };
}
