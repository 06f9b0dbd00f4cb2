export { hasSky, inAirsOf, tintedAs } from './sky.js';
