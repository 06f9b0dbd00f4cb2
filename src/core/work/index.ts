export { allAttemptKeys, attemptKeys } from './attempt-keys.js';
export { failureOf, GenerationFailed, isRetryable, type WorkErrors } from './failures.js';
export { type WorkContext, type WorkHandler, WorkStopped } from './work.js';
