import type { DeliverySettings } from './delivery-options.js';
import type { Locks } from './locks.js';
import { showUpdate } from './show.js';

/** Tells those who wait how far the queue has moved. */
export interface QueuePositions {
  /** The queue has moved: a round follows, at most one in a while. */
  note(): void;
  /** Begins no new round, and resolves when the one under way has ended. */
  stop(): Promise<void>;
}

/** Generations that a round looks at for each that it may edit: some are running, or of other platforms. */
const LOOKED_AT = 5;

/** New places in the queue, on the messages of the first ones waiting. */
export function createQueuePositions(settings: DeliverySettings, locks: Locks): QueuePositions {
  const { store, jobs, clock, log, positionsEveryMs, positionsAtOnce } = settings;
  /** Places that were shown last; lost at a restart, which costs an edit each. */
  let shown = new Map<string, number>();
  let timer: NodeJS.Timeout | null = null;
  let round: Promise<void> | null = null;
  let notBefore = 0;
  let isStopped = false;
  let hasMoved = false;

  function schedule(): void {
    if (isStopped || timer !== null || round !== null || !hasMoved) return;
    timer = setTimeout(
      () => {
        timer = null;
        hasMoved = false;
        round = tell()
          .catch((error: unknown) => log.warn({ err: error }, 'places in the queue were not shown'))
          .finally(() => {
            round = null;
            notBefore = performance.now() + positionsEveryMs;
            schedule();
          });
      },
      Math.max(0, notBefore - performance.now()),
    );
  }

  async function tell(): Promise<void> {
    const before = shown;
    shown = new Map();
    let edits = 0;
    const unfinished = await store.generations.unfinished(clock());
    for (const { id } of unfinished.slice(0, LOOKED_AT * positionsAtOnce)) {
      if (isStopped || edits >= positionsAtOnce) break;
      const position = await jobs.position(id);
      const last = before.get(id);
      if (last !== position.ahead) {
        const outcome = await update(id, position);
        if (outcome === 'over' || outcome === 'foreign') continue;
        edits++;
      }
      shown.set(id, position.ahead);
    }
  }

  async function update(id: string, position: { ahead: number; etaSeconds: number | null }) {
    try {
      return await locks.run(id, () => showUpdate(settings, id, { position }));
    } catch (error) {
      // The place changes again, or the final card comes.
      log.debug({ err: error, generationId: id }, 'a place in the queue was not shown');
      return 'dropped';
    }
  }

  return {
    note() {
      hasMoved = true;
      schedule();
    },
    async stop() {
      isStopped = true;
      if (timer !== null) clearTimeout(timer);
      await round;
    },
  };
}
