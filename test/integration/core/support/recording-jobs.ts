import type { Jobs } from '../../../../src/core/ports.js';
import type { PictureDescription } from '../../../../src/engine/describe/describe.js';

/** A queue that only remembers what it was asked: here nothing is queued, and nobody works. */
export interface RecordingJobs extends Jobs {
  readonly enqueued: { generationId: string; userKey: string; isPatient: boolean }[];
  readonly cancelled: string[];
  /** While true it cannot be reached. */
  isDown: boolean;
  /** What is said of any picture. */
  described: PictureDescription | null;
}

export function createRecordingJobs(): RecordingJobs {
  const jobs: RecordingJobs = {
    enqueued: [],
    cancelled: [],
    isDown: false,
    described: null,
    async enqueue(generationId, userKey, isPatient = false) {
      requireUp();
      jobs.enqueued.push({ generationId, userKey, isPatient });
    },
    async cancel(generationId) {
      requireUp();
      jobs.cancelled.push(generationId);
    },
    async position() {
      requireUp();
      return { ahead: 2, etaSeconds: 30 };
    },
    missing: async (ids) => ids.filter((id) => !jobs.enqueued.some(({ generationId }) => generationId === id)),
    async counts() {
      return { waiting: 3, active: 1, failed: 0 };
    },
    describe: async () => jobs.described,
    subscribe: () => () => undefined,
    ping: async () => requireUp(),
    close: async () => undefined,
  };
  function requireUp(): void {
    if (jobs.isDown) throw new Error('connection refused');
  }
  return jobs;
}
