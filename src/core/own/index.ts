export { pictureBlockUseCases, requireNoneBlocked } from './blocked.js';
export { describeUseCase } from './describe.js';
export { ownPictures } from './own-pictures.js';
export { savedThingUseCases } from './saved-things.js';
