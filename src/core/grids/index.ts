export { cancelUseCase, deleteUseCase } from './cancel-and-delete.js';
export { codeUseCases } from './code.js';
export { cellOf, findParent, requireFinished, requireLatent } from './find.js';
export { historyUseCases, showUseCase } from './history.js';
export { markUseCase } from './mark.js';
export { packUseCases } from './pack.js';
export { pictureUseCases } from './picture.js';
export { pinUseCases } from './pins.js';
export { savedPinUseCases } from './saved-pins.js';
