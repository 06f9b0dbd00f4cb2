export { centredThings } from './centred.js';
export { type Draft, type DraftedThing, draftSchema } from './draft.js';
export { createDrafts, type DraftMeasures, type Drafts, type Look } from './drafts.js';
export { toOklab } from './oklab.js';
export { kindOf, WEARING, wornIn } from './standing.js';
