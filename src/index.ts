export { errorText } from './chat/errors/index.js';
export { EngineError, type EngineErrorCode, type EngineErrors, KaleidoError } from './engine/basics/index.js';
export { type Bundle, loadBundle } from './engine/bundle/index.js';
export { decodeLatentCode, encodeLatentCode } from './engine/codes/index.js';
export type { Blob, Box, LatentKind, Latents, Shape, Swatch } from './engine/latents/index.js';
export {
  createLatentContext,
  createTextTokenizer,
  drawLatents,
  formatLatent,
  type LatentContext,
  parsePin,
  presentKinds,
  type TextTokenizer,
} from './engine/latents/index.js';
export type { Manifest } from './engine/manifest/index.js';
export { createEngine } from './engine/pipeline/index.js';
export type * from './engine/requests/index.js';
export type { Provider, SessionOptions } from './engine/runtime/index.js';
export {
  type GridCell,
  ImageError,
  type ImageErrors,
  type ImageRecord,
  readMetadata,
  renderGrid,
  renderSingle,
} from './images/index.js';
export { SHIPPED_BUNDLE } from './package-info.js';
