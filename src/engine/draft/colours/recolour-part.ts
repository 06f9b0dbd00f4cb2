import { type Lab, labDistance, type RgbaImage, SOLID } from '../../basics/index.js';
import { shaded } from './recolour.js';

/** Pixels up to this far from a part's edge may be blends of its colour and its neighbour's. */
const BLURRED = 2;
/** Pixels this far away in each direction tell what the colours on both sides of an edge are. */
const SEEN = 4;
/** Shades stay within this of the new colour, in OKLab, so that the shading of round hair is still seen. */
const MOST = 0.16;
/** New colours leave room for shades at both ends. */
const [DARKEST, LIGHTEST] = [0.2, 0.95];
/** What lies outside the mask and this far beside all blends of the two sides is something else. */
const OTHER = 0.06;
const LEAST_DIFFERENCE = 1e-4;

/** How near pixels are to a part: far outside, outside its edge, at its edge, or within. */
const [FAR, NEAR, EDGE, CORE] = [0, 1, 2, 3];

/**
 * Gives a part of a picture another colour, in place, keeping its shades. At its edges a pixel is taken for a blend of
 * the colours on both sides, and only what it has of the part's is changed, so that no rim of the old colour stays; at
 * the silhouette all of it is the part's.
 *
 * @param labs the picture's colours, as `labPixels` has them
 * @param mask 1 for the part's pixels
 */
export function recolourPart(labs: Float32Array, { data, width }: RgbaImage, mask: Uint8Array, colour: Lab): void {
  const from = meanWithin(labs, mask);
  if (!from) return;
  const zone = zones(mask, width);
  const old = labs.slice();
  const put = (p: number, [l, a, b]: Lab) => {
    labs[3 * p] = l;
    labs[3 * p + 1] = a;
    labs[3 * p + 2] = b;
  };
  for (let p = 0; p < zone.length; p++) {
    if (zone[p] === FAR || data[4 * p + 3] === 0) continue;
    const pixel = labAt(old, p);
    const outside =
      zone[p] === CORE ? undefined : meanAbout(old, width, p, (q) => zone[q] === FAR && data[4 * q + 3]! > SOLID);
    if (!outside) {
      put(p, movedPart(pixel, from, colour));
      continue;
    }
    const isPart = (q: number) => zone[q] === CORE;
    const inside = meanAbout(old, width, p, isPart) ?? meanAbout(old, width, p, (q) => mask[q] === 1) ?? from;
    const weight = weightOf(pixel, inside, outside, zone[p] === EDGE);
    const moved = movedPart(inside, from, colour);
    put(p, [0, 1, 2].map((c) => pixel[c]! + weight * (moved[c]! - inside[c]!)) as unknown as Lab);
  }
}

/** What becomes of a shade of a part whose mean colour is `from`. */
export function movedPart(shade: Lab, from: Lab, colour: Lab): Lab {
  const to: Lab = [Math.min(Math.max(colour[0], DARKEST), LIGHTEST), colour[1], colour[2]];
  return shaded(shade, { from, to, most: MOST });
}

/** How much of a pixel at an edge is of the part, 0–1. */
function weightOf(pixel: Lab, inside: Lab, outside: Lab, isInside: boolean): number {
  const difference = [0, 1, 2].map((c) => inside[c]! - outside[c]!);
  const length = difference.reduce((sum, d) => sum + d * d, 0);
  if (length < LEAST_DIFFERENCE) return isInside ? 1 : 0;
  const along = difference.reduce((sum, d, c) => sum + d * (pixel[c]! - outside[c]!), 0) / length;
  const part = Math.min(Math.max(along, 0), 1);
  if (isInside) return Math.max(part, 0.5);
  const blend = [0, 1, 2].map((c) => outside[c]! + part * difference[c]!) as unknown as Lab;
  return part * Math.exp(-((labDistance(pixel, blend) / OTHER) ** 2));
}

function zones(mask: Uint8Array, size: number): Uint8Array {
  const zone = new Uint8Array(mask.length);
  for (let p = 0; p < mask.length; p++) {
    const reach = mask[p] === 1 ? 1 : BLURRED;
    let others = false;
    eachAbout(size, p, reach, (q) => {
      if (mask[q] !== mask[p]) others = true;
    });
    zone[p] = mask[p] === 1 ? (others ? EDGE : CORE) : others ? NEAR : FAR;
  }
  return zone;
}

/** Mean colour of the pixels about one for which something holds; undefined where it holds for none. */
function meanAbout(labs: Float32Array, size: number, p: number, holds: (q: number) => boolean): Lab | undefined {
  let [count, l, a, b] = [0, 0, 0, 0];
  eachAbout(size, p, SEEN, (q) => {
    if (!holds(q)) return;
    count++;
    l += labs[3 * q]!;
    a += labs[3 * q + 1]!;
    b += labs[3 * q + 2]!;
  });
  return count === 0 ? undefined : [l / count, a / count, b / count];
}

function meanWithin(labs: Float32Array, mask: Uint8Array): Lab | undefined {
  let [count, l, a, b] = [0, 0, 0, 0];
  for (let p = 0; p < mask.length; p++) {
    if (mask[p] !== 1) continue;
    count++;
    l += labs[3 * p]!;
    a += labs[3 * p + 1]!;
    b += labs[3 * p + 2]!;
  }
  return count === 0 ? undefined : [l / count, a / count, b / count];
}

function eachAbout(size: number, p: number, reach: number, visit: (q: number) => void): void {
  const [x, y] = [p % size, Math.floor(p / size)];
  for (let v = Math.max(0, y - reach); v <= Math.min(size - 1, y + reach); v++) {
    for (let u = Math.max(0, x - reach); u <= Math.min(size - 1, x + reach); u++) visit(v * size + u);
  }
}

function labAt(labs: Float32Array, p: number): Lab {
  return [labs[3 * p]!, labs[3 * p + 1]!, labs[3 * p + 2]!];
}
