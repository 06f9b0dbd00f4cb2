import type { RgbaImage } from '../basics/index.js';
import { type Likeness, type Memory, PICTURE_KINDS } from '../memory/index.js';
import { looksOf, mirrored } from './looks.js';

/** A thing of the memory, and how like its likest picture is. */
export interface AlikeThing {
  /** Number of the thing. */
  thing: number;
  /** Its picture that is most alike. */
  picture: number;
  /** Cosine of looks, −1…1. */
  likeness: number;
}

/** Middle of a byte, and its steps of 1, of what is stored. */
const MIDDLE = 128;
const STEPS = 255;
/** A mirrored picture must be more alike by so much: most things are drawn one way round. */
const MIRROR_COST = 0.03;

/**
 * The things whose pictures are most like a picture, the likest first, each once.
 * @param picture a subject that fills its square, straight RGBA, as large as the memory's pictures
 */
export function alikeThings(
  { measures }: Pick<Memory, 'measures'>,
  likeness: Likeness,
  picture: RgbaImage,
  most: number,
): AlikeThing[] {
  const asSeen = projected(looksOf(picture), likeness);
  const turned = projected(looksOf(mirrored(picture)), likeness);
  const { rows, width } = likeness;
  const best = new Map<number, AlikeThing>();
  for (let at = 0, row = 0; at < rows.length; at += width, row++) {
    if (measures.kind[row] !== PICTURE_KINDS.thing) continue;
    const alike = Math.max(cosine(rows, at, asSeen), cosine(rows, at, turned) - MIRROR_COST);
    const thing = measures.shows[row]!;
    if (alike > (best.get(thing)?.likeness ?? Number.NEGATIVE_INFINITY)) {
      best.set(thing, { thing, picture: row, likeness: alike });
    }
  }
  return [...best.values()].sort((a, b) => b.likeness - a.likeness).slice(0, most);
}

/** Of length 1. */
function projected(looks: Float32Array, { mean, projection, width }: Likeness): Float32Array {
  const row = new Float32Array(width);
  for (let k = 0; k < looks.length; k++) {
    const value = looks[k]! - mean[k]!;
    for (let d = 0; d < width; d++) row[d]! += value * projection[k * width + d]!;
  }
  const length = Math.sqrt(row.reduce((sum, value) => sum + value * value, 0));
  return row.map((value) => value / (length + 1e-6));
}

function cosine(rows: Uint8Array, at: number, own: Float32Array): number {
  let [product, squares] = [0, 0];
  for (let d = 0; d < own.length; d++) {
    const value = rows[at + d]! - MIDDLE;
    product += value * own[d]!;
    squares += value * value;
  }
  // What was cut off at half a step left rows that are no longer of length 1.
  return product / Math.sqrt(Math.max(squares, STEPS));
}
