import type { Log } from '../core/basics/index.js';
import type { BlobStore, Clock, Generation, GenerationStatus, Store } from '../core/index.js';

import { GenerationFailed, type WorkContext, type WorkHandler } from '../core/work/index.js';

import type { Bundle } from '../engine/bundle/index.js';
import type { LatentContext } from '../engine/context/index.js';
import type { Engine } from '../engine/requests/index.js';
import { isToWait, leftAside, putAside, requireThere, type Unfinished } from './aside.js';
import { createEasels, type Easels, type OnPainter, type PainterFor } from './easels.js';
import { createGridFiles, type GridFiles, type PaintedCell, type StoredGrid } from './grid-files.js';
import { removeLeftovers } from './leftovers.js';
import { moveCells } from './moving.js';
import { findEnded, finish, giveUp, goesOn, type OutcomeDeps, patienceFor } from './outcome.js';
import { createOwnThings } from './own-things.js';
import { paintCells, unpaintedOf } from './painting.js';
import { createPlanning, type PlansInWords, plannedBefore } from './planning.js';
import { createPreviews, type Previews } from './previews.js';
import { watchStop } from './stop-watch.js';
import { upscaleCells } from './upscaling.js';

/**
 * A generation whose workers die again and again, for want of memory say, must not take down one after another for
 * ever.
 */
const MOST_STARTS = 10;

/** Milliseconds for which work keeps its place while its painter is away: long enough for one that is only busy. */
const PAINTER_PATIENCE = 2_000;

export interface WorkshopOptions {
  engine: Engine;
  /** Who paints what was accepted for them, in place of the engine; default: there are none. */
  painterFor?: PainterFor;
  onPainter?: OnPainter;
  /** Default: templates, for what memory does not know. */
  inWords?: PlansInWords;
  bundle: Pick<Bundle, 'manifest' | 'hash' | 'memory'>;
  context: LatentContext;
  store: Pick<Store, 'generations'>;
  blobs: BlobStore;
  clock: Clock;
  log: Log;
  /** Most cells of different generations that are painted together. */
  batchCells: number;
  /** Generations that are worked on at a time, of which silent painters leave one to others. */
  places: number;
  /** Milliseconds without a word after which a painter counts as silent. */
  silentMs?: number;
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
 * pictures and outcome. Whatever happens, a generation ends once, with the pictures of one attempt at it: each
 * beginning of its work has a number, under which its files are kept, and the store takes nothing of any but the
 * newest. Where its painter is away it is put aside, with what is done of it, and another one's gets its place.
 */
export function createWorkshop(options: WorkshopOptions): WorkHandler {
  const { bundle, context, blobs, clock, log, batchCells, places, silentMs, metrics = {} } = options;
  const { generations } = options.store;
  const easels = createEasels(options, { batchCells, places, silentMs, onPainted: metrics.painted?.bind(metrics) });
  const files = createGridFiles(blobs, bundle, context);
  const outcome: OutcomeDeps = { generations, clock, log, onEnded: (status) => metrics.ended?.(status) };
  const make = createMaking(options, { easels, files, outcome });

  return async (id, given) => {
    await patienceFor(log, { id, attempt: 0 }, given)(() => requireThere(generations, easels, id, given));
    const generation = await patienceFor(log, { id, attempt: 0 }, given)(() => generations.begin(id, clock()));
    if (generation === null) return;
    const previews = createPreviews(generation, blobs, log);
    const watch = watchStop(generation, given.signal, generations, log);
    const work = { ...given, signal: watch.signal };
    const unfinished: Unfinished = { painted: [] };
    let isShown = false;
    let isAside = false;
    try {
      if (generation.attempt - generation.waits > MOST_STARTS)
        throw new GenerationFailed('workers_died', { starts: MOST_STARTS });
      const result = await make(generation, work, previews, unfinished);
      // Until the store says otherwise: its answer may never come.
      isShown = result !== null;
      if (result !== null) isShown = await finish(outcome, generation, result, patienceFor(log, generation, work));
    } catch (error) {
      const patient = patienceFor(log, generation, work);
      // What was kept when it was put aside before is still to be gone on from.
      isAside = generation.waits > 0;
      if (isToWait(error, work) && (await putAside(generations, files, generation, unfinished, patient))) {
        isAside = true;
        throw leftAside(error, generation, unfinished, work);
      }
      isAside &&= goesOn(error, work);
      await giveUp(outcome, generation, error, work, patienceFor(log, generation, given));
    } finally {
      watch.stop();
      await previews.settled();
      await removeLeftovers(blobs, generation, { isShown, isAside, previews: previews.keys }, log);
    }
  };
}

/** What making works with besides. */
interface MakingParts {
  easels: Easels;
  files: GridFiles;
  outcome: OutcomeDeps;
}

/** Plans, paints and stores one generation. What it makes says null when the generation has ended meanwhile. */
function createMaking(
  options: WorkshopOptions,
  { easels: { line, easelFor }, files, outcome }: MakingParts,
): (
  generation: Generation,
  work: WorkContext,
  previews: Previews,
  unfinished: Unfinished,
) => Promise<StoredGrid | null> {
  const { engine, bundle, blobs, log, metrics = {} } = options;
  const { generations } = options.store;
  const ownThingsOf = createOwnThings(bundle);
  const plan = createPlanning({ ...options, generations, onPlanned: metrics.planned?.bind(metrics) });

  return async (generation, work, previews, unfinished) => {
    const { id, attempt, origin } = generation;
    const patient = patienceFor(log, generation, work);
    const kept = patientFiles(files, patient);
    const before = plannedBefore(generation, bundle);
    if (before === null) {
      work.report({ generationId: id, attempt, phase: 'planning', step: 0, steps: 1, previewKey: null });
    }
    const own = await patient(() => ownThingsOf(generation, blobs));
    const planned = before ?? (await patient(() => plan(generation, own, work.signal)));
    if (!(await patient(() => generations.planned(generation, planned)))) {
      await findEnded(outcome, generation, patient);
      return null;
    }
    if (origin === 'plan') return patient(() => files.storePlan(generation, planned.cells, planned.vendi));
    const brief = patienceFor(log, generation, work, PAINTER_PATIENCE);
    const easel = await easelFor(generation, brief, work);
    const { about, upscaling } = easel;
    if (about !== undefined) unfinished.painter = about;
    if (origin === 'upscale') {
      const larger = await upscaleCells(easel, kept, generation, planned.cells, work);
      const by = about && { ...about, ...(upscaling && { upscaler: upscaling.upscaler }) };
      return patient(() => files.storeUpscaled(generation, larger, by));
    }
    const onPainted = (cell: PaintedCell) => void unfinished.painted.push(cell);
    const toPaint = { generation, cells: planned.cells, own };
    const still = await paintCells(easel, kept, toPaint, { ...work, onPainted }, previews);
    const painted = await moveCells({ line, engine, files: kept }, { generation, own }, still, work.signal);
    const stored = await patient(() => files.storeGrid(generation, painted, planned.vendi, about));
    return { ...stored, unpainted: unpaintedOf(generation, painted) };
  };
}

/** Files of a parent, read as patiently as everything. */
function patientFiles(
  files: Pick<GridFiles, 'read' | 'readMoving'>,
  patient: <T>(task: () => Promise<T>) => Promise<T>,
): Pick<GridFiles, 'read' | 'readMoving'> {
  return {
    read: (key) => patient(() => files.read(key)),
    readMoving: (key) => patient(() => files.readMoving(key)),
  };
}
