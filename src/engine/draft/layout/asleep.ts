import { ownValue } from '../../basics/index.js';
import type { Actor } from './actor.js';
import { type CanvasMap, squareAt } from './frame.js';
import { type Edges, heightOf, longestOf, middleOf, widthOf } from './geometry.js';
import { isHead } from './heads.js';
import { edgesOf, isFigure, moved, type Placed, type Stage, shifted } from './placed.js';
import { surfaceOf } from './seats.js';

/** The mood, or the mark, of who sleeps. */
const SLEEPING = 'sleeping';
/** How long who sleeps is at most, beside the width of what they lie on, and beside its longer side. */
const LYING = { head: 0.46, figure: 0.74, body: 0.82, tall: 0.6 } as const;
/** How far they sink into it, in parts of their height. */
const SUNK = 0.08;
/** On these who sleeps is smaller or larger. */
const PARTS: Readonly<Record<string, number>> = { bed: 0.4, pillow: 0.6 };
/** Where who lies there with a body begins, along a bed, and how long they are. */
const IN_BED = { from: 0.1, long: 0.74 } as const;
/** Where the pillow is, along a bed: it is drawn on the left. */
const PILLOWS: Readonly<Record<string, number>> = { bed: 0.3 };

/** A quarter turn, the crown to the left. */
const ON_ITS_SIDE: CanvasMap = { x: 0, y: 0, xx: 0, xy: 1, yx: -1, yy: 0 };

/** Whether somebody sleeps. */
export const isAsleep = ({ mood, mark }: Pick<Actor, 'mood' | 'mark'>): boolean =>
  mood?.name === SLEEPING || mark?.name === SLEEPING;

/** Seats for one: who sleeps there sits. */
const SAT_IN: ReadonlySet<string> = new Set(['armchair', 'throne', 'gaming chair', 'manual wheelchair']);
/** What nobody lies on is higher than wide, as chairs are, by more than this. */
const LEAST_WIDE = 0.9;
/** Who fills more of their box is drawn with what is about them: a teacher before the board. */
const FILLED = 0.8;

/**
 * Whether somebody who sleeps lies on a thing. Animals of whom more than the head is drawn stand or sit as they do, and
 * so does who is on a chair or on somebody.
 */
export function liesOn(sleeper: Placed, base: Placed, stage: Stage): boolean {
  if (!isAsleep(sleeper) || sleeper.group || base.group || isFigure(base, stage) || SAT_IN.has(base.thing))
    return false;
  const under = edgesOf(base, stage);
  return widthOf(under) >= LEAST_WIDE * heightOf(under) && canBeTurned(sleeper, stage);
}

const isHeadAlone = ({ picture, thing }: Placed, { artwork }: Stage): boolean =>
  artwork.isFace(picture) || isHead(thing);

function canBeTurned(sleeper: Placed, stage: Stage): boolean {
  if (isHeadAlone(sleeper, stage)) return true;
  const [{ picture }, { artwork }] = [sleeper, stage];
  const [x0, y0, x1, y1] = artwork.boxOf(picture);
  const isFilled = artwork.areaOf(picture) > FILLED * (x1 - x0) * (y1 - y0);
  return !artwork.isFaceless(picture) && !artwork.isAnimal(picture) && !isFilled;
}

/** Who sleeps, along what they lie on: the head at its one end. */
function stretchedOn(sleeper: Placed, base: Placed, under: Edges, stage: Stage): Placed {
  const isBed = Object.hasOwn(PILLOWS, base.thing);
  const long = (isBed ? IN_BED.long : LYING.body) * widthOf(under);
  const natural = edgesOf(sleeper, stage);
  const sized = moved(sleeper, squareAt(0, 0, Math.min(long / widthOf(natural), longestOf(under) / heightOf(natural))));
  const own = edgesOf(sized, stage);
  const surface = surfaceOf(base, stage);
  const from = base.flip
    ? under.x1 - IN_BED.from * widthOf(under) - widthOf(own)
    : under.x0 + IN_BED.from * widthOf(under);
  const x = isBed ? from - own.x0 : surface.x - middleOf(own);
  return shifted(sized, x, surface.y + SUNK * heightOf(own) - own.y1);
}

/** Who sleeps, on their side on what they lie on; in a bed with the head on its pillow. */
export function lyingOn(sleeper: Placed, base: Placed, stage: Stage): Placed {
  const under = edgesOf(base, stage);
  if (sleeper.body) return stretchedOn(sleeper, base, under, stage);
  const isAlone = isHeadAlone(sleeper, stage);
  const turned = moved(sleeper, ON_ITS_SIDE);
  const part = ownValue(PARTS, base.thing) ?? LYING[isAlone ? 'head' : 'figure'];
  const most = Math.min(part * widthOf(under), LYING.tall * longestOf(under));
  const sized = moved(turned, squareAt(0, 0, most / longestOf(edgesOf(turned, stage))));
  const own = edgesOf(sized, stage);
  const { y } = surfaceOf(base, stage);
  const pillow = isAlone ? ownValue(PILLOWS, base.thing) : undefined;
  const x = pillow === undefined ? middleOf(under) : under.x0 + pillow * widthOf(under);
  return shifted(sized, x - middleOf(own), y + SUNK * heightOf(own) - own.y1);
}
