import { floatTensor } from '../basics/index.js';
import { intOutput, type Session } from '../runtime/index.js';

/** Pictures in one call: bounds memory whatever the number of pictures. */
const PICTURES_A_CALL = 4;

/**
 * The visual tokens of pictures: the 0-based codes of the codebook that come nearest, row by row of the grid.
 *
 * @param session `visual_encoder.onnx`
 * @param pictures [4, size, size] each, premultiplied RGBA, −1…1
 * @param size side of a picture in pixels
 */
export async function visualTokens(
  session: Session,
  pictures: readonly Float32Array[],
  size: number,
): Promise<number[][]> {
  const tokens: number[][] = [];
  for (let from = 0; from < pictures.length; from += PICTURES_A_CALL) {
    const mine = pictures.slice(from, from + PICTURES_A_CALL);
    const images = floatTensor([mine.length, 4, size, size]);
    mine.forEach((picture, k) => {
      images.data.set(picture, k * picture.length);
    });
    const codes = intOutput(await session.run({ images }, ['codes']), 'codes');
    const count = codes.dims[1]!;
    for (const k of mine.keys()) tokens.push(Array.from(codes.data.subarray(k * count, (k + 1) * count), Number));
  }
  return tokens;
}
