import type { Facing, Figure } from './facing.js';
import { heightOf, widthOf } from './geometry.js';

/** Down a figure, and a face, where a hand is. */
const HAND = { figure: 0.62, face: 0.92 } as const;
/** How far in from the edge of a figure a hand is, in parts of its width: from the side, paws are behind the snout. */
export const INWARD = { side: 0.14, front: 0.1 } as const;

/** Where the hand of a figure is on one side of it, in pixels. */
export function handOf({ edges, facing, isFace, handAt }: Figure, side: Facing): { x: number; y: number } {
  if (handAt) return handAt(side);
  const inward = (facing === 0 || isFace ? INWARD.front : INWARD.side) * widthOf(edges);
  return {
    x: side < 0 ? edges.x0 + inward : edges.x1 - inward,
    y: edges.y0 + (isFace ? HAND.face : HAND.figure) * heightOf(edges),
  };
}
