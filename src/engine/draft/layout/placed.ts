import type { Tables } from '../../manifest/index.js';
import type { Artwork } from '../../memory/index.js';
import type { Actor } from './actor.js';
import { edgesIn, type Frame, mapped, pointAt } from './frame.js';
import type { Edges } from './geometry.js';

/** What drafts are laid out by. */
export interface Stage {
  tables: Tables;
  artwork: Artwork;
  /** Side of the canvas in pixels. */
  size: number;
}

/** A thing on the canvas. */
export interface Placed extends Actor {
  frame: Frame;
}

/** Where a thing's tight box lies, in pixels. */
export function edgesOf({ frame, picture, flip }: Placed, { artwork }: Stage): Edges {
  return edgesIn(frame, artwork, picture, flip);
}

/** The thing after a map of the canvas. */
export function moved<T extends Placed>(placed: T, by: Frame): T {
  return { ...placed, frame: mapped(placed.frame, by) };
}

/**
 * A head reaches this much further from its eyes to one side than to the other, at most: from the side, all of a body
 * may lie behind an eye.
 */
const MOST_BEHIND = 1.7;

/**
 * Where the head of what is no face is, in pixels, as if it were one: its eyes are where those of a face are. Undefined
 * for faces, and where nobody knows.
 */
export function headOf(
  { frame, picture, flip }: Pick<Placed, 'frame' | 'picture' | 'flip'>,
  { artwork, tables }: Stage,
): Edges | undefined {
  const head = artwork.isFace(picture) ? undefined : artwork.headOf(picture);
  if (!head) return undefined;
  const [before, behind] = [head.x - head.x0, head.x1 - head.x];
  const half = Math.min(Math.max(before, behind), MOST_BEHIND * Math.min(before, behind));
  const middle = flip ? 1 - head.x : head.x;
  const height = (head.y - head.top) / tables.layouts.worn.face.eyes;
  const { x: x0, y: y0 } = pointAt(frame, middle - half, head.top);
  const { x: x1, y: y1 } = pointAt(frame, middle + half, head.top + height);
  return { x0, y0, x1, y1 };
}
