import type { Layouts } from '../../manifest/index.js';
import { spreadIn, squareAt } from './frame.js';
import type { Edges } from './geometry.js';
import { edgesOf, moved, type Placed, type Stage } from './placed.js';

/** Which of two things that share the canvas as they fit it is on the left. */
export type RoomyWay = 0 | 1;

/** From this correlation of across and down on, something leans. */
const LEANS = 0.5;
/** How large things that lean alike are, aslant, in parts of the room. */
const STEPPED = 0.72;

/**
 * Two things as large as fit beside each other, on the same ground. Layouts by which everything has the same size are
 * as small for a pencil and a lamp as for two balls.
 *
 * @param way 0: the first is on the left; 1: it is on the right
 */
export function roomy(pair: readonly [Placed, Placed], way: RoomyWay, stage: Stage): [Placed, Placed] {
  const { margin, gap } = stage.tables.layouts.roomy!;
  const leans = pair.map((placed) => leanOf(placed, stage));
  if (leans[0] !== undefined && leans[0] === leans[1])
    return way === 0 ? stepped(pair, leans[0], stage) : crossed(pair, stage);
  const [one, other] = [edgesOf(pair[0], stage), edgesOf(pair[1], stage)];
  const room = (1 - 2 * margin) * stage.size;
  const widths = width(one) + width(other);
  const highest = Math.max(height(one), height(other));
  const scale = Math.min((room - gap * stage.size) / widths, room / highest);
  const ground = stage.size / 2 + (scale * highest) / 2;
  const free = (stage.size - scale * widths - gap * stage.size) / 2;
  const place = (k: 0 | 1): Placed => {
    const edges = k === 0 ? one : other;
    const isLeft = (k === 0) === (way === 0);
    const x = isLeft ? free : stage.size - free - scale * width(edges);
    return moved(pair[k], squareAt(x - scale * edges.x0, ground - scale * edges.y1, scale));
  };
  return [place(0), place(1)];
}

/**
 * Which way a thing that is longer than wide leans: 1 down to the right, −1 up to the right; undefined where it does
 * not, or has a face.
 */
function leanOf({ frame, picture, flip, group }: Placed, { artwork }: Stage): 1 | -1 | undefined {
  if (!artwork.isFaceless(picture) || group) return undefined;
  const { xx, xy, yy } = spreadIn(frame, artwork, picture, flip);
  return xy * xy < LEANS ** 2 * xx * yy ? undefined : xy > 0 ? 1 : -1;
}

/** Things that lean alike, aslant across their lean: along it they would read as one long thing. */
function stepped(pair: readonly [Placed, Placed], lean: 1 | -1, stage: Stage): [Placed, Placed] {
  const { margin } = stage.tables.layouts.roomy!;
  const room = (1 - 2 * margin) * stage.size;
  const place = (k: 0 | 1): Placed => {
    const edges = edgesOf(pair[k], stage);
    const scale = (STEPPED * room) / Math.max(width(edges), height(edges));
    const [w, h] = [scale * width(edges), scale * height(edges)];
    const x = k === 0 ? margin * stage.size : stage.size - margin * stage.size - w;
    const isHigh = (k === 0) === lean < 0;
    const y = isHigh ? margin * stage.size : stage.size - margin * stage.size - h;
    return moved(pair[k], squareAt(x - scale * edges.x0, y - scale * edges.y0, scale));
  };
  return [place(0), place(1)];
}

/** Things that lean alike, the second mirrored, each as large as the canvas takes it: they cross. */
function crossed(pair: readonly [Placed, Placed], stage: Stage): [Placed, Placed] {
  const { margin } = stage.tables.layouts.roomy!;
  const room = (1 - 2 * margin) * stage.size;
  const place = (placed: Placed): Placed => {
    const { x0, y0, x1, y1 } = edgesOf(placed, stage);
    const scale = room / Math.max(x1 - x0, y1 - y0);
    const middle = stage.size / 2;
    return moved(placed, squareAt(middle - (scale * (x0 + x1)) / 2, middle - (scale * (y0 + y1)) / 2, scale));
  };
  const other = pair[1];
  return [place(pair[0]), place({ ...other, flip: !other.flip })];
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
