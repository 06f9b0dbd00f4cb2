export { ASPECTS, type Aspect, nearestSize, type PictureSize, ratioOf, SQUARE, sizeOfAspect } from './aspects.js';
export { loadCommonJs } from './common-js.js';
export {
  type DraftProblem,
  EngineError,
  type EngineErrorCode,
  type EngineErrors,
  type HowToWrite,
  type PinProblem,
  REFUSED_WHYS,
  type RefusedWhy,
} from './engine-error.js';
export { KaleidoError, type NoData, shortEcho, type Thrown } from './errors.js';
export { fromHalf, toHalf } from './half.js';
export {
  ANGLE_STEPS,
  DEFAULT_COUNT,
  DEFAULT_STRENGTH,
  DEFAULT_UPSCALE,
  DEFAULT_VARIETY,
  LIMITS,
  LOCATION_STEPS,
  LONGEST_PROMPT,
  RANGES,
  SHARE_STEPS,
} from './limits.js';
export { namesOf } from './names-of.js';
export { chromaOf, type Lab, labDistance, labOf, labPixels, nearestLab, SOLID, toOklab, toSrgb } from './oklab.js';
export { ownValue, setOwnValue } from './own-value.js';
export { isWithin, type Range, rangeText } from './ranges.js';
export { createRecent } from './recent.js';
export { makeFolder, readRegularFile } from './regular-files.js';
export type { RgbaImage } from './rgba-image.js';
export { createRng, type Rng } from './rng.js';
export {
  elementCount,
  type FloatTensor,
  floatTensor,
  type IntTensor,
  intTensor,
  lowHalves,
  repeatAlong,
  type Tensor,
} from './tensor.js';
export { problemOf, telling, type ValueProblem } from './value-problem.js';
