import type { OwnFace } from './own-face.js';
import { boundsOf, components, filled, type Region, ringAbout } from './regions.js';
import type { Segments } from './segments.js';

type Eye = OwnFace['eyes'][number];

/** What is about a spot is of its eye where it is at most so many times as large, and as compact as an eye is. */
const [MOST_TIMES, MOST_WHITE] = [5.5, 8.5];
const [FULL, LEAST_ROUND, MOST_ROUND] = [0.6, 0.45, 2.2];
const LONGEST = 0.26;
const LEAST_TOUCH = 3;
/** A white, a ring of colour, and an outline about either. */
const [WHITE, PALE, COLOURED, OUTLINE] = [0.8, 0.06, 0.07, 0.4];
/** Both eyes of a pair are as large as each other, by area. */
const SAME_AREA = 0.5;
/** Eyes nearer to each other than this, in parts of the widths of both halves, leave no room between them. */
const LEAST_APART = 1.05;
/** At the silhouette nothing can be drawn in an eye's place: so much of what is about it must be solid. */
const [LEAST_SOLID, ABOUT] = [0.8, 3];
/** Eyes no larger than this, in pixels, are too small to be drawn anew. */
const SMALLEST = 3;

/**
 * The one or two eyes, from left to right, that pupils or irises belong to, with the whites and rings about these; none
 * where they are not sure: too small, too unlike, or in each other's way.
 */
export function wholeEyes(drawing: Segments, spots: Region): Eye[] {
  const { side } = drawing;
  const seeds = seedsOf(spots, side);
  const found = seeds.map((seed) => wholeOf(seed, drawing));
  const wholes = areAlike(found) ? found : seeds;
  if (!areAlike(wholes) || areMixed(wholes) || !wholes.every((whole) => isInside(whole, drawing))) return [];
  const boxes = wholes.map((whole) => boundsOf(whole, side));
  if (boxes.some(({ x0, y0, x1, y1 }) => Math.min(x1 - x0, y1 - y0) < SMALLEST)) return [];
  const eyes = boxes
    .map(({ x0, y0, x1, y1 }) => ({
      x: (x0 + x1) / 2 / side,
      y: (y0 + y1) / 2 / side,
      across: (x1 - x0) / 2 / side,
      down: (y1 - y0) / 2 / side,
    }))
    .sort((one, other) => one.x - other.x);
  const [left, right] = eyes;
  return left && right && right.x - left.x < LEAST_APART * (left.across + right.across) ? [] : eyes;
}

/** The two largest pieces where they are alike, else the largest. */
function seedsOf(spots: Region, side: number): Region[] {
  const labels = new Int8Array(side * side).fill(-1);
  for (const p of spots) labels[p] = 0;
  const [first, second] = components(labels, side)
    .map((piece) => filled(piece, side))
    .sort((one, other) => other.length - one.length);
  if (!first) return [];
  return second && second.length >= 0.3 * first.length ? [first, second] : [first];
}

/** The eye about a spot: what encloses it step by step, as long as that may be of an eye. */
function wholeOf(seed: Region, drawing: Segments): Region {
  let whole = seed;
  for (let step = 0; step < 3; step++) {
    const about = enclosing(whole, seed, drawing);
    if (!about) break;
    whole = about;
  }
  return whole;
}

/** A spot joined to the area of one colour that is commonest about it, or nearly, where that is of the eye. */
function enclosing(whole: Region, seed: Region, drawing: Segments): Region | undefined {
  const { side, solid, colour, colours } = drawing;
  const ring = ringAbout(whole, 0, 2, side).filter((p) => solid[p]);
  const counts = colours.map((_, k) => ring.filter((p) => colour[p] === k).length);
  const commonest = [...counts.keys()].sort((a, b) => counts[b]! - counts[a]!).slice(0, 2);
  for (const k of commonest) {
    const [light, a, b] = colours[k]!;
    const chroma = Math.hypot(a, b);
    const isWhite = light > WHITE && chroma < PALE;
    if (counts[k]! === 0 || counts[k]! < 0.3 * ring.length || !(isWhite || chroma > COLOURED || light < OUTLINE))
      continue;
    // The white may lie on both sides of an iris.
    const near = new Set(ring);
    const own = components(
      colour.map((one) => (one === k ? 0 : -1)),
      side,
    ).filter((piece) => piece.filter((p) => near.has(p)).length >= LEAST_TOUCH);
    const joined = filled([...new Set([...whole, ...own.flat()])], side);
    const { x0, y0, x1, y1 } = boundsOf(joined, side);
    const [width, height] = [x1 - x0, y1 - y0];
    const isEye =
      joined.length <= (isWhite ? MOST_WHITE : MOST_TIMES) * whole.length &&
      joined.length <= 1.6 * MOST_TIMES * seed.length &&
      Math.max(width, height) <= LONGEST * side &&
      width / height >= LEAST_ROUND &&
      width / height <= MOST_ROUND &&
      joined.length >= FULL * width * height;
    if (isEye) return joined;
  }
  return undefined;
}

function isInside(whole: Region, { solid, side }: Segments): boolean {
  const ring = ringAbout(whole, 0, ABOUT, side);
  return ring.filter((p) => solid[p]).length >= LEAST_SOLID * ring.length;
}

function areAlike([one, other]: readonly Region[]): boolean {
  if (!one || !other) return true;
  return Math.min(one.length, other.length) >= SAME_AREA * Math.max(one.length, other.length);
}

function areMixed([one, other]: readonly Region[]): boolean {
  const own = new Set(one);
  return other?.some((p) => own.has(p)) ?? false;
}
