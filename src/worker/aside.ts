import type { Attempt, Generation, GenerationStore } from '../core/index.js';
import { type WorkContext, WorkPutAside } from '../core/work/index.js';
import { EngineError } from '../engine/basics/index.js';
import type { ImageRecord } from '../images/index.js';

import type { Easels } from './easels.js';
import type { GridFiles, PaintedCell } from './grid-files.js';
import { findEnded } from './outcome.js';
import type { Patience } from './patience.js';
import { PainterSilent } from './silences.js';

/** What was painted of a generation by one attempt at it. */
export interface Unfinished {
  painted: PaintedCell[];
  /** What painted it; absent until that is known. */
  painter?: ImageRecord['painter'];
}

/** Whether work is to wait in the queue, and not in a worker, until its painter is back. */
export function isToWait(error: unknown, { signal, mayPutAside = false }: WorkContext): boolean {
  const isAway = error instanceof PainterSilent || (error instanceof EngineError && error.is('painter_away'));
  return mayPutAside && !signal.aborted && isAway;
}

/**
 * Keeps what is decided and painted, so that whoever takes the work up goes on from there.
 *
 * @returns false when it has ended meanwhile, or is asked to
 * @throws WorkStopped `lost` when another worker is at it
 */
export async function putAside(
  generations: Pick<GenerationStore, 'find' | 'putAside'>,
  files: Pick<GridFiles, 'storeCells'>,
  generation: Generation,
  { painted, painter }: Unfinished,
  patient: Patience,
): Promise<boolean> {
  const cells = await patient(() => files.storeCells(generation, painted, painter));
  const keys = new Map(cells.flatMap(({ index, imageKey }) => (imageKey === null ? [] : [[index, imageKey] as const])));
  if (await patient(() => generations.putAside(generation, keys))) return true;
  // The first answer may have got lost.
  return (await findEnded({ generations }, generation, patient))?.status === 'queued';
}

/** Tells that it waits for a painter that is away, and makes what the queue shall hear. */
export function leftAside(
  error: unknown,
  { id, attempt }: Attempt,
  { painted }: Unfinished,
  { report }: WorkContext,
): WorkPutAside {
  // Who only waits for others' pictures need not know.
  if (error instanceof PainterSilent) return new WorkPutAside(painted.length > 0);
  report({ generationId: id, attempt, phase: 'painter_away', step: 0, steps: 1, previewKey: null });
  return new WorkPutAside(painted.length > 0);
}

/**
 * Leaves work aside whose painter is still away, or so silent that others need the place, without beginning on it.
 * Nothing is looked up while all are there.
 *
 * @throws WorkPutAside
 */
export async function requireThere(
  generations: Pick<GenerationStore, 'find'>,
  { absences, silences }: Pick<Easels, 'absences' | 'silences'>,
  id: string,
  { mayPutAside = false }: WorkContext,
): Promise<void> {
  if (!mayPutAside || !(absences.isAnyAway() || silences.isAnyFull())) return;
  const found = await generations.find(id);
  if (found === null || found.status !== 'queued' || found.attempt === 0) return;
  const { painter } = found.settings;
  if (painter === undefined) return;
  if (absences.isAway(painter) || silences.isFull(painter)) throw new WorkPutAside(false);
}
