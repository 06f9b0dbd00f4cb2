export { isPosed } from './bodies/index.js';
export { createColourNamer, createPaletteOfAreas } from './colours/index.js';
export { composeLayers, type Texture, type TexturedLayer } from './compose.js';
export { type Draft, type DraftedThing, draftSchema } from './draft.js';
export {
  centredThings,
  createDrafts,
  type DraftMeasures,
  type Drafts,
  type DraftsOfAll,
  type Look,
  type Sign,
} from './drafts.js';
export {
  areSizesKnown,
  blobSteps,
  type CanvasMap,
  type Clip,
  type Frame,
  isAstride,
  isChase,
  isCover,
  isFurniture,
  isHeadOf,
  isHood,
  isOnTheMove,
  isPairWay,
  isPlayedBehind,
  isRiddenBy,
  isSpotWay,
  isTable,
  isWeather,
  jointOf,
  kindOf,
  mapped,
  type Oval,
  type PairWay,
  type Rim,
  relationsIn,
  standingOf,
  type Way,
  WEARING,
  wornIn,
} from './layout/index.js';
export { boxSeen, measureExtent } from './own/index.js';
export { textureOfImage } from './textures.js';
export { asPainted, wordDescription } from './wording.js';
