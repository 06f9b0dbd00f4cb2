export { artworksOf, artworksWithSigns, drawnAfter } from './artworks.js';
export { type CarriedOver, carryDraft, carryOver, carryTask } from './carry-over.js';
export { latentDiff } from './diff.js';
export { movingKeyOf } from './moving-key.js';
export { nameKey, nameOf } from './own-names.js';
export { ownOf, ownThingOf, withOwnAtHand } from './own-things.js';
export {
  cellSeed,
  type Given,
  given,
  giving,
  hasLost,
  madeOf,
  newCell,
  onlyCell,
  partOf,
  pinsHeld,
  pinsOf,
  rerollTasks,
  withChosen,
} from './tasks.js';
