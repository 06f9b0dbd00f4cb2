import { isPlace } from '../../memory/index.js';
import type { Actor } from './actor.js';
import type { Stage } from './placed.js';

/** A panel fills so much of its box, and that so much of its picture, either way. */
const PANEL = { filled: 0.9, side: 0.8 } as const;

/** What is a filled panel and no scene. */
const BOARDS: ReadonlySet<string> = new Set(['chessboard', 'books']);

/** Whether a picture shows a scene: a place, or anything that is drawn as a filled panel. */
export function isScene({ thing, picture, group }: Actor, { artwork }: Stage): boolean {
  if (group) return false;
  if (isPlace(thing)) return true;
  if (BOARDS.has(thing)) return false;
  const [x0, y0, x1, y1] = artwork.boxOf(picture);
  const isFilled = artwork.areaOf(picture) > PANEL.filled * (x1 - x0) * (y1 - y0);
  return isFilled && artwork.isFaceless(picture) && Math.min(x1 - x0, y1 - y0) > PANEL.side;
}
