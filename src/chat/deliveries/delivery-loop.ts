import type { JobEvent } from '../../core/index.js';
import { type DeliveryLoopOptions, withDefaults } from './delivery-options.js';
import { FinalDeliveries } from './final-deliveries.js';
import { createLocks } from './locks.js';
import { ProgressEdits } from './progress-edits.js';
import { QueuePositions } from './queue-positions.js';

export type { DeliveryLoopOptions } from './delivery-options.js';

/** Brings generations to the people who asked for them, on one platform. */
export interface DeliveryLoop {
  start(): void;
  /** Resolves when what is being shown is shown; everything else stays in the outbox for the next start. */
  stop(): Promise<void>;
}

/**
 * Shows progress, places in the queue and results. Results come from the outbox, so that none is lost with a process:
 * the queue's events only make it faster. Each result is shown once: it is claimed in the database, and while this
 * process lives it is not shown again even when the database cannot be told. Should the process die between showing and
 * recording, the next one edits the same message.
 */
export function createDeliveryLoop(options: DeliveryLoopOptions): DeliveryLoop {
  const settings = withDefaults(options);
  const locks = createLocks();
  const progressEdits = new ProgressEdits(settings, locks);
  const positions = new QueuePositions(settings, locks);
  const finals = new FinalDeliveries(settings, locks);
  let unsubscribe: (() => void) | null = null;
  let poll: NodeJS.Timeout | null = null;

  function hear(event: JobEvent): void {
    // Whether one starts or ends, those behind it move up.
    positions.note();
    if (event.type === 'progress') {
      progressEdits.note(event.progress);
      return;
    }
    progressEdits.forget(event.generationId);
    finals.wake();
  }

  return {
    start() {
      unsubscribe = settings.jobs.subscribe(hear);
      poll = setInterval(() => finals.wake(), settings.pollEveryMs);
      finals.wake();
    },
    async stop() {
      unsubscribe?.();
      if (poll !== null) clearInterval(poll);
      await Promise.all([progressEdits.stop(), positions.stop(), finals.stop()]);
    },
  };
}
