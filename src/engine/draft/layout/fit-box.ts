import type { Box } from '../../latents/index.js';
import type { CanvasMap } from './frame.js';
import { boxSteps, type Edges } from './geometry.js';

/** Artwork is stretched by no more than this, one way against the other. */
const MOST_STRETCH = 1.5;
/** A box is kept when the tight box overlaps it by as much (intersection over union). */
const KEPT_OVERLAP = 0.8;
/** Where following the edit of a box leaves the thing this near to it, the thing follows and is not fitted anew. */
const NEAR_OVERLAP = 0.85;

/**
 * How a thing came into the box chosen for it: it lay there, was stretched into it (by 1.5 at most), or is centred in
 * it, because it would have to be stretched more.
 */
export type BoxFit = 'there' | 'stretched' | 'centred';

/**
 * Brings a thing into a box. What was measured of it is written in steps, outwards; so a box that was measured leaves
 * the thing as it is, and one that was moved or resized moves or resizes it along.
 *
 * @param edges the thing's tight box in pixels
 * @param size side of the canvas in pixels
 */
export function fitBox(edges: Edges, box: Omit<Box, 'label'>, size: number): { by: CanvasMap; fit: BoxFit } {
  const target = { x0: box.x0 * size, y0: box.y0 * size, x1: box.x1 * size, y1: box.y1 * size };
  const { label: _, ...measured } = boxSteps(edges, '', size);
  const followed = between(scaled(measured, size), target, 1, 1);
  if (isNothing(followed)) return { by: followed, fit: 'there' };
  const isStretchable = isWithin(followed.xx / followed.yy, MOST_STRETCH);
  if (isStretchable && overlap(edgesAfter(edges, followed), target) >= NEAR_OVERLAP) {
    return { by: followed, fit: 'stretched' };
  }
  const [across, down] = [widthOf(target) / widthOf(edges), heightOf(target) / heightOf(edges)];
  const by = between(edges, target, ...limited(across, down));
  return { by, fit: overlap(edgesAfter(edges, by), target) >= KEPT_OVERLAP ? 'stretched' : 'centred' };
}

/** Parts of the scales that keep one within 1.5 of the other, the larger one giving way. */
function limited(across: number, down: number): [number, number] {
  return [Math.min(1, (MOST_STRETCH * down) / across), Math.min(1, (MOST_STRETCH * across) / down)];
}

/** Whether a map moves nothing. */
function isNothing({ x, y, xx, yy }: CanvasMap): boolean {
  return Math.abs(xx - 1) + Math.abs(yy - 1) + Math.abs(x) + Math.abs(y) < 1e-6;
}

function isWithin(ratio: number, most: number): boolean {
  return ratio <= most && ratio >= 1 / most;
}

/** Maps a rectangle into the middle of another, filling these parts of its width and height. */
function between(from: Edges, to: Edges, acrossPart: number, downPart: number): CanvasMap {
  const xx = (acrossPart * widthOf(to)) / widthOf(from);
  const yy = (downPart * heightOf(to)) / heightOf(from);
  return {
    x: (to.x0 + to.x1) / 2 - (xx * (from.x0 + from.x1)) / 2,
    y: (to.y0 + to.y1) / 2 - (yy * (from.y0 + from.y1)) / 2,
    xx,
    xy: 0,
    yx: 0,
    yy,
  };
}

function edgesAfter({ x0, y0, x1, y1 }: Edges, { x, y, xx, yy }: CanvasMap): Edges {
  return { x0: x + xx * x0, y0: y + yy * y0, x1: x + xx * x1, y1: y + yy * y1 };
}

function scaled({ x0, y0, x1, y1 }: Edges, by: number): Edges {
  return { x0: x0 * by, y0: y0 * by, x1: x1 * by, y1: y1 * by };
}

/** Intersection over union. */
function overlap(a: Edges, b: Edges): number {
  const across = Math.min(a.x1, b.x1) - Math.max(a.x0, b.x0);
  const down = Math.min(a.y1, b.y1) - Math.max(a.y0, b.y0);
  if (across <= 0 || down <= 0) return 0;
  const shared = across * down;
  return shared / (widthOf(a) * heightOf(a) + widthOf(b) * heightOf(b) - shared);
}

/** Lengths of nothing at all count as a hundredth of a pixel. */
function widthOf({ x0, x1 }: Edges): number {
  return Math.max(x1 - x0, 0.01);
}

function heightOf({ y0, y1 }: Edges): number {
  return Math.max(y1 - y0, 0.01);
}
