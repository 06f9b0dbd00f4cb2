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

/**
 * Thrown by work whose painter is away, after what was done of it was kept: its place goes to others, and it is given
 * out again after a while, which is no attempt at it.
 */
export class WorkPutAside extends Error {
  override readonly name = 'WorkPutAside';
  /** Something was painted since it was given out last. */
  readonly hasMoved: boolean;

  constructor(hasMoved: boolean) {
    super('The painter is away.');
    this.hasMoved = hasMoved;
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
  /** Whether it may still throw `WorkPutAside`, which has an end; default: no. */
  mayPutAside?: boolean;
}

/**
 * Works on one generation. What it throws decides whether the job is tried again: see `isRetryable` in failures.ts.
 */
export type WorkHandler = (generationId: string, context: WorkContext) => Promise<void>;
