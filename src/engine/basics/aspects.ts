/** Shapes that pictures are asked for in, width to height; the first is the usual one. */
export const ASPECTS = ['1:1', '3:2', '2:3', '4:3', '3:4', '16:9', '9:16'] as const;
export type Aspect = (typeof ASPECTS)[number];

/** What every painter paints. */
export const SQUARE: Aspect = '1:1';

/** Of a picture, in pixels. */
export interface PictureSize {
  width: number;
  height: number;
}

/** Width in heights. */
export function ratioOf(aspect: Aspect): number {
  const [width, height] = aspect.split(':').map(Number);
  return width! / height!;
}

/**
 * The size of a picture with about as many pixels as a square: of all whose sides are multiples of a number, the one
 * that is nearest in shape and in pixels, both by their logarithms.
 *
 * @param side of the square, in pixels
 * @param multiple of which both sides are
 */
export function sizeOfAspect(side: number, aspect: Aspect, multiple: number): PictureSize {
  const ratio = ratioOf(aspect);
  if (ratio === 1) return { width: side, height: side };
  let [best, least] = [{ width: side, height: side }, Number.POSITIVE_INFINITY];
  for (let height = multiple; height <= 2 * side; height += multiple) {
    for (const round of [Math.floor, Math.ceil]) {
      const width = Math.max(1, round((height * ratio) / multiple)) * multiple;
      const offBy = Math.abs(Math.log(width / height / ratio)) + Math.abs(Math.log((width * height) / side ** 2));
      if (offBy < least) [best, least] = [{ width, height }, offBy];
    }
  }
  return best;
}

/** Of several sizes, the one nearest in shape; of these the first. */
export function nearestSize(sizes: readonly PictureSize[], aspect: Aspect): PictureSize {
  const off = ({ width, height }: PictureSize) => Math.abs(Math.log(width / height / ratioOf(aspect)));
  return sizes.reduce((best, one) => (off(one) < off(best) - 1e-9 ? one : best));
}
