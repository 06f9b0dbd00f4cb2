import type { QueueEventsListener } from 'bullmq';
import { z } from 'zod';
import type { Progress } from '../core/index.js';

/**
 * What programs tell each other through the queue's event stream besides BullMQ's own events. Each carries a job id.
 * - `stop`: the worker that runs the job shall stop
 * - `ended`: the job was taken out before it ran
 * - `hello`: a subscriber listens for its own, to know that it is subscribed
 */
export interface Signals extends QueueEventsListener {
  stop: (args: { jobId: string }) => void;
  ended: (args: { jobId: string }) => void;
  hello: (args: { jobId: string }) => void;
}

const progressSchema: z.ZodType<Progress> = z.object({
  generationId: z.string(),
  phase: z.enum(['planning', 'painting']),
  step: z.int().nonnegative(),
  steps: z.int().nonnegative(),
  previewKey: z.string().nullable(),
});

/** What a worker wrote as progress, or null when it is not ours. */
export function readProgress(data: unknown): Progress | null {
  const parsed = progressSchema.safeParse(data);
  return parsed.success ? parsed.data : null;
}
