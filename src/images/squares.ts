import type { RgbaImage } from '../engine/basics/index.js';

/** Fewer edges than this along a side tell nothing: a plain shape has a few too. */
const FEW_EDGES = 6;
/** In pixels: larger squares are shapes of their own. */
const LARGEST = 16;

/**
 * Whether a picture is made of squares of one colour each, as pixel art is: the distances between its edges are
 * multiples of one length of 2–16 pixels, across and down.
 */
export function isOfSquares(image: RgbaImage): boolean {
  const { width, height } = image;
  const pixels = new Uint32Array(image.data.slice().buffer);
  const across = commonStep(width, (x) => differs(pixels, height, (y) => y * width + x, 1));
  if (across === undefined) return false;
  const down = commonStep(height, (y) => differs(pixels, width, (x) => y * width + x, width));
  return down === across;
}

/** Whether any of so many pixels differs from the one that lies `back` before it. */
function differs(pixels: Uint32Array, count: number, at: (k: number) => number, back: number): boolean {
  for (let k = 0; k < count; k++) if (pixels[at(k)] !== pixels[at(k) - back]) return true;
  return false;
}

/** The length that all distances between edges are multiples of, if it is that of squares. */
function commonStep(length: number, isEdge: (at: number) => boolean): number | undefined {
  let [step, edges, last] = [0, 0, 0];
  for (let at = 1; at < length; at++) {
    if (!isEdge(at)) continue;
    if (edges > 0) step = divisor(step, at - last);
    if (step === 1) return undefined;
    edges += 1;
    last = at;
  }
  return edges >= FEW_EDGES && step <= LARGEST ? step : undefined;
}

/** The greatest common one. */
function divisor(a: number, b: number): number {
  return b === 0 ? a : divisor(b, a % b);
}

/** The picture at another size, each pixel that of the source which it lies in: squares stay sharp. */
export function resizeByNearest(image: RgbaImage, width: number, height: number): RgbaImage {
  const from = new Uint32Array(image.data.slice().buffer);
  const to = new Uint32Array(width * height);
  for (let y = 0; y < height; y++) {
    const row = Math.floor(((y + 0.5) * image.height) / height) * image.width;
    for (let x = 0; x < width; x++) to[y * width + x] = from[row + Math.floor(((x + 0.5) * image.width) / width)]!;
  }
  return { width, height, data: new Uint8Array(to.buffer) };
}
