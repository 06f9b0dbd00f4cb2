import type { Tables } from '../manifest/index.js';
import type { Artwork } from '../memory/index.js';
import type { Actor } from './actor.js';
import { edgesIn, type Frame, mapped } from './frame.js';
import type { Edges } from './steps.js';

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
