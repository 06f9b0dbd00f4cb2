import type { Edges } from './layout/index.js';

/**
 * Pixels are compared with the mean of what lies this far about them, in parts of the face's shorter side, and in
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
/** A face fades out over this part of its shorter side, beyond its edges. */
const FADES = 0.15;
/** Fainter than this there is no colour to tell. */
const FAINT = 0.1;

/**
 * How much of a draft is kept where faces have details: eyes, mouths and whatever else stands out from what is about
 * it. From noise in which these drown, a small model paints them as smears.
 *
 * @param picture [4, size, size], premultiplied RGBA, −1…1
 * @param faces in pixels
 * @returns [size, size], 0–1
 */
export function faceDetail(picture: Float32Array, faces: readonly Edges[], size: number): Float32Array {
  const kept = new Float32Array(size * size);
  if (faces.length === 0) return kept;
  const sums = [0, 1, 2, 3].map((c) => summed(picture.subarray(c * size * size, (c + 1) * size * size), size));
  for (const face of faces) {
    const shorter = Math.min(face.x1 - face.x0, face.y1 - face.y0);
    const reach = Math.round(Math.min(Math.max(ABOUT * shorter, NEAREST), FURTHEST));
    const fade = Math.max(FADES * shorter, 1);
    const [left, right] = range(face.x0 - fade, face.x1 + fade, size);
    const [top, bottom] = range(face.y0 - fade, face.y1 + fade, size);
    for (let y = top; y < bottom; y++) {
      for (let x = left; x < right; x++) {
        const outside = Math.max(face.x0 - x - 0.5, x + 0.5 - face.x1, face.y0 - y - 0.5, y + 0.5 - face.y1, 0);
        const differs = (differenceAt(sums, size, x, y, reach) - SHADING) / (DETAIL - SHADING);
        const p = y * size + x;
        kept[p] = Math.max(kept[p]!, KEPT * smooth(differs) * smooth(1 - outside / fade));
      }
    }
  }
  return softened(kept, size);
}

/**
 * How much a pixel differs from the mean colour about it, in the largest of red, green and blue; 0 where it is faint.
 */
function differenceAt(sums: readonly Float64Array[], size: number, x: number, y: number, reach: number): number {
  const alpha = meanOver(sums[3]!, size, x, y, 0);
  if (alpha < FAINT) return 0;
  const about = meanOver(sums[3]!, size, x, y, reach);
  let most = 0;
  for (let c = 0; c < 3; c++) {
    const own = meanOver(sums[c]!, size, x, y, 0) / alpha;
    most = Math.max(most, Math.abs(own - meanOver(sums[c]!, size, x, y, reach) / about));
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

/** Mean over the pixels up to `reach` away across and down. */
function meanOver(sums: Float64Array, size: number, x: number, y: number, reach: number): number {
  const row = size + 1;
  const [x0, x1] = [Math.max(x - reach, 0), Math.min(x + reach + 1, size)];
  const [y0, y1] = [Math.max(y - reach, 0), Math.min(y + reach + 1, size)];
  const sum = sums[y1 * row + x1]! - sums[y0 * row + x1]! - sums[y1 * row + x0]! + sums[y0 * row + x0]!;
  return sum / ((x1 - x0) * (y1 - y0));
}

/**
 * Each pixel the largest of those beside it, then the mean of these, so that what is kept has soft edges about its
 * details.
 */
function softened(kept: Float32Array, size: number): Float32Array {
  const about = (from: Float32Array, join: (values: number[]) => number) =>
    from.map((_, p) => {
      const [x, y] = [p % size, Math.floor(p / size)];
      const values: number[] = [];
      for (let v = Math.max(0, y - 1); v <= Math.min(size - 1, y + 1); v++) {
        for (let u = Math.max(0, x - 1); u <= Math.min(size - 1, x + 1); u++) values.push(from[v * size + u]!);
      }
      return join(values);
    });
  const largest = about(kept, (values) => Math.max(...values));
  return about(largest, (values) => values.reduce((sum, value) => sum + value, 0) / values.length);
}

function range(from: number, to: number, size: number): [number, number] {
  return [Math.max(0, Math.floor(from)), Math.min(size, Math.ceil(to))];
}

/** 0 up to 0, 1 from 1 on, and smooth between. */
function smooth(value: number): number {
  const t = Math.min(Math.max(value, 0), 1);
  return t * t * (3 - 2 * t);
}
