export { allAttemptKeys, attemptKeys, ownCellKeys } from './attempt-keys.js';
export { failureOf, GenerationFailed, isRetryable, type WorkErrors } from './failures.js';
export { type WorkContext, type WorkHandler, WorkPutAside, WorkStopped } from './work.js';
