export { type ImagineOptions, imagine, type Streams } from './imagine.js';
