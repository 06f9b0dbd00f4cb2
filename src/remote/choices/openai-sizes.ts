import {
  ASPECTS,
  type Aspect,
  nearestSize,
  type PictureSize,
  SQUARE,
  sizeOfAspect,
} from '../../engine/basics/index.js';

/** Of which the sides of pictures are multiples, where a model takes any. */
const MULTIPLE = 64;

const size = (width: number, height: number): PictureSize => ({ width, height });

/** Sizes beside squares that models of OpenAI's take, by their names; they take no others. */
const SIZES: readonly (readonly [RegExp, readonly PictureSize[]])[] = [
  [/^dall-e-2/i, []],
  [/^dall-e-3/i, [size(1792, 1024), size(1024, 1792)]],
  [/^(?:gpt-image|chatgpt-image)/i, [size(1536, 1024), size(1024, 1536)]],
];

function sizesOf(model: string | undefined): readonly PictureSize[] | undefined {
  return SIZES.find(([name]) => name.test(model ?? ''))?.[1];
}

/** Shapes that a model of such an endpoint paints, or something near; all, where nothing else is known. */
export function aspectsOfOpenai(model: string | undefined): readonly Aspect[] {
  return sizesOf(model)?.length === 0 ? [SQUARE] : ASPECTS;
}

/**
 * The size of a picture in a shape: the nearest that the model takes.
 *
 * @param side of square pictures, in pixels
 */
export function openaiSize(model: string | undefined, side: number, aspect: Aspect): PictureSize {
  const sizes = sizesOf(model);
  return sizes === undefined || aspect === SQUARE
    ? sizeOfAspect(side, aspect, MULTIPLE)
    : nearestSize([size(side, side), ...sizes], aspect);
}
