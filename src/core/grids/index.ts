export { artworksOf } from './artworks.js';
export { cancelUseCase } from './cancel.js';
export { type CarriedOver, carryDraft, carryOver } from './carry-over.js';
export { carryTask } from './carry-task.js';
export { codeUseCases } from './code.js';
export { deleteUseCase } from './delete.js';
export { latentDiff } from './diff.js';
export { cellOf, findParent, requireFinished, requireLatent } from './find.js';
export { historyUseCases } from './history.js';
export { markUseCase } from './mark.js';
export { pictureUseCases } from './picture.js';
export { pinUseCases } from './pins.js';
export { savedPinUseCases } from './saved-pins.js';
export { showUseCase } from './show.js';
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
