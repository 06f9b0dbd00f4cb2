import { restOf } from '../bodies/index.js';
import { liesOn, lyingOn } from './asleep.js';
import { bareOf, bodySpot } from './bodied.js';
import { figureOf } from './facing.js';
import { squareAt } from './frame.js';
import { type Edges, edgesAbout, heightOf, longestOf, middleOf, widthOf } from './geometry.js';
import { edgesOf, eyesOf, headOf, isFigure, moved, type Placed, type Stage, seatOf, shifted } from './placed.js';
import { ofSeveral, smallBeside, smallOn } from './real-sizes.js';
import { seatIn, surfaceOf } from './seats.js';

/** A thing at its place, and which of the draft's things it is. */
export interface Member {
  at: number;
  placed: Placed;
}

/** Things that stand to each other, and go together wherever they are brought. */
export type Unit = readonly Member[];

/** How high what stands beside a unit is, in parts of that: somebody, and what is no figure beside one. */
const COMPANION = { figure: 0.94, thing: 0.58 } as const;
/** How wide it is at most, beside the unit, and how much of its own width lies before that. */
const WIDEST_COMPANION = 1.05;
const OVERLAP = { figure: 0.06, thing: 0.16 } as const;
/** Of three, who has another on them is no smaller beside the third than this. */
const LEAST_PART = 0.66;
/** How wide who stands on something is beside it, at most, and how high beside its longer side. */
const STANDING = { wide: 0.88, tall: 0.95 } as const;
/** How deep it stands in that, in parts of what of that is below the seat. */
const SUNK = 0.12;
/** How large a thing is on a head, and somebody, in parts of the head's width; and how much of that is sunk in. */
const ON_HEAD = { thing: 0.5, figure: 0.7, sunk: 0.12 } as const;
/** Where nobody knows where a head is, its crown is so far above its mouth, in parts of its width. */
const CROWN = 0.55;
/** Several on a head are so much larger together. */
const SEVERAL_ON_HEAD = 1.7;
/** How much of the narrower of two in a row lies over the other. */
const ROW_OVERLAP = 0.04;

export const alone = (at: number, placed: Placed): Unit => [{ at, placed }];

/** Where all of a unit lies, in pixels. */
export function unitEdges(unit: Unit, stage: Stage): Edges {
  return edgesAbout(unit.map(({ placed }) => edgesOf(placed, stage)));
}

/** The unit elsewhere, by so many pixels. */
export function unitShifted(unit: Unit, x: number, y: number): Unit {
  return unit.map(({ at, placed }) => ({ at, placed: shifted(placed, x, y) }));
}

/** The unit so many times as large; where it is then, is not told. */
export function unitScaled(unit: Unit, by: number): Unit {
  return unit.map(({ at, placed }) => ({ at, placed: moved(placed, squareAt(0, 0, by)) }));
}

/** The unit as large as it is within a width and a height in pixels. */
export function unitWithin(unit: Unit, width: number, height: number, stage: Stage): Unit {
  const edges = unitEdges(unit, stage);
  return unitScaled(unit, Math.min(width / widthOf(edges), height / heightOf(edges)));
}

/** The unit with the middle of its lower edge at a point. */
export function unitStanding(unit: Unit, x: number, bottom: number, stage: Stage): Unit {
  const edges = unitEdges(unit, stage);
  return unitShifted(unit, x - middleOf(edges), bottom - edges.y1);
}

/** What stands beside a unit, to its right, on the same ground: somebody as high, anything else lower. */
export function beside(unit: Unit, other: Unit, stage: Stage): Unit {
  const edges = unitEdges(unit, stage);
  const kind = isAnyFigure(other, stage) || !isAnyFigure(unit, stage) ? 'figure' : 'thing';
  const [own, its] = [unit[0]!.placed.thing, other[0]!.placed.thing];
  const several = (all: Unit) => all[0]!.placed.group?.copies ?? 1;
  const natural = ofSeveral(smallBeside(its, own), several(other)) / ofSeveral(smallBeside(own, its), several(unit));
  const isOfSeveral = unit.length + other.length > 2;
  const part = isOfSeveral ? Math.min(Math.max(natural, LEAST_PART), 1 / LEAST_PART) : natural;
  const high = part === 1 ? COMPANION[kind] : COMPANION.figure * part;
  const sized = unitWithin(other, WIDEST_COMPANION * part * widthOf(edges), high * heightOf(edges), stage);
  const { x0, x1, y1 } = unitEdges(sized, stage);
  const left = edges.x1 - OVERLAP[kind] * Math.min(x1 - x0, widthOf(edges));
  return [...unit, ...unitShifted(sized, left - x0, edges.y1 - y1)];
}

/** Two units as high as each other, on the same ground. */
export function inRow(left: Unit, right: Unit, stage: Stage): Unit {
  const edges = unitEdges(left, stage);
  const sized = unitWithin(right, Number.POSITIVE_INFINITY, heightOf(edges), stage);
  const own = unitEdges(sized, stage);
  const inward = ROW_OVERLAP * Math.min(widthOf(edges), widthOf(own));
  return [...left, ...unitShifted(sized, edges.x1 - inward - own.x0, edges.y1 - own.y1)];
}

/** The head that something lies on which is on somebody: any thing on whoever has one, and all that is on a face. */
function headUnder(unit: Unit, { placed }: Member, stage: Stage): { x: number; y: number; width: number } | undefined {
  const isFace = stage.artwork.isFace(placed.picture);
  if (
    placed.group ||
    placed.body?.pose === 'lying' ||
    !isFigure(placed, stage) ||
    (isAnyFigure(unit, stage) && !isFace)
  )
    return undefined;
  const skull = eyesOf(placed, stage)?.skull;
  const edges = headOf(placed, stage) ?? edgesOf(bareOf(placed), stage);
  if (!skull && !isFace) {
    const { mouth, head } = figureOf(placed, stage);
    return { x: mouth.x, y: Math.max(edges.y0, mouth.y - CROWN * head), width: head };
  }
  return { x: middleOf(edges), y: Math.max(skull?.y ?? edges.y0, edges.y0), width: widthOf(edges) };
}

/** Whether something on somebody lies on their head. */
export const isOnHead = (unit: Unit, base: Member, stage: Stage): boolean => headUnder(unit, base, stage) !== undefined;

/** A unit on what it stands or sits on, or on the head that it lies on. */
export function onTop(unit: Unit, base: Member, stage: Stage): Unit {
  const [{ at, placed }] = unit as [Member];
  if (unit.length === 1 && liesOn(placed, base.placed, stage))
    return [base, { at, placed: lyingOn(placed, base.placed, stage) }];
  const head = headUnder(unit, base, stage);
  if (head) {
    const isSeveral = unit.length > 1 || unit[0]!.placed.group !== undefined;
    const most = ON_HEAD[isAnyFigure(unit, stage) ? 'figure' : 'thing'] * (isSeveral ? SEVERAL_ON_HEAD : 1);
    const small = unitWithin(unit, most * head.width, most * head.width, stage);
    return [base, ...unitStanding(small, head.x, head.y + ON_HEAD.sunk * heightOf(unitEdges(small, stage)), stage)];
  }
  const under = edgesOf(base.placed, stage);
  if (placed.body && placed.group === undefined) return seatedOn(unit, base, under, stage);
  const seat = seatIn(base.placed) ?? seatOf(base.placed, stage) ?? { x: middleOf(under), y: under.y0 };
  const part = smallOn(placed.thing, base.placed.thing, isFigure(placed, stage));
  // Who does something there is seen to do it.
  const most = (unit.length > 1 && isFigure(placed, stage) ? Math.max(part, BODY.least) : part) * longestOf(under);
  const tall = Math.min(STANDING.tall * longestOf(under), most);
  const sized = unitWithin(unit, STANDING.wide * widthOf(under), tall, stage);
  const own = unitEdges(sized, stage);
  // Who is wide beside the seat is over all of it.
  const room = Math.max(0, (widthOf(under) - widthOf(own)) / 2);
  const x = Math.min(Math.max(seat.x, middleOf(under) - room), middleOf(under) + room);
  return [base, ...unitStanding(sized, x, seat.y + SUNK * (under.y1 - seat.y), stage)];
}

/**
 * How high who has a body is beside the longer side of what they are on, at most and at least, and how wide beside its
 * width, and on a body of ours; it sinks in by so much of what anybody does.
 */
const BODY = { tall: 0.92, mounted: 0.66, least: 0.7, wide: 1.05, sunk: 0.5 } as const;

/** Somebody with a body: its seat, or its feet, on the seat of what they are on. */
function seatedOn(unit: Unit, base: Member, under: Edges, stage: Stage): Unit {
  const { placed } = unit[0]!;
  const seat = surfaceOf(base.placed, stage);
  const most = Math.max(smallOn(placed.thing, base.placed.thing, true), BODY.least) * longestOf(under);
  const tall = (base.placed.body ? BODY.mounted : BODY.tall) * longestOf(under);
  const sized = unitWithin(unit, BODY.wide * widthOf(under), Math.min(tall, most), stage);
  const rest = bodySpot(sized[0]!.placed, restOf(placed.body!), stage.artwork);
  return [base, ...unitShifted(sized, seat.x - rest.x, seat.y + SUNK * (under.y1 - seat.y) * BODY.sunk - rest.y)];
}

const isAnyFigure = (unit: Unit, stage: Stage): boolean => unit.some(({ placed }) => isFigure(placed, stage));
