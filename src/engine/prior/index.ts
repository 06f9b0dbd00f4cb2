export { withAheadInput } from './ahead-input.js';
export { createPrior, type Prior } from './prior.js';
export type { PromptEncoding } from './prompt-encoder.js';
export { meanScore, type Score } from './row-walk.js';
export type { PriorSampleRequest, RowSample } from './sample-rows.js';
export type { DescriptionScore } from './score-descriptions.js';
