export { BrokenBits, readBits, readText, writeText } from './bit-values.js';
export { BitReader, BitWriter, bitsFor } from './bits.js';
export { type Blob, blobs } from './blobs.js';
export { type Box, boxes, type Edges, edgesAbout } from './boxes.js';
export { colourName, createColourIndex, parseColour } from './colours.js';
export type { Pairwise } from './features.js';
export { addFeature, coveredCells, jaccard, words } from './features.js';
export { IdSet } from './id-set.js';
export type { Grammar } from './kind.js';
export { KIND_NAMES, kindList, kindNamed, WRITTEN_KINDS } from './kind-names.js';
export { LATENT_KINDS, type LatentKind, type LatentName, type Latents, type LatentValue, latentKind } from './kinds.js';
export {
  drawLatents,
  EDITABLE_KINDS,
  editableText,
  encodeContent,
  formatLatent,
  latentsSchema,
  latentTexts,
  leftByEdit,
  pickKinds,
  presentKinds,
  shortenLatent,
} from './latents.js';
export { palette, paletteSimilarity, type Swatch } from './palette.js';
export { findKind, parsePin } from './pins.js';
export { type PlaceWord, placeWord } from './places.js';
export type { ChipShape, EllipseShape, RectShape, Shape } from './shapes.js';
export { clamp } from './steps.js';
export type { BundleTerms, SimilarityTerms, TextPieces } from './terms.js';
export { shortenText } from './text-ids.js';
