import type { Fitting } from './fitting.js';
import { type Frame, squareAt } from './frame.js';
import { type Edges, heightOf } from './geometry.js';
import { eyesOf, type Placed, type Stage, seatOf } from './placed.js';

/** Eyes that are further apart than this, in parts of a helmet's width, are not in its opening. */
const OPENING = 0.52;
/** How far above the eyes a hat ends at the lowest, in parts of the distance between them. */
const BROW = 0.06;

/**
 * Eyes that begin no further below the top of a head than this, in parts of its height, bulge out of it, and a hat
 * leaves so much of their upper half free.
 */
const BULGING = { above: 0.12, open: 0.35 } as const;

/** On the head, above its eyes. */
export function onHead(fitting: Fitting): Frame {
  const { wearer, stage, limits, rules, own, edges, width, isFace, seen, across, down, left } = fitting;
  const top = topOf(wearer, edges, isFace, stage);
  const rim = top.y + rules.head.sinks * (edges.y1 - top.y);
  const side = Math.min((rules.head.width * width) / across, (rim - limits.top) / down, limits.side);
  // Of a helmet with an opening, what hangs down beside it may.
  const brows = browsOf(wearer, edges, stage);
  const isOpen = brows !== undefined && brows.across < OPENING * side * across;
  const brow = (isOpen ? own?.brow : undefined) ?? seen.bottom;
  const above = brows?.y;
  const sunk = above === undefined ? rim : Math.min(rim, above + side * (seen.bottom - brow));
  const turned = wearer.frame.yx === 0 ? turnedHead(wearer, stage) : 0;
  const level = squareAt(left(side, top.x), sunk - side * seen.bottom, side);
  return turned === 0 ? level : leantBack(level, { x: top.x, y: sunk }, turned, width);
}

/**
 * Down to where a hat may come down on a head that looks at us, and how wide both its eyes are together, in pixels;
 * undefined where nobody knows.
 */
function browsOf(
  { picture, frame }: Placed,
  edges: Edges,
  { artwork }: Stage,
): { y: number; across: number } | undefined {
  const eyes = artwork.eyesOf(picture);
  const [left, right] = eyes;
  if (!left || !right || frame.yx !== 0) return undefined;
  const top = Math.min(...eyes.map(({ y, down }) => y - down));
  const across = Math.abs(frame.xx) * (right.x + right.across - left.x + left.across);
  const brow = frame.y + frame.yy * (top - BROW * (right.x - left.x));
  // A hat would balance on the tips of a frog's eyes.
  const isOnTop = brow - edges.y0 < BULGING.above * heightOf(edges);
  const lids = Math.max(...eyes.map(({ y, down }) => y - BULGING.open * down));
  return { y: isOnTop ? frame.y + frame.yy * lids : brow, across };
}

/** Where a head that is seen from the side looks: −1 to the left, 1 to the right, 0 where it looks at us. */
export function turnedHead({ picture, flip }: Placed, { artwork }: Stage): -1 | 0 | 1 {
  const head = artwork.headOf(picture);
  if (!head || artwork.isFrontal(picture)) return 0;
  const side = artwork.sideOf(picture);
  const looksRight = side ? side > 0 : head.x - head.x0 > head.x1 - head.x;
  return looksRight === flip ? -1 : 1;
}

/** How far behind the eye the middle of a skull is, in parts of its head's width, and how a hat leans, in radians. */
const [BEHIND, LEANS] = [0.16, 0.22];

/** What is worn on a skull behind the eye, leant back. */
function leantBack(level: Frame, rim: { x: number; y: number }, looks: -1 | 1, width: number): Frame {
  const [cos, sin] = [Math.cos(LEANS), -looks * Math.sin(LEANS)];
  const [x, y] = [level.x - rim.x, level.y - rim.y];
  return {
    x: rim.x - looks * BEHIND * width + cos * x - sin * y,
    y: rim.y + sin * x + cos * y,
    xx: cos * level.xx,
    xy: -sin * level.yy,
    yx: sin * level.xx,
    yy: cos * level.yy,
  };
}

/** Where what is worn on the head rests: between the ears, and on what has no head where things stand on it. */
function topOf(wearer: Placed, edges: Edges, isFace: boolean, stage: Stage): { x: number; y: number } {
  const middle = (edges.x0 + edges.x1) / 2;
  const skull = eyesOf(wearer, stage)?.skull;
  if (skull) return { x: middle, y: Math.max(skull.y, edges.y0) };
  const seat = isFace ? undefined : seatOf(wearer, stage);
  return seat && seat.y <= edges.y0 + UPPER * (edges.y1 - edges.y0) ? seat : { x: middle, y: edges.y0 };
}

/** What stands on a thing this far below its top, in parts of its height, stands on no head: on a banana's peel. */
const UPPER = 0.3;
