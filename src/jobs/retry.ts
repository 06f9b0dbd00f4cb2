import type { JobsOptions } from 'bullmq';

/** How often work that failed is tried again. */
export interface RetryPolicy {
  /** Attempts in all, ≥ 1. */
  attempts: number;
  /** Wait before the second attempt in ms; doubles with each further one. */
  backoffMs: number;
}

export const DEFAULT_RETRY: RetryPolicy = { attempts: 3, backoffMs: 2_000 };

const DAY = 24 * 60 * 60;

/** Options of a job. Ended jobs are kept for a while, for estimates and for the operator, and never without limit. */
export function jobOptions({ attempts, backoffMs }: RetryPolicy): JobsOptions {
  return {
    attempts,
    backoff: { type: 'exponential', delay: backoffMs },
    removeOnComplete: { age: DAY, count: 200 },
    removeOnFail: { age: 7 * DAY, count: 500 },
    stackTraceLimit: 3,
  };
}
