export { createDescriber, type Describer, type PictureDescription, type PictureToDescribe } from './describe.js';
