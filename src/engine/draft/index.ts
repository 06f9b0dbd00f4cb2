export { createColourNamer, createPaletteOfAreas } from './colours/index.js';
export { type Draft, type DraftedThing, draftSchema } from './draft.js';
export { centredThings, createDrafts, type DraftMeasures, type Drafts, type DraftsOfAll, type Look } from './drafts.js';
export {
<<<<<<< HEAD
  areSizesKnown,
=======
  blobSteps,
  boxSteps,
>>>>>>> 661c4183 (Pictures that people bring are described: likest things by looks that tell things apart, colours and places as the memory's are measured, and how sure that is)
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
