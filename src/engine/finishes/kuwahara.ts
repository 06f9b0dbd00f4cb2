import { nearestOf, type Planes } from './planes.js';

const SECTORS = 8;
/** Variances below this are as even as can be, in OKLab. */
const LEAST = 1e-4;

/** What differs less from the next pixels, in OKLab, is of one colour. */
const EVEN = 0.03;
/** How far sectors reach over the middle, in radii. */
const OVERLAP = 1 / 3;

const LEAST_WEIGHT = 0.01;

interface Tap {
  dx: number;
  dy: number;
  weights: Float64Array;
}

/**
 * Colours smoothed within areas, while edges and corners between them stay sharp: the mean of each of eight sectors
 * about a pixel, weighted by how even the sector is (the generalised Kuwahara filter of Papari, Petkov and Campisi,
 * “Artistic edge and corner enhancing smoothing”, 2007, with the polynomial weights of Kyprianidis, Kang and Döllner,
 * “Anisotropic Kuwahara filtering with polynomial weighting functions”, 2010).
 *
 * @param radius in pixels, ≥ 2
 * @returns OKLab, three numbers a pixel; where nothing is to be seen, as before
 */
export function kuwahara(planes: Planes, radius: number): Float32Array {
  const { width, height, labs, depth } = planes;
  const edges = nearestOf(width, height, (p) => isUneven(planes, p));
  if (edges === undefined) return labs;
  const taps = tapsOf(radius);
  const smooth = labs.slice();
  const sums = new Float64Array(SECTORS * 5);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const p = y * width + x;
      // What is of one colour stays.
      if (depth[p]! < -2 || edges.far[p]! > radius) continue;
      sums.fill(0);
      for (let tap = 0; tap < taps.length; tap++) {
        const { dx, dy, weights } = taps[tap]!;
        const column = x + dx;
        const row = y + dy;
        if (column < 0 || column >= width || row < 0 || row >= height) continue;
        const q = 3 * (row * width + column);
        gather(sums, weights, labs[q]!, labs[q + 1]!, labs[q + 2]!);
      }
      blendSectors(sums, smooth, 3 * p);
    }
  }
  return smooth;
}

/** Whether a pixel differs from the next. */
function isUneven({ width, labs, depth }: Planes, p: number): boolean {
  if (depth[p]! < -2) return false;
  let apart = 0;
  for (let c = 3 * p; c < 3 * p + 3; c++) {
    const own = labs[c]!;
    apart += Math.abs((labs[c + 3] ?? own) - own) + Math.abs((labs[c + 3 * width] ?? own) - own);
  }
  return apart > EVEN;
}

/** Adds a colour to sums of sectors. @param weights pairs of where a sector's sums are and how much it weighs there */
function gather(sums: Float64Array, weights: Float64Array, l: number, a: number, b: number): void {
  const squares = l * l + a * a + b * b;
  for (let k = 0; k < weights.length; k += 2) {
    const at = weights[k]!;
    const weight = weights[k + 1]!;
    sums[at]! += weight;
    sums[at + 1]! += weight * l;
    sums[at + 2]! += weight * a;
    sums[at + 3]! += weight * b;
    sums[at + 4]! += weight * squares;
  }
}

function blendSectors(sums: Float64Array, into: Float32Array, at: number): void {
  let [whole, l, a, b] = [0, 0, 0, 0];
  for (let s = 0; s < sums.length; s += 5) {
    const weight = sums[s]!;
    if (weight === 0) continue;
    const [meanL, meanA, meanB] = [sums[s + 1]! / weight, sums[s + 2]! / weight, sums[s + 3]! / weight];
    const variance = Math.max(0, sums[s + 4]! / weight - meanL * meanL - meanA * meanA - meanB * meanB);
    const preference = (LEAST / (LEAST + variance)) ** 2;
    whole += preference;
    l += preference * meanL;
    a += preference * meanA;
    b += preference * meanB;
  }
  into[at] = l / whole;
  into[at + 1] = a / whole;
  into[at + 2] = b / whole;
}

/** Each neighbour's weight in each sector that it has any in. */
function tapsOf(radius: number): Tap[] {
  const taps: Tap[] = [];
  const edge = (3 * Math.PI) / SECTORS;
  const curve = (OVERLAP + Math.cos(edge)) / Math.sin(edge) ** 2;
  for (let dy = -radius; dy <= radius; dy++) {
    for (let dx = -radius; dx <= radius; dx++) {
      const [x, y] = [dx / radius, dy / radius];
      if (x * x + y * y > 1) continue;
      const weights: number[] = [];
      for (let sector = 0; sector < SECTORS; sector++) {
        const turn = (2 * Math.PI * sector) / SECTORS;
        const along = x * Math.cos(turn) + y * Math.sin(turn);
        const across = y * Math.cos(turn) - x * Math.sin(turn);
        const weight = Math.max(0, along + OVERLAP - curve * across * across) ** 2 * Math.exp(-2 * (x * x + y * y));
        if (weight > LEAST_WEIGHT) weights.push(5 * sector, weight);
      }
      taps.push({ dx, dy, weights: Float64Array.from(weights) });
    }
  }
  return taps;
}
