import type { Log } from '../core/basics/index.js';
import type { Attempt, GenerationStore } from '../core/index.js';
import { WorkStopped } from '../core/work/index.js';

/** Milliseconds between two looks into the store. */
const EVERY = 2_000;

/** Tells work to stop when the store says so. */
export interface StopWatch {
  /** Aborted with a `WorkStopped`. */
  signal: AbortSignal;
  stop(): void;
}

/**
 * Joins the queue's own signal with what the store knows: that a cancel was asked for, or that another worker began
 * anew, is certain there, while the message to this worker may be lost, or come just before the work begins.
 */
export function watchStop(
  { id, attempt }: Attempt,
  signal: AbortSignal,
  generations: Pick<GenerationStore, 'find'>,
  log: Log,
): StopWatch {
  const asked = new AbortController();
  const look = async () => {
    const generation = await generations.find(id);
    // Ended meanwhile, by another worker or by deletion: nobody wants the rest either.
    if (generation !== null && generation.attempt !== attempt) asked.abort(new WorkStopped('lost'));
    else if (generation === null || generation.cancelRequestedAt !== null || generation.finishedAt !== null) {
      asked.abort(new WorkStopped('cancelled'));
    }
  };
  const timer = setInterval(() => {
    look().catch((err: unknown) =>
      log.debug({ err, generationId: id }, 'the store could not be asked whether work goes on'),
    );
  }, EVERY);
  return { signal: AbortSignal.any([signal, asked.signal]), stop: () => clearInterval(timer) };
}
