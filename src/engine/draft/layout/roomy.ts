import type { Layouts } from '../../manifest/index.js';
import { squareAt } from './frame.js';
import type { Edges } from './geometry.js';
import { edgesOf, moved, type Placed, type Stage } from './placed.js';

/** In which of two ways two things stand that share the canvas as they fit it. */
export type RoomyWay = 0 | 1;

/**
 * Two things as large as fit beside each other, or aslant, one higher than the other and over its corner, where most
 * drawings are empty; whichever is larger. Layouts by which everything has the same size are as small for a pencil and
 * a lamp as for two balls.
 *
 * @param way 0: the first is on the left, and the higher one where they stand aslant; 1: it is on the right where they
 *   stand beside each other, the lower one where they stand aslant
 */
export function roomy(pair: readonly [Placed, Placed], way: RoomyWay, stage: Stage): [Placed, Placed] {
  const { margin, gap, corners } = stage.tables.layouts.roomy!;
  const [one, other] = [edgesOf(pair[0], stage), edgesOf(pair[1], stage)];
  const room = (1 - 2 * margin) * stage.size;
  const widths = width(one) + width(other);
  const heights = [height(one), height(other)] as const;
  const beside = Math.min((room - gap * stage.size) / widths, room / Math.max(...heights));
  const over = room + corners * stage.size;
  const aslant = Math.min(over / widths, over / (heights[0] + heights[1]));
  const isAslant = aslant > beside;
  const scale = Math.max(beside, aslant);
  const edge = margin * stage.size;
  const place = (k: 0 | 1): Placed => {
    const edges = k === 0 ? one : other;
    const [w, h] = [scale * width(edges), scale * height(edges)];
    const isLeft = isAslant ? k === 0 : (k === 0) === (way === 0);
    const isHigh = (k === 0) === (way === 0);
    const x = isLeft ? edge : stage.size - edge - w;
    const y = isAslant ? (isHigh ? edge : stage.size - edge - h) : (stage.size - h) / 2;
    return moved(pair[k], squareAt(x - scale * edges.x0, y - scale * edges.y0, scale));
  };
  return [place(0), place(1)];
}

/** Whether drafts of so many things of a kind may share the canvas as they fit it. */
export function isRoomy(kind: string, things: number, { roomy: rule }: Layouts): boolean {
  return rule !== undefined && things === 2 && (kind === 'beside' || kind === 'count' || kind === 'list');
}

function width({ x0, x1 }: Edges): number {
  return x1 - x0;
}

function height({ y0, y1 }: Edges): number {
  return y1 - y0;
}
