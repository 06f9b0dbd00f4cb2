import { facingOf } from './facing.js';
import { spreadIn, squareAt } from './frame.js';
import { heightOf, longestOf, widthOf } from './geometry.js';
import { edgesOf, mirrored, moved, type Placed, type Stage } from './placed.js';

/** From this correlation of across and down on, something leans. */
const LEANS = 0.5;
/** How large things that lean alike are, aslant, in parts of the room. */
const STEPPED = 0.72;

/** Two things aslant are so wide, in parts of the room; they stand so where they are so much larger for it. */
const STACKED = 0.86;
const MUCH_LARGER = 1.3;

/**
 * Two things as large as fit beside each other, on the same ground. Layouts by which everything has the same size are
 * as small for a pencil and a lamp as for two balls.
 *
 * Two that are much wider than high stand one behind the other, aslant.
 *
 * @param asked where the first is
 * @param areAlike whether they are of one picture; instead of changing places they then face each other
 */
export function roomy(
  given: readonly [Placed, Placed],
  asked: 'left' | 'right',
  areAlike: boolean,
  stage: Stage,
): [Placed, Placed] {
  const { margin, gap } = stage.tables.layouts.roomy!;
  const leans = given.map((placed) => leanOf(placed, stage));
  const areAsLong = longestOf(edgesOf(given[0], stage)) === longestOf(edgesOf(given[1], stage));
  if (areAsLong && leans[0] !== undefined && leans[0] === leans[1])
    return asked === 'left' ? stepped(given, leans[0], stage) : crossed(given, stage);
  const pair = areAlike && asked === 'right' ? facingEachOther(given, stage) : given;
  // Of two alike the first is on the left: which of them it is, nobody sees.
  const way = areAlike ? 'left' : asked;
  const [one, other] = [edgesOf(pair[0], stage), edgesOf(pair[1], stage)];
  const room = (1 - 2 * margin) * stage.size;
  const widths = widthOf(one) + widthOf(other);
  const highest = Math.max(heightOf(one), heightOf(other));
  const scale = Math.min((room - gap * stage.size) / widths, room / highest);
  const stacked = Math.min(
    (STACKED * room) / Math.max(widthOf(one), widthOf(other)),
    (room - gap * stage.size) / (heightOf(one) + heightOf(other)),
  );
  if (stacked > MUCH_LARGER * scale) return terraced(pair, way, stacked, stage);
  const ground = stage.size / 2 + (scale * highest) / 2;
  const free = (stage.size - scale * widths - gap * stage.size) / 2;
  const place = (k: 0 | 1): Placed => {
    const edges = k === 0 ? one : other;
    const isLeft = (k === 0) === (way === 'left');
    const x = isLeft ? free : stage.size - free - scale * widthOf(edges);
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

/** Two of one picture, of which the one is mirrored that looks away from the other. */
function facingEachOther([one, other]: readonly [Placed, Placed], stage: Stage): [Placed, Placed] {
  return facingOf(one, stage) < 0 ? [mirrored(one, stage), other] : [one, mirrored(other, stage)];
}

/** One above on one side, and the other below on the other side and nearer to us. */
function terraced(
  pair: readonly [Placed, Placed],
  way: 'left' | 'right',
  scale: number,
  stage: Stage,
): [Placed, Placed] {
  const { margin } = stage.tables.layouts.roomy!;
  const [near, far] = [margin * stage.size, stage.size - margin * stage.size];
  const place = (k: 0 | 1): Placed => {
    const edges = edgesOf(pair[k], stage);
    const isLeft = (k === 0) === (way === 'left');
    const x = isLeft ? near - scale * edges.x0 : far - scale * edges.x1;
    const y = k === 0 ? near - scale * edges.y0 : far - scale * edges.y1;
    return moved(pair[k], squareAt(x, y, scale));
  };
  return [place(0), place(1)];
}

/** Things that lean alike, aslant across their lean: along it they would read as one long thing. */
function stepped(pair: readonly [Placed, Placed], lean: 1 | -1, stage: Stage): [Placed, Placed] {
  const { margin } = stage.tables.layouts.roomy!;
  const room = (1 - 2 * margin) * stage.size;
  const place = (k: 0 | 1): Placed => {
    const edges = edgesOf(pair[k], stage);
    const scale = (STEPPED * room) / Math.max(widthOf(edges), heightOf(edges));
    const [w, h] = [scale * widthOf(edges), scale * heightOf(edges)];
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
