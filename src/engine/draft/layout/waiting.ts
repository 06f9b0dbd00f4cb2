import type { Actor } from './actor.js';
import { heightOf, widthOf } from './geometry.js';
import { edgesOf, isFigure, mirrored, type Placed, type Stage, shifted } from './placed.js';
import { inScale, turned } from './together.js';
import type { Unit } from './units.js';

/** How far from what they wait for somebody is, in parts of their width, and how high that is beside them at least. */
const [APART, LEAST] = [0.06, 0.5];

/** Who waits, on one ground with what they wait for, which they look to: on the left unless mirrored. */
export function waiting(first: Actor, second: Actor, stage: Stage): Unit {
  const [who, thing] = inScale([first, second], stage) as [Placed, Placed];
  const to = first.flip ? -1 : 1;
  const waits = isFigure(who, stage) ? turned(first.flip ? unmirrored(who, stage) : who, to, stage) : who;
  const other = isFigure(thing, stage) ? turned(thing, -to as 1 | -1, stage) : thing;
  const [own, its] = [edgesOf(waits, stage), edgesOf(other, stage)];
  const gap = APART * widthOf(own);
  const x = to > 0 ? own.x1 + gap - its.x0 : own.x0 - gap - its.x1;
  // What is as low as a plate is on the ground before them.
  const isLow = heightOf(its) < LEAST * heightOf(own);
  const placed = shifted(other, isLow ? x - to * 2 * gap : x, own.y1 - its.y1);
  return [
    { at: 0, placed: waits },
    { at: 1, placed },
  ];
}

/** As it is drawn: which side it is on says that it was to be mirrored. */
const unmirrored = (placed: Placed, stage: Stage): Placed => (placed.flip ? mirrored(placed, stage) : placed);
