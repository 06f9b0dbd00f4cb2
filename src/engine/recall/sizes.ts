import type { Draft } from '../draft/index.js';
import type { Box } from '../latents/index.js';

/** Parts of the canvas that a layout is shrunk to. What is small in a corner leaves much empty, and comes last. */
export const SIZES = [0.75, 0.55];
/** The corners, or the middle, that it is shrunk towards. */
const ANCHORS: readonly (readonly [x: number, y: number])[] = [
  [0.5, 0.5],
  [0, 0],
  [1, 0],
  [0, 1],
  [1, 1],
];

/**
 * The draft in a smaller size at other places: its boxes shrunk together, so that things keep standing as they do to
 * each other.
 */
export function resized(draft: Draft, boxes: readonly Box[], size: number): Draft[] {
  return ANCHORS.map(([x, y]) => {
    const along = (at: number, anchor: number) => anchor + (at - anchor) * size;
    return {
      ...draft,
      boxes: boxes.map((box) => ({
        label: box.label,
        x0: along(box.x0, x),
        y0: along(box.y0, y),
        x1: along(box.x1, x),
        y1: along(box.y1, y),
      })),
    };
  });
}
