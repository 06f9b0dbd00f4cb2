import type { Log } from '../core/basics/index.js';
import type { Attempt, Clock, Generation, GenerationStatus, GenerationStore } from '../core/index.js';
import { failureOf, isRetryable, type WorkContext, WorkStopped } from '../core/work/index.js';
import { EngineError } from '../engine/basics/index.js';
import type { StoredGrid } from './grid-files.js';
import { createPatience, type Patience } from './patience.js';

/** What outcomes are recorded with. */
export interface OutcomeDeps {
  generations: Pick<GenerationStore, 'find' | 'finish' | 'fail' | 'cancelled'>;
  clock: Clock;
  log: Log;
  onEnded(status: GenerationStatus): void;
}

/**
 * Waits for storage, or an engine that paints, that is away, and says so.
 * @param limitMs see `createPatience`
 */
export function patienceFor(
  log: Log,
  { id, attempt }: Attempt,
  { signal, report }: Pick<WorkContext, 'signal' | 'report'>,
  limitMs?: number,
): Patience {
  const onOutage = (err: unknown) => {
    const isPainter = err instanceof EngineError;
    log.warn({ err, generationId: id }, `${isPainter ? 'the painter' : 'storage'} is away; it is tried again`);
    const phase = isPainter ? 'painter_away' : 'waiting';
    report({ generationId: id, attempt, phase, step: 0, steps: 1, previewKey: null });
  };
  return createPatience(signal, onOutage, limitMs);
}

/**
 * Ends a generation with its pictures.
 * @returns whether it shows them now
 * @throws WorkStopped `lost` when another worker is at it
 */
export async function finish(
  deps: OutcomeDeps,
  generation: Generation,
  result: StoredGrid,
  patient: Patience,
): Promise<boolean> {
  const { generations, clock, onEnded } = deps;
  const isFirst = await patient(() => generations.finish(generation, result, clock()));
  // Where the first answer got lost, the second says that it has ended: with this result.
  const isShown = isFirst || (await findEnded(deps, generation, patient))?.gridKey === result.gridKey;
  if (isShown) onEnded(generation.origin === 'plan' ? 'planned' : 'done');
  return isShown;
}

/**
 * The generation that took nothing more of an attempt; null when it is gone.
 * @throws WorkStopped `lost` when another worker is at it
 */
export async function findEnded(
  { generations }: { generations: Pick<GenerationStore, 'find'> },
  { id, attempt }: Attempt,
  patient: Patience,
): Promise<Generation | null> {
  const found = await patient(() => generations.find(id));
  if (found !== null && found.finishedAt === null && found.attempt !== attempt) throw new WorkStopped('lost');
  return found;
}

const stoppedBy = (error: unknown, signal: AbortSignal): WorkStopped | undefined =>
  [error, signal.reason].find((reason) => reason instanceof WorkStopped);

/** Whether another attempt takes up what ended so. */
export function goesOn(error: unknown, { signal, isLastAttempt }: WorkContext): boolean {
  const stopped = stoppedBy(error, signal);
  return stopped === undefined ? isRetryable(error) && !isLastAttempt : stopped.kind !== 'cancelled';
}

/** Records how work that did not succeed ends, and throws what the queue shall know. */
export async function giveUp(
  { generations, clock, log, onEnded }: OutcomeDeps,
  attempt: Attempt,
  error: unknown,
  work: WorkContext,
  patient: Patience,
): Promise<void> {
  const stopped = stoppedBy(error, work.signal);
  if (goesOn(error, work)) throw stopped ?? error;
  if (stopped !== undefined) {
    if (await patient(() => generations.cancelled(attempt, clock()))) onEnded('cancelled');
    return;
  }
  log.error({ err: error, generationId: attempt.id }, 'a generation failed');
  if (await patient(() => generations.fail(attempt, failureOf(error), clock()))) onEnded('failed');
  throw error;
}
