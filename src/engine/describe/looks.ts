import type { RgbaImage } from '../basics/index.js';

/** As training looks at pictures (training/kaleido/data/likeness.py). */
const SIDE = 64;
const CELLS = { colour: 8, alpha: 16, edge: 8 } as const;
const DIRECTIONS = 8;
const WEIGHTS = { alpha: 0.7, edges: 3 } as const;
/** Grey of nothing, and weights of red, green and blue in lightness. */
const GROUND = 0.5;
const LIGHTNESS = [0.3, 0.59, 0.11] as const;

/**
 * What tells one thing from another, in whatever manner it is drawn: mean colours, coverage, and how strong edges of
 * each direction are (histograms of oriented gradients, Dalal and Triggs 2005), cell by cell.
 *
 * @param picture straight RGBA, a multiple of 64 pixels a side
 * @returns 1024 numbers, of which those of colours are 0–1
 */
export function looksOf(picture: RgbaImage): Float32Array {
  const small = reduced(picture);
  const colours = pooled(small, 4, CELLS.colour);
  const alpha = pooled(
    small.filter((_, k) => k % 4 === 3),
    1,
    CELLS.alpha,
  );
  const edges = edgesOf(small);
  const looks = new Float32Array(colours.length + alpha.length + edges.length);
  looks.set(colours);
  alpha.forEach((value, k) => {
    looks[colours.length + k] = WEIGHTS.alpha * value;
  });
  edges.forEach((value, k) => {
    looks[colours.length + alpha.length + k] = WEIGHTS.edges * value;
  });
  return looks;
}

/** Mirrored left to right. */
export function mirrored({ width, height, data }: RgbaImage): RgbaImage {
  const pixels = new Uint32Array(data.slice().buffer);
  const turned = pixels.map((_, k) => pixels[k - (k % width) + width - 1 - (k % width)]!);
  return { width, height, data: new Uint8Array(turned.buffer) };
}

/** Premultiplied RGBA, 0–1, of 64 pixels a side, four numbers a pixel. */
function reduced({ width, data }: RgbaImage): Float32Array {
  const factor = width / SIDE;
  const small = new Float32Array(4 * SIDE * SIDE);
  const weight = 1 / (255 * factor ** 2);
  for (let at = 0; at < data.length; at += 4) {
    const pixel = at / 4;
    const to = 4 * (Math.floor(Math.floor(pixel / width) / factor) * SIDE + Math.floor((pixel % width) / factor));
    const alpha = data[at + 3]! / 255;
    for (let c = 0; c < 3; c++) small[to + c]! += weight * alpha * data[at + c]!;
    small[to + 3]! += weight * data[at + 3]!;
  }
  return small;
}

/** Means over squares of [64, 64, channels], as [cells, cells, channels]. */
function pooled(planes: Float32Array, channels: number, cells: number): Float32Array {
  const square = SIDE / cells;
  const means = new Float32Array(cells * cells * channels);
  for (let k = 0; k < planes.length; k++) {
    const pixel = Math.floor(k / channels);
    const cell = Math.floor(Math.floor(pixel / SIDE) / square) * cells + Math.floor((pixel % SIDE) / square);
    means[cell * channels + (k % channels)]! += planes[k]! / square ** 2;
  }
  return means;
}

/** Square roots of the mean strength of edges in each cell and direction, of length 1 in all. */
function edgesOf(small: Float32Array): Float32Array {
  const light = new Float32Array(SIDE * SIDE);
  for (let p = 0; p < light.length; p++) {
    const colour = LIGHTNESS.reduce((sum, weight, c) => sum + weight * small[4 * p + c]!, 0);
    light[p] = colour + GROUND * (1 - small[4 * p + 3]!);
  }
  const histogram = new Float32Array(DIRECTIONS * SIDE * SIDE);
  for (let p = 0; p < light.length; p++) {
    const [x, y] = [p % SIDE, Math.floor(p / SIDE)];
    const across = x > 0 && x < SIDE - 1 ? light[p + 1]! - light[p - 1]! : 0;
    const down = y > 0 && y < SIDE - 1 ? light[p + SIDE]! - light[p - SIDE]! : 0;
    const angle = Math.atan2(down, across);
    const at = ((angle < 0 ? angle + Math.PI : angle) / Math.PI) * DIRECTIONS;
    const first = Math.floor(at);
    const strength = Math.hypot(across, down);
    histogram[DIRECTIONS * p + (first % DIRECTIONS)]! += strength * (1 - at + first);
    histogram[DIRECTIONS * p + ((first + 1) % DIRECTIONS)]! += strength * (at - first);
  }
  const rooted = pooled(histogram, DIRECTIONS, CELLS.edge).map(Math.sqrt);
  const length = Math.sqrt(rooted.reduce((sum, value) => sum + value * value, 0));
  return rooted.map((value) => value / (length + 1e-6));
}
