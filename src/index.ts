export { errorText } from './chat/errors/index.js';
export {
  type DraftProblem,
  EngineError,
  type EngineErrorCode,
  type EngineErrors,
  type HowToWrite,
  KaleidoError,
  type NoData,
  type PinProblem,
  type RgbaImage,
  type Thrown,
  type ValueProblem,
} from './engine/basics/index.js';
export { type Bundle, loadBundle } from './engine/bundle/index.js';
export { type CodedLatents, decodeLatentCode, encodeLatentCode } from './engine/codes/index.js';
export {
  createLatentContext,
  createTextTokenizer,
  type LatentContext,
  type PromptIds,
  type TextTokenizer,
  type TokenizerSource,
} from './engine/context/index.js';
export type {
  Clip,
  Draft,
  DraftedThing,
  Frame,
  Oval,
  Rim,
  Sign,
  Texture,
  TexturedLayer,
} from './engine/draft/index.js';
export {
  type Blob,
  type Box,
  type BundleTerms,
  type ChipShape,
  drawLatents,
  type EllipseShape,
  formatLatent,
  type LatentKind,
  type Latents,
  parsePin,
  presentKinds,
  type RectShape,
  type Shape,
  type Swatch,
  type TextPieces,
} from './engine/latents/index.js';
export { type Manifest, visualTokenizerOf } from './engine/manifest/index.js';
export type { Daylight, Group, GroupWay, PartColour, PartName, Pattern, PatternName } from './engine/memory/index.js';
export { type OwnFace, type OwnNamed, type OwnThing, ownThing } from './engine/own/index.js';
export {
  type AboutPainter,
  createPainter,
  type OpenPainter,
  type Painter,
  type PainterAbilities,
  type PainterOptions,
  type PictureEvent,
  type PictureRequest,
  type PictureSource,
  type PictureStart,
  type UpscaleRequest,
} from './engine/painters/index.js';
export { createEngine, type EngineOptions } from './engine/pipeline/index.js';
export type {
  CadsOptions,
  CellPlan,
  Engine,
  GuidanceName,
  PaintEvent,
  PaintRequest,
  Plan,
  PlanRequest,
  SamplerName,
  SharedPaintRequest,
} from './engine/requests/index.js';
export type { Provider, SessionOptions } from './engine/runtime/index.js';
export type { ReadOptions } from './engine/words/index.js';
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
