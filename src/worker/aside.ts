import type { Attempt, Generation, GenerationStore } from '../core/index.js';
import { type WorkContext, WorkPutAside } from '../core/work/index.js';
import { EngineError } from '../engine/basics/index.js';
import type { ImageRecord } from '../images/index.js';
import type { Absences } from './absences.js';
import type { GridFiles, PaintedCell } from './grid-files.js';
import { findEnded } from './outcome.js';
import type { Patience } from './patience.js';

/** What was painted of a generation by one attempt at it. */
export interface Unfinished {
  painted: PaintedCell[];
  /** What painted it; absent until that is known. */
  painter?: ImageRecord['painter'];
}

/** Whether work is to wait in the queue, and not in a worker, until its painter is back. */
export function isToWait(error: unknown, { signal, mayPutAside = false }: WorkContext): boolean {
  return mayPutAside && !signal.aborted && error instanceof EngineError && error.is('painter_away');
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

/** Tells that it waits, and makes what the queue shall hear. */
export function leftAside({ id, attempt }: Attempt, { painted }: Unfinished, { report }: WorkContext): WorkPutAside {
  report({ generationId: id, attempt, phase: 'painter_away', step: 0, steps: 1, previewKey: null });
  return new WorkPutAside(painted.length > 0);
}

/**
 * Leaves work aside whose painter is still away, without beginning on it. Nothing is looked up while all are there.
 *
 * @throws WorkPutAside
 */
export async function requireThere(
  generations: Pick<GenerationStore, 'find'>,
  absences: Pick<Absences, 'isAway' | 'isAnyAway'>,
  id: string,
  { mayPutAside = false }: WorkContext,
): Promise<void> {
  if (!mayPutAside || !absences.isAnyAway()) return;
  const found = await generations.find(id);
  if (found === null || found.status !== 'queued' || found.attempt === 0) return;
  const { painter } = found.settings;
  if (painter !== undefined && absences.isAway(painter)) throw new WorkPutAside(false);
}
