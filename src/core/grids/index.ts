export { artworksOf } from './artworks.js';
export { cancelUseCase, deleteUseCase } from './cancel-and-delete.js';
export { type CarriedOver, carryDraft, carryOver, carryTask } from './carry-over.js';
export { codeUseCases } from './code.js';
export { latentDiff } from './diff.js';
export { cellOf, findParent, requireFinished, requireLatent } from './find.js';
export { historyUseCases, showUseCase } from './history.js';
export { markUseCase } from './mark.js';
export { pictureUseCases } from './picture.js';
export { pinUseCases } from './pins.js';
export { savedPinUseCases } from './saved-pins.js';
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
