import { z } from 'zod';
import type { QueueConfig } from '../../../src/jobs/backend.js';

const schema = z.object({ backend: z.enum(['postgres', 'redis']), url: z.string(), name: z.string() });

/** The queue that a test passed to a child process as JSON. */
export function readQueueConfig(json: string): QueueConfig {
  return schema.parse(JSON.parse(json));
}
