import { labDistance } from '../../basics/index.js';
import { boundsOf, grown, type Region } from './regions.js';
import type { Segments } from './segments.js';
import type { Spot } from './spots.js';

const DARK = 0.5;
/** Spots of one pair are this alike in colour, area and height. */
const [SAME_COLOUR, SAME_AREA, SAME_HEIGHT] = [0.09, 0.5, 0.6];
/** They are so many widths apart, and level but for a tilted head. */
const [LEAST_APART, MOST_APART, MOST_ACROSS, TILT] = [1.15, 9, 0.7, 0.3];
const [LOWEST, LEAST_CONTRAST] = [0.75, 0.12];

type Pair = readonly [Spot, Spot];

/**
 * Irises or pupils of a drawing: of a pair of alike spots, or of the one of an animal that is seen from the side; none
 * where nothing is sure.
 */
export function eyeSpots(found: readonly Spot[], drawing: Segments): Region {
  const pair = eyePair(found, drawing);
  return pair ? irises(pair, found, drawing) : (singleEye(found, drawing)?.pixels ?? []);
}

/**
 * The pair of spots that is likeliest to be eyes: dark ones, such as have something dark inside, or on something dark
 * light ones; alike, level and high up.
 */
function eyePair(found: readonly Spot[], drawing: Segments): Pair | undefined {
  const { x0, y0, x1, y1 } = extentOf(drawing);
  const isPair = ([a, b]: Pair) =>
    areAlike(a, b) && Math.abs(a.x - b.x) <= MOST_ACROSS * (x1 - x0) && (a.y + b.y) / 2 <= y0 + LOWEST * (y1 - y0);
  const seeing = found.filter((spot) => sees(spot, drawing));
  const pairs = seeing.flatMap((a, k) => seeing.slice(k + 1).map((b): Pair => [a, b])).filter(isPair);
  const [best] = pairs.map((pair) => ({ pair, likeness: likeness(pair) })).sort((a, b) => b.likeness - a.likeness);
  return best?.pair;
}

function extentOf({ solid, side }: Segments) {
  return boundsOf(
    [...solid.keys()].filter((p) => solid[p]),
    side,
  );
}

/** Rings of colour about dark pupils where there are any, else the spots themselves, light ones with their shades. */
function irises(pair: Pair, found: readonly Spot[], { lab, solid, side }: Segments): Region {
  const [left, right] = pair.map((spot) => ringOf(spot, found));
  if (left && right && labDistance(left.lab, right.lab) < SAME_COLOUR) return union(left.pixels, right.pixels);
  const own = union(pair[0].pixels, pair[1].pixels);
  if (!pair.every(isLightOnDark)) return own;
  const [l, a, b] = pair[0].lab;
  return grown(own, 6, side).filter((p) => {
    const far = Math.hypot(0.3 * (lab[3 * p]! - l), lab[3 * p + 1]! - a, lab[3 * p + 2]! - b);
    return solid[p] === 1 && far < SAME_COLOUR;
  });
}

/** The only round dark spot in the upper part of a drawing, or the only coloured one on something dark. */
function singleEye(found: readonly Spot[], drawing: Segments): Spot | undefined {
  const { y0, y1 } = extentOf(drawing);
  const drawn = drawing.solid.reduce((sum, is) => sum + is, 0);
  const round = found.filter((spot) => {
    const { width, height, whole, y } = spot;
    return (
      (isDark(spot) || isLightOnDark(spot)) &&
      fullness(spot) > 0.68 &&
      width / height >= 0.7 &&
      width / height <= 1.45 &&
      contrast(spot) > 0.15 &&
      y < y0 + 0.62 * (y1 - y0) &&
      whole.length < 0.012 * drawn + 14
    );
  });
  return round.length === 1 ? round[0] : undefined;
}

function areAlike(a: Spot, b: Spot): boolean {
  const across = Math.abs(a.x - b.x);
  const width = Math.max(a.width, b.width);
  const [l, u, v] = [0, 1, 2].map((c) => a.lab[c]! - b.lab[c]!) as [number, number, number];
  return (
    Math.hypot(0.8 * l, u, v) <= SAME_COLOUR &&
    areShare(a.whole.length, b.whole.length) >= SAME_AREA &&
    areShare(a.height, b.height) >= SAME_HEIGHT &&
    across >= LEAST_APART * width &&
    across <= MOST_APART * width &&
    Math.abs(a.y - b.y) <= TILT * across &&
    Math.min(contrast(a), contrast(b)) >= LEAST_CONTRAST
  );
}

function likeness([a, b]: Pair): number {
  const tilt = Math.abs(a.y - b.y) / Math.max(Math.abs(a.x - b.x), 1);
  const full = Math.min(fullness(a), fullness(b));
  const height = (a.y + b.y) / 2;
  return areShare(a.whole.length, b.whole.length) + 0.5 * full - 0.01 * height - tilt + Number(isDark(a) && isDark(b));
}

const areShare = (one: number, other: number) => Math.min(one, other) / Math.max(one, other);
const contrast = ({ lab, beside }: Spot) => labDistance(lab, beside);
const fullness = ({ whole, width, height }: Spot) => whole.length / (width * height);
const isDark = ({ lab }: Spot) => lab[0] < DARK;
const isLightOnDark = ({ lab: [l, a, b], beside }: Spot) => l > 0.65 && beside[0] < DARK && Math.hypot(a, b) > 0.08;
const union = (one: Region, other: Region): Region => [...new Set([...one, ...other])];

/** Whether a spot is dark, light on something dark, or has something dark in it. */
function sees(spot: Spot, { lab }: Segments): boolean {
  if (isDark(spot) || isLightOnDark(spot)) return true;
  const own = new Set(spot.pixels);
  return spot.whole.filter((p) => !own.has(p) && lab[3 * p]! < DARK).length >= 4;
}

function ringOf(pupil: Spot, found: readonly Spot[]): Spot | undefined {
  return found.find((other) => {
    if (other === pupil) return false;
    const inside = new Set(other.whole);
    const isWithin = pupil.pixels.filter((p) => inside.has(p)).length >= 0.9 * pupil.pixels.length;
    const [l, a, b] = other.lab;
    const isColoured = Math.hypot(a, b) > 0.05 && l < 0.85;
    const isRing = other.pixels.length > 0.6 * pupil.pixels.length && other.whole.length < 12 * pupil.whole.length;
    return isWithin && isColoured && isRing;
  });
}
