import type { Actor } from './actor.js';
import { facingOf } from './facing.js';
import { squareAt } from './frame.js';
import { heightOf, widthOf } from './geometry.js';
import { held } from './held.js';
import { intoCanvas, whole } from './into-canvas.js';
import { edgesOf, isFigure, mirrored, moved, type Placed, type Stage, shifted } from './placed.js';
import { ofSeveral, sizesTogether } from './real-sizes.js';
import { rimOf } from './rims.js';

/** How much of the narrower one's width two that touch hide of each other. */
const TOUCHING = 0.16;
const MOVED = 0.08;
/**
 * How much higher who is behind others stands, in parts of the lower one's height, and of its own at most; how much of
 * their width is before it, and of its own on each side at most: of somebody, who has eyes there, less.
 */
const GROUPED = { raised: 0.45, most: 0.35, over: 0.5, hidden: { figure: 0.2, thing: 0.46 } } as const;
/** Who is about something that is strewn, in parts of the canvas. */
const AMONG = 0.8;
/** At least so many are strewn: one in each corner. */
const STREWN = 4;

/**
 * Two that do something with each other: both touch, and look at each other; what is no figure is in the arms of the
 * first. Who looks at us is as drawn on the left, and mirrored on the right.
 */
export function close(first: Actor, second: Actor, stage: Stage): Placed[] {
  const { artwork } = stage;
  if (artwork.isFaceless(second.picture) && !artwork.isFaceless(first.picture) && !first.group)
    return intoCanvas(held(first, second, 'close', stage), stage);
  const [left, right] = first.flip ? [second, first] : [first, second];
  const other = whole(right, stage);
  const isSame = facingOf(other, stage) === 0 && left.picture === right.picture && left.flip === right.flip;
  const pair = row(
    turned(whole(left, stage), 1, stage),
    isSame ? mirrored(other, stage) : turned(other, -1, stage),
    TOUCHING,
    stage,
  );
  return first.flip ? pair.reverse() : pair;
}

/** The first pulls the second behind itself, or pushes it ahead, by its handle where it is known where that is. */
export function moving(first: Actor, second: Actor, isPulled: boolean, stage: Stage): Placed[] {
  const [one, other] = inScale([first, second], stage) as [Placed, Placed];
  const rim = rimOf(stage.artwork.slugOf(second.picture));
  const handle = rim ? Math.sign(1 - rim.x1 - rim.x0) * (second.flip ? -1 : 1) : 0;
  const toFirst = isPulled ? -1 : 1;
  const turnedTo = handle === -toFirst ? mirrored(other, stage) : turned(other, -1, stage);
  const mover = turned(one, -1, stage);
  const pair = isPulled ? row(mover, turnedTo, MOVED, stage) : row(turnedTo, mover, MOVED, stage);
  return isPulled ? pair : pair.reverse();
}

/** The first large in the middle, several of the second about it: at its feet and above it. */
export function strewn(first: Actor, second: Actor, stage: Stage): Placed[] {
  const middle = whole(first, stage, AMONG);
  const group = { way: 'rows' as const, ...second.group, copies: Math.max(STREWN, second.group?.copies ?? 0) };
  return [middle, { ...second, group, spread: 'strewn', frame: squareAt(0, 0, stage.size) }];
}

/** Things as long beside each other as they are drawn in the world; where they are then, is not told. */
export function inScale(actors: readonly Actor[], stage: Stage): Placed[] {
  const sizes = sizesTogether(actors.map(({ thing }) => thing));
  return actors.map((actor, k) => {
    const size = ofSeveral(sizes[k]!, actor.group?.copies ?? 1);
    return moved(whole(actor, stage), squareAt(0, 0, size));
  });
}

/**
 * Of three things, by their names, the one that stands behind the others: the longest in the world, of such as are as
 * long the middle one.
 */
export function hindmostOf(things: readonly string[]): number {
  const sizes = sizesTogether(things);
  return sizes[1] === Math.max(...sizes) ? 1 : sizes.indexOf(Math.max(...sizes));
}

/** Three as in a group picture: the longest behind and a little higher, the others before it, looking inwards. */
export function grouped(actors: readonly Actor[], stage: Stage): Placed[] {
  const all = inScale(actors, stage);
  const hindmost = hindmostOf(actors.map(({ thing }) => thing));
  const back = edgesOf(all[hindmost]!, stage);
  const hidden = GROUPED.hidden[isFigure(all[hindmost]!, stage) ? 'figure' : 'thing'];
  const front = all.filter((_, k) => k !== hindmost);
  const lowest = Math.min(...front.map((placed) => heightOf(edgesOf(placed, stage))));
  const ground = back.y1 + Math.min(GROUPED.raised * lowest, GROUPED.most * heightOf(back));
  const stood = front.map((placed, k) => {
    const looking = isFigure(placed, stage) ? turned(placed, k === 0 ? 1 : -1, stage) : placed;
    const edges = edgesOf(looking, stage);
    const over = Math.min(GROUPED.over * widthOf(edges), hidden * widthOf(back));
    return shifted(looking, k === 0 ? back.x0 + over - edges.x1 : back.x1 - over - edges.x0, ground - edges.y1);
  });
  return intoCanvas(
    all.map((placed, k) => (k === hindmost ? placed : stood[k < hindmost ? k : k - 1]!)),
    stage,
  );
}

/** Mirrored where it looks the other way. */
export function turned(placed: Placed, to: 1 | -1, stage: Stage): Placed {
  return facingOf(placed, stage) === -to ? mirrored(placed, stage) : placed;
}

/** Side by side on the same ground. */
function row(left: Placed, right: Placed, overlap: number, stage: Stage): Placed[] {
  const [a, b] = [edgesOf(left, stage), edgesOf(right, stage)];
  const inward = overlap * Math.min(widthOf(a), widthOf(b));
  const ground = Math.max(heightOf(a), heightOf(b));
  return intoCanvas([shifted(left, -a.x1, ground - a.y1), shifted(right, -inward - b.x0, ground - b.y1)], stage);
}
