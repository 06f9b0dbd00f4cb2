export { blobs } from './blobs.js';
export { boxes } from './boxes.js';
export { createColourIndex } from './colours.js';
export { createLatentContext, type Grammar, type LatentContext, readWords } from './context.js';
export { IdSet } from './id-set.js';
export type { LatentValue } from './kind.js';
export { KIND_NAMES, kindList, kindNamed, WRITTEN_KINDS } from './kind-names.js';
export {
  drawLatents,
  encodeContent,
  findKind,
  formatLatent,
  latentKind,
  latentsSchema,
  parsePin,
  pickKinds,
  presentKinds,
} from './kinds.js';
export { type Blob, type Box, LATENT_KINDS, type LatentKind, type Latents, type Swatch } from './latents.js';
export { palette } from './palette.js';
export type { ChipShape, EllipseShape, RectShape, Shape } from './shapes.js';
export { clamp } from './steps.js';
export { createTextTokenizer, type PromptIds, type TextTokenizer, type TokenizerSource } from './text-tokenizer.js';
export { visualTokens } from './visual-tokens.js';
