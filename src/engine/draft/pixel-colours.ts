import type { RgbaImage } from '../basics/index.js';
import { toOklab } from './oklab.js';

/** Alpha bytes above this are solid. */
export const SOLID = 127;

/** A picture's colours in OKLab, three numbers a pixel, row by row; 0 where nothing is to be seen. */
export function labPixels({ data }: RgbaImage): Float32Array {
  const labs = new Float32Array((data.length / 4) * 3);
  for (let p = 0; 4 * p < data.length; p++) {
    if (data[4 * p + 3] !== 0) toOklab(data[4 * p]!, data[4 * p + 1]!, data[4 * p + 2]!, labs, 3 * p);
  }
  return labs;
}
