export { failureOf, GenerationFailed, isRetryable } from './failures.js';
export { type WorkContext, type WorkHandler, WorkStopped } from './work.js';
