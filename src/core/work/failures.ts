import { KaleidoError, type KaleidoErrorCode } from '../../engine/basics/index.js';
import { CoreError } from '../basics/index.js';
import type { Failure } from '../types.js';

/** What of the engine's errors may go away by itself: a full device, a file system that is away. */
const PASSING: readonly KaleidoErrorCode[] = ['model_failed', 'bundle_missing', 'bundle_corrupt', 'unwritable_output'];

/** An end of a generation that no new attempt would change, decided by the worker itself. */
export class GenerationFailed extends Error {
  override readonly name = 'GenerationFailed';
  readonly failure: Failure;

  constructor(failure: Failure) {
    super(failure.message);
    this.failure = failure;
  }
}

/** Whether the same work may succeed at another time: not when the request itself, or a rule, is what stopped it. */
export function isRetryable(error: unknown): boolean {
  if (error instanceof GenerationFailed || error instanceof CoreError) return false;
  return !(error instanceof KaleidoError) || PASSING.includes(error.code);
}

/**
 * What to record of an error that ended a generation. The text of errors that are not for people (an outage, a bug)
 * stays out: it goes to the log.
 */
export function failureOf(error: unknown): Failure {
  if (error instanceof GenerationFailed) return error.failure;
  if (error instanceof KaleidoError) {
    const message = error.hint ? `${error.message} ${error.hint}` : error.message;
    return { code: error.code, message, data: { ...error.data } };
  }
  if (error instanceof CoreError) return { code: error.code, message: error.message, data: { ...error.data } };
  return { code: 'internal', message: 'Something broke while the picture was made. Please try again.', data: {} };
}
