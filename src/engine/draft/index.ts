export { createColourNamer, createPaletteOfAreas } from './colours/index.js';
export { type Draft, type DraftedThing, draftSchema } from './draft.js';
export { centredThings, createDrafts, type DraftMeasures, type Drafts, type DraftsOfAll, type Look } from './drafts.js';
export {
  areSizesKnown,
  blobSteps,
  boxSteps,
  isCover,
  isWeather,
  jointOf,
  kindOf,
  relationsIn,
  standingOf,
  type Way,
  WEARING,
  wornIn,
} from './layout/index.js';
export { asPainted, wordDescription } from './wording.js';
