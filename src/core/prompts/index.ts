export { alternativesOf, promptsOf } from './alternatives.js';
export { aspectFor, type PaintersHere, paintsAspect, withShapesSaid } from './aspect.js';
export { findStyle } from './find-style.js';
export { generationNotices, isOfAnyPainter, type PromptNotice, promptNotices, requireKnown } from './prompt-notices.js';
export { readPins } from './read-pins.js';
