import type { GenerationQueue } from './backend.js';
import { fairPriority, type Ticket } from './fairness.js';
import { readPayload } from './job-types.js';

/** Milliseconds that a reading of the line is good for, for each job in it, and at most. */
const GOOD_MS_A_JOB = 0.1;
const LONGEST_GOOD_MS = 1000;

/** Job ids as they stand in the queue. */
export interface QueueLine {
  active: string[];
  /** In the order in which they will run. */
  waiting: string[];
}

/** Who stands in the queue. */
export interface LineReader {
  read(): Promise<QueueLine>;
  /** All that will run or runs, those that wait for another attempt too. */
  present(): Promise<ReadonlySet<string>>;
  /**
   * Adds a job behind its user's others. Requests at the same moment see each other, those of this program exactly.
   *
   * @param add adds it to the queue with the priority given
   */
  join(jobId: string, userKey: string, add: (priority: number) => Promise<unknown>): Promise<void>;
}

/** A reading of the line, begun at a time of `performance.now()`. */
interface Reading {
  at: number;
  line: Promise<QueueLine>;
}

/**
 * Reads ids only: user and priority of a job never change, so each job is looked up once, and jobs added here not at
 * all. What is remembered is a cache; another program reads the same from the queue.
 */
export function createLineReader(queue: GenerationQueue): LineReader {
  const recent = recently(() => readLine(queue));
  const tickets = new Tickets(queue);
  return {
    read: () => recent().line,
    async present() {
      // In the order in which jobs move on, so that one that does so meanwhile is seen in its old list or its new one.
      const delayed = await queue.getRanges(['delayed'], 0, -1, true);
      const { active, waiting } = await readLine(queue);
      return new Set([...delayed, ...waiting, ...active]);
    },
    async join(jobId, userKey, add) {
      const { at, line } = recent();
      const { active, waiting } = await line;
      await tickets.update(new Set([...active, ...waiting]), at);
      // From here to the call of `add` nothing is awaited: whoever comes next counts this one in.
      const priority = tickets.draw(jobId, userKey);
      try {
        await add(priority);
        tickets.isIn(jobId);
      } catch (error) {
        tickets.forget(jobId);
        throw error;
      }
    },
  };
}

async function readLine(queue: GenerationQueue): Promise<QueueLine> {
  // One list a call: of several, BullMQ would mix the ids.
  const [active, first, prioritized] = await Promise.all([
    queue.getRanges(['active'], 0, -1, true),
    queue.getRanges(['wait'], 0, -1, true),
    queue.getRanges(['prioritized'], 0, -1, true),
  ]);
  return { active, waiting: [...first, ...prioritized] };
}

/** The line as it was a moment ago: the longer it is the longer a reading is good, or each request would read all. */
function recently(read: () => Promise<QueueLine>): () => Reading {
  let latest: (Reading & { isGood: () => boolean }) | null = null;
  return () => {
    if (latest?.isGood()) return latest;
    const at = performance.now();
    let goodUntil = Number.POSITIVE_INFINITY;
    const line = read().then(
      (found) => {
        const length = found.active.length + found.waiting.length;
        goodUntil = performance.now() + Math.min(length * GOOD_MS_A_JOB, LONGEST_GOOD_MS);
        return found;
      },
      (error: unknown) => {
        goodUntil = 0;
        throw error;
      },
    );
    latest = { at, line, isGood: () => performance.now() < goodUntil };
    return latest;
  };
}

/** The tickets of all jobs in the line, as far as they are known. */
class Tickets {
  readonly #known = new Map<string, Ticket>();
  /** When jobs from here were in the queue; infinite while they are not. */
  readonly #joined = new Map<string, number>();
  readonly #queue: GenerationQueue;

  constructor(queue: GenerationQueue) {
    this.#queue = queue;
  }

  /** Looks up those that a reading found and nobody knows, and forgets those that it did not find. */
  async update(present: ReadonlySet<string>, readAt: number): Promise<void> {
    await Promise.all([...present].filter((id) => !this.#known.has(id)).map((id) => this.#lookUp(id)));
    for (const other of this.#known.keys()) {
      if (!present.has(other) && (this.#joined.get(other) ?? 0) < readAt) this.forget(other);
    }
  }

  /** Gives a new job its priority among those that are known. */
  draw(jobId: string, userKey: string): number {
    const priority = fairPriority(userKey, this.#known.values());
    this.#known.set(jobId, { userKey, priority });
    this.#joined.set(jobId, Number.POSITIVE_INFINITY);
    return priority;
  }

  isIn(jobId: string): void {
    this.#joined.set(jobId, performance.now());
  }

  forget(jobId: string): void {
    this.#known.delete(jobId);
    this.#joined.delete(jobId);
  }

  async #lookUp(jobId: string): Promise<void> {
    if (this.#known.has(jobId)) return;
    const job = await this.#queue.getJob(jobId);
    // A job that says nothing of its user is nobody's, but stands in the line all the same.
    if (job) this.#known.set(jobId, { userKey: readPayload(job.data)?.userKey ?? '', priority: job.priority || 1 });
  }
}
