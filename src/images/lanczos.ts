import type { RgbaImage } from '../engine/basics/index.js';

/** Half the width of the window, in pixels of the source. */
const LOBES = 3;
const CHANNELS = 4;

/**
 * What one line of the result takes from the source: `taps` weights from pixel `first` on, and the two pixels nearest
 * to it.
 */
interface Line {
  first: number;
  weights: Float32Array;
  nearest: readonly [number, number];
}

/**
 * Enlarges a picture with Lanczos' kernel (window of 3) on alpha-weighted colours, so that nothing bleeds in from
 * transparent pixels. The kernel overshoots beside an edge, which would draw a pale line along every outline and a
 * faint ring around the subject; each value is therefore held between those of the four nearest source pixels.
 * (libvips, and so sharp, enlarges with a bicubic kernel whatever kernel is asked for, and does neither.)
 *
 * @param width pixels, at least those of the picture; `height` likewise
 */
export function enlargeByLanczos(image: RgbaImage, width: number, height: number): RgbaImage {
  const source = premultiply(image);
  const columns = linesOf(image.width, width);
  const rows = linesOf(image.height, height);
  const wide = acrossRows(source, image, columns);
  const data = new Uint8Array(width * height * CHANNELS);
  const value = new Float32Array(CHANNELS);
  for (let y = 0; y < height; y++) {
    const { first, weights, nearest } = rows[y]!;
    const top = nearest[0] * image.width;
    const bottom = nearest[1] * image.width;
    for (let x = 0; x < width; x++) {
      const [left, right] = columns[x]!.nearest;
      const [a, b] = [(top + left) * CHANNELS, (top + right) * CHANNELS];
      const [c, d] = [(bottom + left) * CHANNELS, (bottom + right) * CHANNELS];
      // Between transparent pixels nothing else can come out, and half of a sticker's picture is empty.
      if (source[a + 3] === 0 && source[b + 3] === 0 && source[c + 3] === 0 && source[d + 3] === 0) continue;
      let [red, green, blue, alpha] = [0, 0, 0, 0];
      for (let tap = 0; tap < weights.length; tap++) {
        const weight = weights[tap]!;
        const at = ((first + tap) * width + x) * CHANNELS;
        red += weight * wide[at]!;
        green += weight * wide[at + 1]!;
        blue += weight * wide[at + 2]!;
        alpha += weight * wide[at + 3]!;
      }
      value[0] = held(red, source[a]!, source[b]!, source[c]!, source[d]!);
      value[1] = held(green, source[a + 1]!, source[b + 1]!, source[c + 1]!, source[d + 1]!);
      value[2] = held(blue, source[a + 2]!, source[b + 2]!, source[c + 2]!, source[d + 2]!);
      value[3] = held(alpha, source[a + 3]!, source[b + 3]!, source[c + 3]!, source[d + 3]!);
      writePixel(value, data, (y * width + x) * CHANNELS);
    }
  }
  return { width, height, data };
}

function premultiply({ data }: RgbaImage): Float32Array {
  const out = new Float32Array(data.length);
  for (let i = 0; i < data.length; i += CHANNELS) {
    const alpha = data[i + 3]!;
    for (let channel = 0; channel < 3; channel++) out[i + channel] = (data[i + channel]! * alpha) / 255;
    out[i + 3] = alpha;
  }
  return out;
}

/**
 * For each pixel along one side of the result, what it takes; the picture's edge pixels count for what would lie beyond
 * them.
 */
function linesOf(from: number, to: number): Line[] {
  const inside = (index: number) => Math.min(from - 1, Math.max(0, index));
  return Array.from({ length: to }, (_, index) => {
    const centre = ((index + 0.5) * from) / to - 0.5;
    const left = Math.floor(centre);
    const first = inside(left - LOBES + 1);
    const weights = new Float32Array(inside(left + LOBES) - first + 1);
    let total = 0;
    for (let at = left - LOBES + 1; at <= left + LOBES; at++) {
      const weight = lanczos(at - centre);
      weights[inside(at) - first]! += weight;
      total += weight;
    }
    return { first, weights: weights.map((weight) => weight / total), nearest: [inside(left), inside(left + 1)] };
  });
}

function lanczos(x: number): number {
  if (x === 0) return 1;
  if (Math.abs(x) >= LOBES) return 0;
  const angle = Math.PI * x;
  return (LOBES * Math.sin(angle) * Math.sin(angle / LOBES)) / (angle * angle);
}

/** Every row of the source, stretched to the columns. */
function acrossRows(source: Float32Array, { width, height }: RgbaImage, columns: readonly Line[]): Float32Array {
  const out = new Float32Array(columns.length * height * CHANNELS);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < columns.length; x++) {
      const { first, weights } = columns[x]!;
      const to = (y * columns.length + x) * CHANNELS;
      for (let tap = 0; tap < weights.length; tap++) {
        const weight = weights[tap]!;
        const at = (y * width + first + tap) * CHANNELS;
        for (let channel = 0; channel < CHANNELS; channel++) out[to + channel]! += weight * source[at + channel]!;
      }
    }
  }
  return out;
}

function held(value: number, a: number, b: number, c: number, d: number): number {
  return Math.min(Math.max(a, b, c, d), Math.max(Math.min(a, b, c, d), value));
}

/** Writes an alpha-weighted pixel as a straight one. */
function writePixel(value: Float32Array, out: Uint8Array, at: number): void {
  const alpha = value[3]!;
  if (alpha < 0.5) return;
  for (let channel = 0; channel < 3; channel++) {
    out[at + channel] = Math.round(Math.min(255, (value[channel]! * 255) / alpha));
  }
  out[at + 3] = Math.round(alpha);
}
