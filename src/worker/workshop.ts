import type { Log } from '../core/basics/index.js';
import type { BlobStore, Clock, Generation, GenerationStatus, Store } from '../core/index.js';

import {
  failureOf,
  GenerationFailed,
  isRetryable,
  type WorkContext,
  type WorkHandler,
  WorkStopped,
} from '../core/work/index.js';

import type { Bundle } from '../engine/bundle/index.js';
import type { LatentContext } from '../engine/context/index.js';
import type { Engine } from '../engine/requests/index.js';
import { watchCancel } from './cancel-watch.js';
import { createGridFiles } from './grid-files.js';
import { createPaintLine } from './paint-line.js';
import { paintCells } from './painting.js';
import { createPatience, type Patience } from './patience.js';
import { createPlanning } from './planning.js';
import { createPreviews, type Previews } from './previews.js';

/**
 * A generation whose workers die again and again, for want of memory say, must not take down one after another for
 * ever.
 */
const MOST_STARTS = 10;

export interface WorkshopOptions {
  engine: Engine;
  bundle: Pick<Bundle, 'manifest' | 'hash'>;
  context: LatentContext;
  store: Pick<Store, 'generations'>;
  blobs: BlobStore;
  clock: Clock;
  log: Log;
  /** Most cells of different generations that are painted together. */
  batchCells: number;
  metrics?: WorkshopMetrics;
}

/** What the host counts. */
export interface WorkshopMetrics {
  planned?(milliseconds: number): void;
  /** One run of the denoiser. */
  painted?(milliseconds: number, cells: number): void;
  ended?(status: GenerationStatus): void;
}

/**
 * Works on generations with one engine: plans one after another, paints those that wait in common batches, and stores
 * pictures and outcome. Whatever happens, a generation ends once: doing it again overwrites the same files and changes
 * no outcome.
 */
export function createWorkshop(options: WorkshopOptions): WorkHandler {
  const { engine, bundle, context, blobs, clock, log, batchCells, metrics = {} } = options;
  const { generations } = options.store;
  const line = createPaintLine(engine, { batchCells, onPainted: metrics.painted?.bind(metrics) });
  const files = createGridFiles(blobs, bundle, context);
  const plan = createPlanning({ engine, bundle, context, generations, onPlanned: metrics.planned?.bind(metrics) });

  async function make(generation: Generation, work: WorkContext, previews: Previews): Promise<boolean> {
    const { id, origin } = generation;
    const patient = patienceFor(log, id, work);
    const kept = { read: (key: string) => patient(() => files.read(key)) };
    work.report({ generationId: id, phase: 'planning', step: 0, steps: 1, previewKey: null });
    const planned = await patient(() => plan(generation, work.signal));
    if (!(await patient(() => generations.planned(id, planned)))) return false;
    const { cells, vendi } = planned;
    const painted = origin === 'plan' ? [] : await paintCells(line, kept, generation, cells, work, previews);
    const result = await patient(() =>
      origin === 'plan' ? files.storePlan(generation, cells, vendi) : files.storeGrid(generation, painted, vendi),
    );
    if (await patient(() => generations.finish(id, result, clock()))) return true;
    // Deleted just before: its files would be nobody's.
    if ((await generations.find(id))?.status === 'deleted') await files.remove(result);
    return false;
  }

  return async (id, given) => {
    const patient = patienceFor(log, id, given);
    const generation = await patient(() => generations.begin(id, clock()));
    if (generation === null) return;
    const previews = createPreviews(id, blobs, log);
    const watch = watchCancel(id, given.signal, generations, log);
    const work = { ...given, signal: watch.signal };
    try {
      if (work.attempt > MOST_STARTS) throw new GenerationFailed('workers_died', { starts: MOST_STARTS });
      const isOurs = await make(generation, work, previews);
      if (isOurs) metrics.ended?.(generation.origin === 'plan' ? 'planned' : 'done');
    } catch (error) {
      await giveUp(options, id, error, work, patient);
    } finally {
      watch.stop();
      await previews.remove();
    }
  };
}

/** Waits for storage that is away, and says so. */
function patienceFor(log: Log, id: string, { signal, report }: Pick<WorkContext, 'signal' | 'report'>): Patience {
  return createPatience(signal, (err) => {
    log.warn({ err, generationId: id }, 'storage is away; it is tried again');
    report({ generationId: id, phase: 'waiting', step: 0, steps: 1, previewKey: null });
  });
}

/** Records how work that did not succeed ends, and throws what the queue shall know. */
async function giveUp(
  { store: { generations }, clock, log, metrics }: WorkshopOptions,
  id: string,
  error: unknown,
  { signal, isLastAttempt }: WorkContext,
  patient: Patience,
): Promise<void> {
  if (signal.aborted && signal.reason instanceof WorkStopped) {
    if (signal.reason.kind !== 'cancelled') throw signal.reason;
    if (await patient(() => generations.cancelled(id, clock()))) metrics?.ended?.('cancelled');
    return;
  }
  if (isRetryable(error) && !isLastAttempt) throw error;
  log.error({ err: error, generationId: id }, 'a generation failed');
  if (await patient(() => generations.fail(id, failureOf(error), clock()))) metrics?.ended?.('failed');
  throw error;
}
