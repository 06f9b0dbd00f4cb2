import type { Progress } from '../types.js';

/**
 * Why running work is told to stop.
 * - `cancelled`: a person asked for it
 * - `handed_back`: the worker closes; another one will take the job
 * - `lost`: the work was given to another worker, because this one did not answer in time
 */
export type StopKind = 'cancelled' | 'handed_back' | 'lost';

/** The abort reason of a worker's signal. */
export class WorkStopped extends Error {
  override readonly name = 'WorkStopped';
  readonly kind: StopKind;

  constructor(kind: StopKind) {
    super(kind);
    this.kind = kind;
  }
}

/** What a worker's queue gives to the work on one generation. */
export interface WorkContext {
  /** Aborted with a `WorkStopped`. */
  signal: AbortSignal;
  /** Tells all who subscribed; calls in quick succession may be merged into the latest. */
  report(progress: Progress): void;
  /** Whether a failure now is final. */
  isLastAttempt: boolean;
}

/**
 * Works on one generation. What it throws decides whether the job is tried again: see `isRetryable` in failures.ts.
 */
export type WorkHandler = (generationId: string, context: WorkContext) => Promise<void>;
