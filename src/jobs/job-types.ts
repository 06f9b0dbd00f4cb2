import type { JobsOptions as JobOptions } from 'bullmq';
import { z } from 'zod';

/** What each kind of job carries: ids only, everything else is read from the store. */
export interface JobPayloads {
  generation: {
    generationId: string;
    /** Whose turn it uses up. */
    userKey: string;
    /** It lets others have a place before it. */
    isPatient?: boolean | undefined;
    /** It was put aside because its painter is away. */
    aside?: Aside | undefined;
  };
}

/** How long a job has been put aside, since something of it was last done. */
export interface Aside {
  /** Milliseconds since 1970, by the clock of the worker that put it aside first. */
  since: number;
  /** How often, ≥ 1. */
  times: number;
}

export type JobName = keyof JobPayloads;

/** The one job there is: plan and paint a generation. */
export const GENERATION_JOB = 'generation' satisfies JobName;

const payloadSchema: z.ZodType<JobPayloads['generation']> = z.object({
  generationId: z.string().min(1),
  userKey: z.string(),
  isPatient: z.boolean().optional(),
  // What cannot be read is as good as not there.
  aside: z.object({ since: z.number(), times: z.int().positive() }).optional().catch(undefined),
});

/** Reads the payload of a job that any version of this program may have written; null for what none of them did. */
export function readPayload(data: unknown): JobPayloads['generation'] | null {
  return payloadSchema.safeParse(data).data ?? null;
}

/** BullMQ refuses ids that read as whole numbers, and a generation's id may by chance be all digits. */
const PREFIX = 'g-';

/** The job id of a generation, always the same. */
export function jobIdOf(generationId: string): string {
  return PREFIX + generationId;
}

/** The generation of a job id. */
export function generationIdOf(jobId: string): string {
  return jobId.slice(PREFIX.length);
}

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
export function jobOptions({ attempts, backoffMs }: RetryPolicy): JobOptions {
  return {
    attempts,
    backoff: { type: 'exponential', delay: backoffMs },
    removeOnComplete: { age: DAY, count: 200 },
    removeOnFail: { age: 7 * DAY, count: 500 },
    stackTraceLimit: 3,
  };
}
