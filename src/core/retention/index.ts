export { removeFiles } from './files.js';
export { forgetUseCases } from './forget.js';
export { sweep } from './sweep.js';
