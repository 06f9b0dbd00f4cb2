import type { Log } from '../core/basics/index.js';
import { carryOver } from '../core/grids/index.js';
import type { BlobStore, Cell, Clock, Generation, GenerationStatus, Store } from '../core/index.js';

import {
  failureOf,
  GenerationFailed,
  isRetryable,
  type WorkContext,
  type WorkHandler,
  WorkStopped,
} from '../core/work/index.js';

import type { RgbaImage } from '../engine/basics/index.js';
import type { Bundle } from '../engine/bundle/index.js';
import type { LatentContext } from '../engine/context/index.js';
import type { Draft } from '../engine/draft/index.js';
import { vendiScore } from '../engine/metrics/index.js';
import { latentKernel } from '../engine/plan/index.js';
import type { Engine, PaintRequest } from '../engine/requests/index.js';
import { readOptionsOf } from '../engine/words/index.js';
import { watchCancel } from './cancel-watch.js';
import { createPaintLine } from './paint-line.js';
import { createPictures, type PaintedCell } from './pictures.js';
import { planCells } from './plan-cells.js';
import { createPreviews, type Previews } from './previews.js';

/** Drafts that a reroll keeps clear of; of a longer line the newest. */
const MOST_SHOWN = 400;
/** Denoiser steps between two looks at whether a preview is due. */
const PREVIEW_EVERY = 2;
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
  const pictures = createPictures(blobs, bundle, context);
  const planning = createTurns();

  async function parentCells({ parentId, tasks }: Generation): Promise<Cell[]> {
    const isNeeded = parentId !== null && tasks.some(({ mode }) => mode === 'keep');
    return isNeeded ? ((await generations.find(parentId))?.cells ?? []) : [];
  }

  /** What the generation's line has shown: what is made of a grid shows other things, as long as there are any. */
  async function shownBefore(generation: Generation): Promise<Draft[]> {
    const isFirst = generation.rootId === generation.id;
    const isSampled = generation.tasks.some((task) => task.mode === 'sample' && task.draft === undefined);
    return isFirst || !isSampled ? [] : generations.shownDrafts(generation, MOST_SHOWN);
  }

  async function plan(generation: Generation, kept: readonly Cell[], signal: AbortSignal) {
    const shown = await shownBefore(generation);
    return planning(async () => {
      signal.throwIfAborted();
      const start = performance.now();
      const { cells, ...planned } = await planCells(engine, context, generation, { kept, shown }, signal);
      // A kept cell may be of another bundle.
      const latents = cells.map((cell) => carryOver(cell, context).latents);
      const vendi = vendiScore(latentKernel(latents, bundle.manifest));
      metrics.planned?.(performance.now() - start);
      return { ...planned, cells, vendi };
    });
  }

  async function paint(
    generation: Generation,
    cells: readonly Cell[],
    work: Pick<WorkContext, 'signal' | 'report'>,
    previews: Previews,
  ): Promise<PaintedCell[]> {
    const { id, tasks } = generation;
    const isKept = ({ index }: Cell) => tasks[index]?.mode === 'keep';
    const kept = await Promise.all(cells.map((cell) => (isKept(cell) ? readKept(cell) : null)));
    const fresh = cells.filter((cell) => !isKept(cell));
    const all = (images: readonly RgbaImage[]): PaintedCell[] =>
      cells.map((cell, k) => ({ cell, ...(kept[k] ?? { image: images[fresh.indexOf(cell)]! }) }));
    if (fresh.length === 0) return all([]);
    const images = await line.paint(paintRequest(generation, fresh), work.signal, (event) => {
      if (event.type === 'preview') previews.show(all(event.images).map(({ image }) => image));
      if (event.type === 'step') {
        const { step, steps } = event;
        work.report({ generationId: id, phase: 'painting', step, steps, previewKey: previews.key });
      }
    });
    return all(images);
  }

  async function readKept({ index, imageKey }: Cell) {
    const picture = imageKey === null ? null : await pictures.read(imageKey);
    if (picture !== null) return picture;
    throw new GenerationFailed('parent_gone', { cell: index + 1 });
  }

  async function make(generation: Generation, work: WorkContext, previews: Previews): Promise<boolean> {
    const { id, origin } = generation;
    work.report({ generationId: id, phase: 'planning', step: 0, steps: 1, previewKey: null });
    const planned = await plan(generation, await parentCells(generation), work.signal);
    if (!(await generations.planned(id, planned))) return false;
    const result =
      origin === 'plan'
        ? await pictures.storePlan(generation, planned.cells, planned.vendi)
        : await pictures.storeGrid(generation, await paint(generation, planned.cells, work, previews), planned.vendi);
    if (await generations.finish(id, result, clock())) return true;
    // Deleted just before: its files would be nobody's.
    if ((await generations.find(id))?.status === 'deleted') await pictures.remove(result);
    return false;
  }

  /** Records how work that did not succeed ends, and throws what the queue shall know. */
  async function giveUp(id: string, error: unknown, { signal, isLastAttempt }: WorkContext): Promise<void> {
    if (signal.aborted && signal.reason instanceof WorkStopped) {
      if (signal.reason.kind !== 'cancelled') throw signal.reason;
      if (await generations.cancelled(id, clock())) metrics.ended?.('cancelled');
      return;
    }
    if (isRetryable(error) && !isLastAttempt) throw error;
    log.error({ err: error, generationId: id }, 'a generation failed');
    if (await generations.fail(id, failureOf(error), clock())) metrics.ended?.('failed');
    throw error;
  }

  return async (id, given) => {
    const generation = await generations.begin(id, clock());
    if (generation === null) return;
    const previews = createPreviews(id, blobs, log);
    const watch = watchCancel(id, given.signal, generations, log);
    const work = { ...given, signal: watch.signal };
    try {
      if (work.attempt > MOST_STARTS) throw new GenerationFailed('workers_died', { starts: MOST_STARTS });
      const isOurs = await make(generation, work, previews);
      if (isOurs) metrics.ended?.(generation.origin === 'plan' ? 'planned' : 'done');
    } catch (error) {
      await giveUp(id, error, work);
    } finally {
      watch.stop();
      await previews.remove();
    }
  };
}

function paintRequest({ prompt, settings }: Generation, cells: readonly Cell[]): PaintRequest {
  const { sampler, steps, guidance } = settings;
  return {
    prompt,
    // The likelihood bears on planning alone.
    cells: cells.map(({ latents, seed, draft, prompt }) => ({
      latents,
      seed,
      logLikelihood: 0,
      ...(draft === null ? {} : { draft }),
      ...(prompt === null ? {} : { prompt }),
    })),
    ...readOptionsOf(settings),
    ...(sampler === undefined ? {} : { sampler }),
    ...(steps === undefined ? {} : { steps }),
    ...(guidance === undefined ? {} : { guidance }),
    previewEvery: PREVIEW_EVERY,
  };
}

/** Runs tasks one after another. */
function createTurns(): <T>(task: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (task) => {
    const mine = last.then(task, task);
    last = mine.catch(() => undefined);
    return mine;
  };
}
