export { loadCommonJs } from './common-js.js';
export { KaleidoError, type KaleidoErrorCode, shortEcho } from './errors.js';
export { ANGLE_STEPS, LATENT_KINDS, type LatentKind, LOCATION_STEPS, SHARE_STEPS } from './limits.js';
export { ownValue, setOwnValue } from './own-value.js';
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
