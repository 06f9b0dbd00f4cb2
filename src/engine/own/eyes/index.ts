export { findFace } from './find-eyes.js';
export type { OwnFace } from './own-face.js';
