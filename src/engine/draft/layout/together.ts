import type { Actor } from './actor.js';
import { facingOf } from './facing.js';
import { squareAt } from './frame.js';
import { heightOf, widthOf } from './geometry.js';
import { held } from './held.js';
import { intoCanvas, whole } from './into-canvas.js';
import { edgesOf, mirrored, moved, type Placed, type Stage, shifted } from './placed.js';

/** How much of the narrower one's width two that touch hide of each other; of two that run, how far they are apart. */
const TOUCHING = 0.16;
const BEHIND = -0.04;
/** What is chased is so much smaller, where both are as large. */
const AHEAD = 0.8;
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

/** The first runs after the second, which looks where it runs. */
export function chased(first: Actor, second: Actor, stage: Stage): Placed[] {
  const [one, other] = [turned(whole(first, stage), -1, stage), turned(whole(second, stage), -1, stage)];
  const ahead = moved(other, squareAt(0, 0, AHEAD));
  const [chaser, runner] = [one, ahead];
  const [left, right] = row(runner, chaser, BEHIND, stage) as [Placed, Placed];
  return [right, left];
}

/** The first large in the middle, several of the second about it: at its feet and above it. */
export function strewn(first: Actor, second: Actor, stage: Stage): Placed[] {
  const middle = whole(first, stage, AMONG);
  const group = { way: 'rows' as const, ...second.group, copies: Math.max(STREWN, second.group?.copies ?? 0) };
  return [middle, { ...second, group, spread: 'strewn', frame: squareAt(0, 0, stage.size) }];
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
