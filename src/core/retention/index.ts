export { removeFiles } from './files.js';
export { forgetUseCases } from './forget.js';
export { type RetentionDeps, sweep } from './sweep.js';
