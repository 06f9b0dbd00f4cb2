import { apart, colourAt, commonestIn, lumaOf, OPAQUE, type Raster } from '../expressions/index.js';

/** Where a face is on a body, in pixels: its middle, and half of its width. */
export interface FaceSeat {
  x: number;
  y: number;
  half: number;
}

/** Height of a face in parts of its width. */
const HIGH = 0.66;
/** Half of its width in parts of the body's shorter side: at most, and in parts of the picture's side at least. */
const [LARGEST, SMALLEST] = [0.39, 0.07];
const SIZES = 14;
/** Seats are tried so many pixels apart, in parts of a picture's side. */
const STEP = 1 / 64;
/** A face is best at this height of what is solid, from its top. */
const BEST_HEIGHT = 0.46;
/** How much detail under it, and its way from the best place in parts of the body's size, count against a face. */
const [DETAIL, AWAY] = [7, 2.4];
/** How much a larger face counts. */
const SIZE = 0.8;
/** What is further than this from the commonest colour of a body is leaf, topping or stem, and how much that counts. */
const [FOREIGN, ABROAD] = [0.2, 1.5];
/**
 * Half of the width of a face that is read at a glance, in parts of the body's shorter side, and how much less counts.
 */
const [READABLE, UNREADABLE] = [0.24, 2];
/** Colours are told apart in so many steps, to find the commonest. */
const STEPS = 8;

/**
 * Where a face fits wholly inside what is solid of a picture: large, on calm ground, near the upper middle of the body.
 * @returns undefined where no face would be large enough to be read
 */
export function faceSeatOf(raster: Raster): FaceSeat | undefined {
  const { size } = raster;
  const { clear, detail, foreign, body } = measured(raster);
  if (!body) return undefined;
  const [width, height] = [body.x1 - body.x0, body.y1 - body.y0];
  const most = LARGEST * Math.min(width, height);
  const least = SMALLEST * size;
  const best = { x: body.x, y: body.y0 + BEST_HEIGHT * height };
  let found: (FaceSeat & { score: number }) | undefined;
  const step = Math.max(1, Math.round(STEP * size));
  for (let k = 0; k <= SIZES; k++) {
    const half = Math.max(least, most - (k * (most - least)) / SIZES);
    const read = Math.min(1, half / (READABLE * Math.min(width, height)));
    const worth = (half / Math.max(most, least)) ** SIZE * read ** UNREADABLE;
    for (let y = body.y0; y < body.y1; y += step) {
      for (let x = body.x0; x < body.x1; x += step) {
        const away = ((x - best.x) / width) ** 2 + ((y - best.y) / height) ** 2;
        const atMost = worth * Math.exp(-AWAY * away);
        if ((found && atMost <= found.score) || !isSolid(clear, size, x, y, half)) continue;
        const calm = DETAIL * meanIn(detail, size, x, y, half) + ABROAD * meanIn(foreign, size, x, y, half);
        const score = atMost * Math.exp(-calm);
        if (!found || score > found.score) found = { x, y, half, score };
      }
    }
    if (half === least) break;
  }
  return found && { x: found.x, y: found.y, half: found.half };
}

/**
 * Sums over what is above and to the left: of pixels that are not solid, of steps in lightness, and of pixels in other
 * colours than most of the body.
 */
function measured(raster: Raster) {
  const { size, rgba } = raster;
  const clear = new Float64Array((size + 1) ** 2);
  const detail = new Float64Array((size + 1) ** 2);
  const foreign = new Float64Array((size + 1) ** 2);
  const common = commonestIn(raster, [0, 0, size, size], STEPS);
  const luma = Float32Array.from({ length: size * size }, (_, p) => lumaOf(colourAt(raster, p)));
  const body = { x0: size, y0: size, x1: 0, y1: 0, x: 0, count: 0 };
  for (let y = 0; y < size; y++) {
    let [clearRow, detailRow, foreignRow] = [0, 0, 0];
    for (let x = 0; x < size; x++) {
      const p = y * size + x;
      if (rgba[4 * p + 3]! < OPAQUE) clearRow++;
      else {
        body.x0 = Math.min(body.x0, x);
        body.y0 = Math.min(body.y0, y);
        body.x1 = Math.max(body.x1, x + 1);
        body.y1 = Math.max(body.y1, y + 1);
        body.x += x;
        body.count++;
        if (common && apart(colourAt(raster, p), common) > FOREIGN) foreignRow++;
      }
      const [right, down] = [luma[x + 1 < size ? p + 1 : p]!, luma[y + 1 < size ? p + size : p]!];
      detailRow += Math.min(Math.hypot(right - luma[p]!, down - luma[p]!), 0.5);
      const at = (y + 1) * (size + 1) + x + 1;
      clear[at] = clear[at - size - 1]! + clearRow;
      detail[at] = detail[at - size - 1]! + detailRow;
      foreign[at] = foreign[at - size - 1]! + foreignRow;
    }
  }
  return { clear, detail, foreign, body: body.count > 0 ? { ...body, x: body.x / body.count } : undefined };
}

/** Whether the rounded box of a face is solid: of two boxes that cross, both. */
function isSolid(clear: Float64Array, size: number, x: number, y: number, half: number): boolean {
  const high = HIGH * half;
  return (
    sumIn(clear, size, x - half, y - 0.6 * high, x + half, y + 0.6 * high) === 0 &&
    sumIn(clear, size, x - 0.75 * half, y - high, x + 0.75 * half, y + high) === 0
  );
}

function meanIn(sums: Float64Array, size: number, x: number, y: number, half: number): number {
  const high = HIGH * half;
  return sumIn(sums, size, x - half, y - high, x + half, y + high) / (4 * half * high);
}

/** Infinity where the box reaches beyond the picture. */
function sumIn(sums: Float64Array, size: number, x0: number, y0: number, x1: number, y1: number): number {
  const [left, top, right, bottom] = [Math.floor(x0), Math.floor(y0), Math.ceil(x1), Math.ceil(y1)];
  if (left < 0 || top < 0 || right > size || bottom > size) return Number.POSITIVE_INFINITY;
  const row = size + 1;
  return sums[bottom * row + right]! - sums[top * row + right]! - sums[bottom * row + left]! + sums[top * row + left]!;
}
