import type { GenerationQueue } from './backend.js';
import type { Ticket } from './fairness.js';
import { readPayload } from './job-types.js';

/** Job ids as they stand in the queue. */
export interface Line {
  active: string[];
  /** In the order in which they will run. */
  waiting: string[];
  /** When reading began; what was added later may be missing. */
  readAt: number;
}

/** Who stands in the queue. */
export interface LineReader {
  read(): Promise<Line>;
  /** Tickets of everybody in the line and of those that have joined since it was read, or are about to. */
  tickets(line: Line): Promise<Ticket[]>;
  /** Counts a job in while it is added, so that requests at the same moment see each other. */
  join(jobId: string, ticket: Ticket, add: () => Promise<unknown>): Promise<void>;
}

/**
 * Reads ids only: user and priority of a job never change, so each job is looked up once, and jobs added here not at all. What
 * is remembered is a cache; another program reads the same from the queue.
 */
export function createLineReader(queue: GenerationQueue): LineReader {
  const known = new Map<string, Ticket>();
  /** When jobs from here were in the queue; infinite while they are not. */
  const joined = new Map<string, number>();

  const lookUp = async (jobId: string): Promise<void> => {
    if (known.has(jobId)) return;
    const job = await queue.getJob(jobId);
    if (job) known.set(jobId, { userKey: readPayload(job.data).userKey, priority: job.priority || 1 });
  };

  const forget = (jobId: string): void => {
    known.delete(jobId);
    joined.delete(jobId);
  };

  return {
    async read() {
      const readAt = performance.now();
      // One list a call: of several, BullMQ would mix the ids.
      const [active, first, prioritized] = await Promise.all([
        queue.getRanges(['active'], 0, -1, true),
        queue.getRanges(['wait'], 0, -1, true),
        queue.getRanges(['prioritized'], 0, -1, true),
      ]);
      return { active, waiting: [...first, ...prioritized], readAt };
    },
    async tickets({ active, waiting, readAt }) {
      const present = new Set([...active, ...waiting]);
      await Promise.all([...present].map(lookUp));
      for (const jobId of known.keys()) {
        if (!present.has(jobId) && (joined.get(jobId) ?? 0) < readAt) forget(jobId);
      }
      return [...known.values()];
    },
    async join(jobId, ticket, add) {
      known.set(jobId, ticket);
      joined.set(jobId, Number.POSITIVE_INFINITY);
      try {
        await add();
        joined.set(jobId, performance.now());
      } catch (error) {
        forget(jobId);
        throw error;
      }
    },
  };
}
