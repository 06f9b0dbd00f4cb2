import { EngineError, type EngineErrorCode, KaleidoError, type NoData } from '../../engine/basics/index.js';
import { CoreError, isOutage } from '../basics/index.js';
import type { Failure } from '../types.js';

/** What of the engine's errors may go away by itself: a full device, a file system that is away. */
const PASSING: readonly EngineErrorCode[] = ['model_failed', 'bundle_missing', 'bundle_corrupt', 'painter_failed'];

/** Ends of a generation that the worker itself decides. */
export interface WorkErrors {
  /** A picture that was to be kept has been deleted. @param cell from 1 */
  parent_gone: { cell: number };
  /** A picture of somebody's own, which the prompt calls so, has been deleted. */
  own_picture_gone: { name: string };
  /** Every plan for a picture says the blocked term. @param cell from 1 */
  blocked_latents: { term: string; kind: string; cell: number };
  /** It was accepted for an engine over HTTP, and this worker was told of none. */
  painter_missing: NoData;
  /** The worker ended each time that it began on it. */
  workers_died: { starts: number };
}

/** An end of a generation that no new attempt would change, decided by the worker itself. */
export class GenerationFailed extends KaleidoError<WorkErrors> {}

/** Whether the same work may succeed at another time: not when the request itself, or a rule, is what stopped it. */
export function isRetryable(error: unknown): boolean {
  if (error instanceof GenerationFailed || error instanceof CoreError) return false;
  return (
    !(error instanceof KaleidoError) ||
    isOutage(error) ||
    (error instanceof EngineError && PASSING.includes(error.code))
  );
}

/** What to record of an error that ended a generation. What nobody expected goes to the log alone. */
export function failureOf(error: unknown): Failure {
  if (!(error instanceof KaleidoError)) return { code: 'internal', message: '', data: {} };
  return { code: error.code, message: error.message, data: { ...error.data } };
}
