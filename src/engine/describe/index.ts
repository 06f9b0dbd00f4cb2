export { createDescriber, type Describer, type PictureDescription } from './describe.js';
export { describedPicture } from './described-picture.js';
