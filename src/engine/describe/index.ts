export { createDescriber, type Describer, type PictureDescription } from './describe.js';
