import type { Figure } from './facing.js';
import { squareAt } from './frame.js';
import { ellipseOf, heightOf, middleOf, type Spread, widthOf } from './geometry.js';
import { edgesOf, type Paw, type Placed, type Stage, spreadOf } from './placed.js';

/** Side of a paw, in parts of a head's width, and how much of it lies outside the edge of what it holds. */
export const PAW_SIDE = 0.27;
const OUTSIDE = 0.42;
/** A thing so much longer than wide, between these angles to the horizontal in degrees, is held along its length. */
const LONG = 1.7;
const [LEVEL, STEEP] = [20, 70];
/** Where along its length, in parts of half of it, and across it, in parts of half its width at that height. */
const [ALONG, ACROSS] = [0.62, 0.86];
/** How far down a thing that is wider than high, and any other, paws are. */
const DOWN = { wide: 0.5, high: 0.58, eaten: 0.7 } as const;
/** Paws about what is eaten are no larger than that is thick, in parts of it, but for the least, as `PAW_SIDE`. */
const ABOUT_FOOD = { most: 1.25, least: 0.17 } as const;

/**
 * How far from its lower end and its inner side a handle is held, in parts of the thing; less correlated, it stands.
 */
const HANDLE = 0.14;
const LEANS = 0.4;

/** Who has a head alone, and no hands in the world, or some in its picture. */
const HANDLESS: ReadonlySet<string> = new Set([
  'octopus',
  'squid',
  'spider',
  'scorpion',
  'blowfish',
  'snowman',
  'ghost',
  'snail',
  'slime',
  'jellyfish',
  'crab',
  'peacock',
]);
/** “person raising hand”, but not “person with blond hair”. */
const ACTING = /^person (?!with |wearing |in tuxedo)/;

/** Whether somebody is a head that looks at us, whose hands are seen nowhere but over what they hold. */
export function isPawed({ thing, picture }: Placed, { isFace, facing }: Figure, { artwork }: Stage): boolean {
  const isHead = isFace && (facing === 0 || artwork.isFace(picture));
  return isHead && !HANDLESS.has(thing) && !ACTING.test(thing);
}

/** Whether somebody who looks at us has no hands in the world: what they have is before them. */
export const isHandless = ({ thing }: Placed, { facing }: Figure): boolean => facing === 0 && HANDLESS.has(thing);

/**
 * What is held, with the paws of who holds it over its edges on both sides, or at both ends where it is long.
 * @param isEaten whether its upper end is at the mouth: paws leave it free, and are no further down than the chin
 */
export function withPaws(thing: Placed, holder: Placed, figure: Figure, stage: Stage, isEaten = false): Placed {
  const thick = 2 * ellipseOf(spreadOf(thing, stage)).minor;
  const limit = isEaten ? Math.max(ABOUT_FOOD.least * figure.head, ABOUT_FOOD.most * thick) : Number.POSITIVE_INFINITY;
  const side = Math.min(PAW_SIDE * figure.head, limit);
  const points = isEaten ? aboutAt(thing, side, DOWN.eaten, stage) : heldAt(thing, side, stage);
  const low = isEaten ? figure.edges.y1 : Number.POSITIVE_INFINITY;
  return { ...thing, paws: points.map((point) => pawAt(holder, { ...point, y: Math.min(point.y, low) }, side)) };
}

/** What is held by its handle, with one paw over that. */
export function withOnePaw(thing: Placed, holder: Placed, figure: Figure, stage: Stage): Placed {
  const edges = edgesOf(thing, stage);
  const isLeft = middleOf(edges) < middleOf(figure.edges);
  const lean = spreadOf(thing, stage);
  const isUpright = lean.xy ** 2 < LEANS ** 2 * lean.xx * lean.yy;
  const inner = isLeft ? edges.x1 - HANDLE * widthOf(edges) : edges.x0 + HANDLE * widthOf(edges);
  const hand = {
    x: isUpright ? middleOf(edges) : inner,
    y: edges.y1 - HANDLE * heightOf(edges),
    flip: isLeft,
  };
  return { ...thing, paws: [...(thing.paws ?? []), pawAt(holder, hand, PAW_SIDE * figure.head)] };
}

interface Point {
  x: number;
  y: number;
  /** Whether its fingers reach to the left. */
  flip: boolean;
}

/** A paw of somebody whose middle is at a point. @param side in pixels */
export function pawAt({ picture, paint, parts, pattern }: Placed, { x, y, flip }: Point, side: number): Paw {
  const by = { picture, paint, parts, ...(pattern ? { pattern } : {}) };
  return { by, flip, frame: squareAt(x - side / 2, y - side / 2, side) };
}

/** Whether a thing is much longer than wide, and neither stands nor lies. */
export const isAslant = (thing: Placed, stage: Stage): boolean => aslant(spreadOf(thing, stage)) !== undefined;

/** The angle to the horizontal of what is long, lies or leans and is one, in degrees; undefined of anything else. */
export function slopeOf(thing: Placed, stage: Stage): number | undefined {
  return thing.group || thing.each ? undefined : slopeIn(spreadOf(thing, stage));
}

/** Its angle to the horizontal, in degrees; undefined of what is not long and aslant. */
function aslant(spread: Spread): number | undefined {
  const slope = slopeIn(spread);
  return slope === undefined || Math.abs(slope) < LEVEL ? undefined : slope;
}

/** The same of what lies, too. */
function slopeIn(spread: Spread): number | undefined {
  const { major, minor, angle } = ellipseOf(spread);
  const slope = angle > 90 ? angle - 180 : angle;
  return major < LONG * minor || Math.abs(slope) > STEEP ? undefined : slope;
}

function heldAt(thing: Placed, side: number, stage: Stage): Point[] {
  const spread = spreadOf(thing, stage);
  const slope = aslant(spread);
  if (slope !== undefined) {
    const { major } = ellipseOf(spread);
    const turn = (slope * Math.PI) / 180;
    const [across, down] = [ALONG * major * Math.cos(turn), ALONG * major * Math.sin(turn)];
    return [
      { x: spread.x - across, y: spread.y - down, flip: false },
      { x: spread.x + across, y: spread.y + down, flip: true },
    ];
  }
  const edges = edgesOf(thing, stage);
  return aboutAt(thing, side, DOWN[widthOf(edges) > heightOf(edges) ? 'wide' : 'high'], stage);
}

/** Over its edges on both sides. @param down how far, in parts of its height */
function aboutAt(thing: Placed, side: number, down: number, stage: Stage): Point[] {
  const [spread, edges] = [spreadOf(thing, stage), edgesOf(thing, stage)];
  const y = edges.y0 + down * heightOf(edges);
  // Where a filled ellipse of the same moments ends at the height of its middle.
  const half = ACROSS * 2 * Math.sqrt(Math.max(spread.xx - spread.xy ** 2 / spread.yy, 0));
  const out = (OUTSIDE - 0.5) * side;
  return [
    { x: spread.x - half - out, y, flip: false },
    { x: spread.x + half + out, y, flip: true },
  ];
}
