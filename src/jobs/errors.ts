import { KaleidoError } from '../engine/basics/index.js';

/** What of the queue cannot be used. */
export interface JobErrors {
  /** The queue cannot be reached. */
  queue_unavailable: { backend: string };
}

/** A queue that cannot be used, for the host to mend. */
export class JobError extends KaleidoError<JobErrors> {}
