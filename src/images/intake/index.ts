export { asThing } from './as-thing.js';
export { cutOut } from './cut-out.js';
export { takePicture } from './take-picture.js';
export { toDescribe } from './to-describe.js';
