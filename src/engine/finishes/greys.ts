import { type RgbaImage, SOLID, toOklab } from '../basics/index.js';
import { filledPlane } from './planes.js';

/** Places that are compared lie on a grid of so many pixels. */
const STEP = 6;
/** Colours nearer to each other than this need not be told apart, in OKLab. */
const ALIKE = 0.06;
/** How exactly greys are to differ as much as colours do. */
const SPREAD = 0.08;
/** Weights of red, green and blue are multiples of one in so many. */
const PARTS = 10;
/** What eyes see lightness by, and how much nearer weights are preferred. */
const NATURAL = [0.3, 0.6, 0.1] as const;
const PREFERENCE = 0.6;

interface Pair {
  /** Differences of red, green and blue, −1…1. */
  rgb: readonly [number, number, number];
  /** In OKLab. */
  apart: number;
}

/**
 * A picture's greys, 0–1, in which colours beside each other stay as different as they were: that mixture of red, green
 * and blue of 66 under which differences of greys, of whichever sign, are likeliest to be those of the colours (Lu, Xu
 * and Jia, “Real-time contrast preserving decolorization”, 2012).
 */
export function greysOf(image: RgbaImage): Float32Array {
  const { data, width, height } = image;
  const pairs = pairsOf(image);
  let best: readonly [number, number, number] = NATURAL;
  let most = Number.NEGATIVE_INFINITY;
  for (let red = 0; red <= PARTS; red++) {
    for (let green = 0; green <= PARTS - red; green++) {
      const weights = [red / PARTS, green / PARTS, (PARTS - red - green) / PARTS] as const;
      const fit = fitOf(weights, pairs);
      if (fit <= most) continue;
      most = fit;
      best = weights;
    }
  }
  return filledPlane(width * height, (p) => {
    return (best[0] * data[4 * p]! + best[1] * data[4 * p + 1]! + best[2] * data[4 * p + 2]!) / 255;
  });
}

function fitOf(weights: readonly [number, number, number], pairs: readonly Pair[]): number {
  const unlike = weights.reduce((sum, weight, c) => sum + (weight - NATURAL[c]!) ** 2, 0);
  let fit = -PREFERENCE * unlike * pairs.length;
  for (const { rgb, apart } of pairs) {
    const grey = weights[0] * rgb[0] + weights[1] * rgb[1] + weights[2] * rgb[2];
    fit -= Math.min(9, ((Math.abs(grey) - apart) / SPREAD) ** 2) / 9;
  }
  return fit;
}

/** Places one and two steps from each other, where their colours differ. */
function pairsOf({ data, width, height }: RgbaImage): Pair[] {
  const lab = new Float64Array(6);
  const pairs: Pair[] = [];
  for (let y = 0; y < height; y += STEP) {
    for (let x = 0; x < width; x += STEP) {
      const p = 4 * (y * width + x);
      if (data[p + 3]! <= SOLID) continue;
      toOklab(data[p]!, data[p + 1]!, data[p + 2]!, lab, 0);
      for (const [dx, dy] of [
        [1, 0],
        [0, 1],
        [2, 0],
        [0, 2],
      ] as const) {
        const [u, v] = [x + dx * STEP, y + dy * STEP];
        const q = 4 * (v * width + u);
        if (u >= width || v >= height || data[q + 3]! <= SOLID) continue;
        toOklab(data[q]!, data[q + 1]!, data[q + 2]!, lab, 3);
        const apart = Math.hypot(lab[3]! - lab[0]!, lab[4]! - lab[1]!, lab[5]! - lab[2]!);
        if (apart < ALIKE) continue;
        const of = (c: number) => (data[q + c]! - data[p + c]!) / 255;
        pairs.push({ rgb: [of(0), of(1), of(2)], apart });
      }
    }
  }
  return pairs;
}
