import type { Edges } from './layout/index.js';

/**
 * Pixels are compared with the mean of what lies this far about them, in parts of the place's shorter side, and in
 * pixels at least and most.
 */
const ABOUT = 0.09;
const [NEAREST, FURTHEST] = [3, 12];
/**
 * Differences up to the first are shading, from the second on they are lines and eyes: in the largest of red, green and
 * blue, 0–1.
 */
const [SHADING, DETAIL] = [0.03, 0.1];
/** Part of the painted picture that the draft's details take the place of. */
const KEPT = 0.9;
/**
 * Part that the draft takes the place of wherever it shows something: less, and plain surfaces are blotched by what is
 * left of the noise.
 */
const EVERYWHERE = 0.6;
/** A place fades out over this part of its shorter side, beyond its edges. */
const FADES = 0.15;
/** Fainter than this there is no colour to tell. */
const FAINT = 0.1;

/**
 * How much of a draft is kept: more than half of all, and nearly all of its details: eyes, mouths, a pineapple's
 * lattice, windows, and whatever else stands out from what is about it. From noise in which these drown, a small model
 * paints them as smears.
 *
 * @param picture [4, size, size], premultiplied RGBA, −1…1
 * @param places where they may be, in pixels
 * @returns [size, size], 0–1
 */
export function keptDetail(picture: Float32Array, places: readonly Edges[], size: number): Float32Array {
  const kept = new Float32Array(size * size);
  if (places.length === 0) return kept;
  const sums = [0, 1, 2, 3].map((c) => summed(picture.subarray(c * size * size, (c + 1) * size * size), size));
  for (const place of places) {
    const shorter = Math.min(place.x1 - place.x0, place.y1 - place.y0);
    const reach = Math.round(Math.min(Math.max(ABOUT * shorter, NEAREST), FURTHEST));
    const fade = Math.max(FADES * shorter, 1);
    const [left, right] = range(place.x0 - fade, place.x1 + fade, size);
    const [top, bottom] = range(place.y0 - fade, place.y1 + fade, size);
    for (let y = top; y < bottom; y++) {
      for (let x = left; x < right; x++) {
        const outside = Math.max(place.x0 - x - 0.5, x + 0.5 - place.x1, place.y0 - y - 0.5, y + 0.5 - place.y1, 0);
        const differs = (differenceAt(sums, size, x, y, reach) - SHADING) / (DETAIL - SHADING);
        const p = y * size + x;
        const part = EVERYWHERE + (KEPT - EVERYWHERE) * smooth(differs);
        kept[p] = Math.max(kept[p]!, part * smooth(1 - outside / fade));
      }
    }
  }
  return softened(kept, size);
}

/**
 * How much a pixel differs from the mean colour about it, in the largest of red, green and blue; 0 where it is faint.
 */
function differenceAt(sums: readonly Float64Array[], size: number, x: number, y: number, reach: number): number {
  const alpha = sumOver(sums[3]!, size, x, y, 0);
  if (alpha < FAINT) return 0;
  const about = sumOver(sums[3]!, size, x, y, reach);
  let most = 0;
  for (let c = 0; c < 3; c++) {
    const own = sumOver(sums[c]!, size, x, y, 0) / alpha;
    most = Math.max(most, Math.abs(own - sumOver(sums[c]!, size, x, y, reach) / about));
  }
  return alpha * most;
}

/** Of a plane of −1…1, as 0–1, at each corner the sum of all pixels above and to the left of it. */
function summed(plane: Float32Array, size: number): Float64Array {
  const row = size + 1;
  const sums = new Float64Array(row * row);
  for (let y = 0; y < size; y++) {
    let along = 0;
    for (let x = 0; x < size; x++) {
      along += (plane[y * size + x]! + 1) / 2;
      sums[(y + 1) * row + x + 1] = sums[y * row + x + 1]! + along;
    }
  }
  return sums;
}

/** Sum over the pixels up to `reach` away across and down. */
function sumOver(sums: Float64Array, size: number, x: number, y: number, reach: number): number {
  const row = size + 1;
  const x0 = Math.max(x - reach, 0);
  const x1 = Math.min(x + reach + 1, size);
  const y0 = Math.max(y - reach, 0) * row;
  const y1 = Math.min(y + reach + 1, size) * row;
  return sums[y1 + x1]! - sums[y0 + x1]! - sums[y1 + x0]! + sums[y0 + x0]!;
}

/**
 * Each pixel the largest of those beside it, then the mean of these, so that what is kept has soft edges about its
 * details.
 */
function softened(kept: Float32Array, size: number): Float32Array {
  const largest = acrossAndDown(kept, size, (a, b, c) => Math.max(a, b, c));
  return acrossAndDown(largest, size, (a, b, c) => (a + b + c) / 3);
}

/**
 * Joins each pixel with those on both sides of it, along rows, then along columns; what is beyond an edge is as the
 * pixel at it.
 */
function acrossAndDown(
  plane: Float32Array,
  size: number,
  join: (before: number, own: number, after: number) => number,
): Float32Array {
  const across = new Float32Array(plane.length);
  const both = new Float32Array(plane.length);
  for (let p = 0; p < plane.length; p++) {
    const x = p % size;
    across[p] = join(plane[x > 0 ? p - 1 : p]!, plane[p]!, plane[x < size - 1 ? p + 1 : p]!);
  }
  for (let p = 0; p < plane.length; p++) {
    const up = p - size;
    const down = p + size;
    both[p] = join(across[up >= 0 ? up : p]!, across[p]!, across[down < plane.length ? down : p]!);
  }
  return both;
}

function range(from: number, to: number, size: number): [number, number] {
  return [Math.max(0, Math.floor(from)), Math.min(size, Math.ceil(to))];
}

/** 0 up to 0, 1 from 1 on, and smooth between. */
function smooth(value: number): number {
  const t = Math.min(Math.max(value, 0), 1);
  return t * t * (3 - 2 * t);
}
